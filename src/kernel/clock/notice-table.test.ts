import { describe, expect, test } from 'vitest';
import { NOTICE_2027 } from '../../../test/support/calendars.ts';
import { book, faults, take, today, years } from '../../../test/support/notices.ts';
import { readCalendarFile } from '../../platform/calendar-file.ts';
import { textOrTorn } from '../encoding.ts';

describe('a calendar file', () => {
  test('as CSV, a line a day', () => {
    const days = NOTICE_2027.off.flatMap(({ from, to, name }) => [`${from},off,${name},,${to}`]);
    const csv = ['date,kind,name,weekday,to', ...days, '2027-02-20,work,,Saturday,', '2027-05-08,班,,星期六,'].join('\n');
    const [year] = years(csv, { document: '国办发明电〔2026〕9号' });
    expect([year!.off.length, year!.makeup]).toEqual([7, ['2027-02-20', '2027-05-08']]);
    expect(faults(csv.replace('星期六', '星期日').replace('2027-02-20,work', '2027-02-20,labour'), { document: '〔2026〕9号' })).toEqual([
      'line 9 not-a-kind',
      'line 10 wrong-weekday',
    ]);
  });

  test("as CSV with a column that nobody knows is refused, naming it and those there are: 'column-unknown'", () => {
    const read = readCalendarFile('Date,Kind,holiday,note\n2027-01-01,off,元旦,x', { document: 'x' }, book, today);
    if (read.ok) throw new Error('read');
    expect(read.faults.map(({ place, code }) => [place, code])).toEqual([
      ['line 1', 'column-unknown'],
      ['line 1', 'column-unknown'],
    ]);
    expect(read.faults[0]!.text).toEqual({
      zh: '没有“holiday”这一列；可用的列：date, to, kind, name, name_en, weekday, layer, document',
      en: 'there is no column "holiday"; the columns are date, to, kind, name, name_en, weekday, layer, document',
    });
    expect(faults('date,kind,feast\r\n2027-01-01,off,元旦\r\n', { document: 'x' })).toEqual(['line 1 column-unknown']);
    expect(faults('date,"kind\n2027-01-01,off', { document: 'x' })).toEqual([' unreadable']);
    expect(faults('date,kind,name,name_en,weekday,to,layer,document\n2027-02-20,off,雪,Snow,,,county,县政告〔2026〕2号')).not.toContain(
      'line 1 column-unknown',
    );
  });

  test("as CSV is one notice: a line of another layer, document or year is named, and nothing is taken: 'notices-mixed', 'column-twice'", () => {
    const national = NOTICE_2027.off.flatMap(({ from, to, name }) => [`${from},${to},off,${name},national,国办发明电〔2026〕9号`]);
    const csv = ['date,to,kind,name,layer,document', ...national];
    expect(years(csv.join('\n'))).toMatchObject([{ layer: 'national', document: { zh: '国办发明电〔2026〕9号' } }]);
    const stop = '2027-03-10,,off,抗洪停止办公,county,县府发〔2026〕9号';
    expect(faults([...csv, stop].join('\n'))).toEqual(['line 9 notices-mixed', 'line 9 notices-mixed']);
    expect(faults([csv[0], stop, ...national].join('\n'))).toHaveLength(14);
    expect(faults([...csv, '2027-03-10,,off,x,,国办发明电〔2026〕9号'].join('\n'))).toEqual(['line 9 notices-mixed']);
    const of2028 = '2028-01-01,,off,元旦,national,国办发明电〔2026〕9号';
    expect(faults([...csv, of2028].join('\n'))).toEqual(['line 9 notices-mixed']);
    const twice = [...csv, of2028, '2027-02-30,,off,x,national,国办发明电〔2026〕9号', csv[1]!].join('\n');
    expect(faults(twice)).toEqual(expect.arrayContaining(['line 9 notices-mixed', 'line 10 not-a-date', 'line 11 duplicate']));
    const checked = take(twice);
    expect(!checked.ok && checked.faults.find(({ code }) => code === 'duplicate')!.text).toEqual({
      zh: '2027-01-01写了两次（第2行）',
      en: '2027-01-01 is given twice (line 2)',
    });
    expect(years([...csv, of2028].join('\n'), { year: 2027 })).toHaveLength(1);
    expect(faults([...csv, '10 Mar,,off,x,national,国办发明电〔2026〕9号'].join('\n'), { year: 2027 })).toContain('line 9 not-a-date');
    expect(faults(csv.join('\n'), { year: 2029 })).toEqual([' year-not-in-file']);
    expect(faults('date,kind,name,name\n2027-01-01,off,元旦,x', { document: 'x' })).toEqual(['line 1 column-twice']);
    const read = readCalendarFile([...csv, stop].join('\n'), {}, book, today);
    expect(read.ok && read.years[0]!.faults![0]!.text.en).toBe(
      'the layer of this line is "county", that of line 2 "national": a file is one notice; make a file of each',
    );
  });

  test("as a Chinese spreadsheet saves it, or nothing of it: 'unknown-encoding', 'not-commas'", () => {
    // 2027-02-20, a stop of work for `雪`, by `县政告〔2027〕2号`, in GB18030.
    const head = 'date,kind,name,layer,document\n2027-02-19,off,';
    const gb = Buffer.concat([
      Buffer.from(head),
      Buffer.from('d1a9', 'hex'),
      Buffer.from(',county,'),
      Buffer.from('cfd8d5fea1b232303237a1b332bac5', 'hex'),
    ]);
    const [year] = years(textOrTorn(gb));
    expect([year!.off[0]!.name.zh, year!.document.zh]).toEqual(['雪', '县政〔2027〕2号']);
    expect(faults(textOrTorn(Buffer.concat([gb, Buffer.from([0xff, 0xff])])))).toEqual([' unknown-encoding']);
    for (const [delimiter, name] of [
      [';', ';'],
      ['\t', 'Tab'],
    ] as const) {
      const read = readCalendarFile(head.replaceAll(',', delimiter), {}, book, today);
      expect(!read.ok && read.faults.map(({ code, text }) => [code, text.en.includes(`"${name}"`)])).toEqual([['not-commas', true]]);
    }
  });
});
