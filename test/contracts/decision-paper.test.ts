import Zip from 'jszip';
import mammoth from 'mammoth';
import { beforeAll, describe, expect, it } from 'vitest';
import { setClock } from '../../src/county-clock.ts';
import { application, call } from '../support/call.ts';
import { openTestHouse } from '../support/house.ts';
import { tellAll } from '../support/story.ts';

const h = await openTestHouse();
const api = '/api/v1';
let told: Awaited<ReturnType<typeof tellAll>>;
const paperOf = async (number: string, as?: string, query = '') =>
  call(h, `${api}/matters/${number}/papers/decision${query}`, undefined, { as });

/** The file opened with another library, as plain text; and what the reader's page says. */
async function docxOf(number: string, as: string, query = '') {
  const said = await fetch(`${h.url}${api}/matters/${number}/papers/decision.docx${query}`, { headers: h.as(as) });
  expect(said.headers.get('content-type')).toContain('wordprocessingml');
  const bytes = Buffer.from(await said.arrayBuffer());
  const { value, messages } = await mammoth.extractRawText({ buffer: bytes });
  const zip = await Zip.loadAsync(bytes);
  const header = (await zip.file('word/header1.xml')?.async('string')) ?? '';
  const xml = (await zip.file('word/document.xml')?.async('string')) ?? '';
  return { text: value, messages, header, xml, name: decodeURIComponent(said.headers.get('content-disposition') ?? '') };
}

beforeAll(async () => {
  told = await tellAll(h.house);
  await setClock(h.house, Date.parse('2026-02-27T15:00+08:00'));
});

describe('the decision as a document', () => {
  it('[S1-62] granted: number, facts, basis, reasons, licence, remedies with their limits, date and place of the seal', async () => {
    const { text, messages, header, name } = await docxOf(told.food.number, 'SAM-DEP');
    expect(messages).toEqual([]);
    expect(name).toContain(`准予行政许可决定书-${told.food.number}.docx`);
    expect(name).not.toContain('草稿');
    const serial = Number(told.food.number.split('-').at(-1));
    for (const part of [
      '县市场监督管理局',
      '准予行政许可决定书',
      `SAM〔2026〕${serial}号`,
      '示范县青禾餐饮有限公司：',
      '2026年2月9日',
      '一、事实',
      '二、依据',
      '行政许可法',
      '三、理由',
      '材料齐全，现场符合食品经营许可条件',
      `L-${told.food.number}`,
      '六十日内向县人民政府申请行政复议',
      '六个月内',
      '（印章）',
      '2026年2月10日',
    ])
      expect(text, part).toContain(part);
    expect(text).not.toMatch(/\{\w+\}|undefined/);
    expect(header).toContain('示范县样本');
    expect(header).not.toContain('草稿');
    expect((await paperOf(told.food.number, 'SAM-DEP')).body).toMatchObject({ draft: false, outcome: 'granted', date: '2026年2月10日' });
  });

  it('refused: with the reason and the way forward', async () => {
    const { text } = await docxOf(told.refused.number, 'TRA-DEP');
    for (const part of ['不予行政许可决定书', '车辆综合性能检测不合格', '可以这样办：更换或检修车辆']) expect(text).toContain(part);
    expect(text).not.toContain('证件编号');
  });

  it('before the decision a draft: marked, without a number, with what the record says, for the lead and those who decide', async () => {
    const { number } = told.sign;
    const { text, header, name } = await docxOf(number, 'umb-chief');
    expect(name).toContain('（草稿）');
    expect(header).toContain('草稿 · 尚未编号 · 不发生效力');
    expect(text).toContain('（作出决定时编号）');
    expect(text).not.toMatch(/UMB〔2026〕|2026年2月27日$/m);
    expect(text).toContain('位置、尺寸符合户外广告设置规划');
    expect(text).toContain('县住房和城乡建设局出具协办意见：同意。依附墙体结构安全，同意设置');
    expect(text).toMatch(/审查期间依法进行\S+（2026年2月14日至2026年2月26日）/);
    // Whoever examined agreed: that is no reason to refuse.
    const against = (await docxOf(number, 'umb-examiner', '?outcome=refused')).text;
    for (const part of ['（填写申请人接下来可以怎么办）', '（由作出决定的人填写理由）']) expect(against).toContain(part);
    expect(against).not.toContain('位置、尺寸符合户外广告设置规划');
    expect((await paperOf(number, 'umb-chief')).body).toMatchObject({ draft: true, outcome: 'granted' });
    expect((await paperOf(number, 'umb-chief', '?outcome=perhaps')).body.errors[0]).toMatchObject({
      path: 'outcome',
      code: 'not-an-option',
    });
  });

  it('what the officer writes stands in the draft as typed, in its file too, until it is decided; the template around it is fixed', async () => {
    const { number } = told.sign;
    const act = (as: string, action: string, input: object) => call(h, `${api}/matters/${number}/actions/${action}`, input, { as });
    const reason = '一、经现场勘查，设置位置符合规划。\n二、陈晓梅提交的结构安全说明 {{name}} 完整。';
    const conditions = '夜间22时以后关闭照明。';
    expect((await act('HUC-SH', 'draft-decision', { outcome: 'granted', reason })).body.code).toBe('no-authority');
    expect((await act('umb-examiner', 'draft-decision', { outcome: 'perhaps', reason: '' })).status).toBe(422);
    expect((await act('umb-examiner', 'draft-decision', { outcome: 'granted', reason: '先写一稿' })).status).toBe(200);
    expect((await act('umb-section-head', 'draft-decision', { outcome: 'granted', reason, conditions })).status).toBe(200);
    const { body } = await paperOf(number, 'umb-chief');
    expect(body.own).toEqual({ outcome: 'granted', reason, conditions });
    expect(body.sections.find((s: { heading: string }) => s.heading === '三、理由').paragraphs).toEqual(reason.split('\n'));
    const { text } = await docxOf(number, 'umb-chief');
    for (const part of [...reason.split('\n'), `附加条件：${conditions}`, '决定准予陈晓梅']) expect(text).toContain(part);
    expect(text).not.toContain('先写一稿');
    // A draft that grants says nothing of a refusal.
    expect((await docxOf(number, 'umb-chief', '?outcome=refused')).text).not.toContain('现场勘查');
    // Neither the applicant nor anybody else reads it in the record.
    for (const asked of [{ code: told.sign.code }, { as: 'auditor' }])
      expect(JSON.stringify((await call(h, `${api}/matters/${number}/facts`, undefined, asked)).body)).not.toContain('现场勘查');
    expect((await act('umb-examiner', 'draft-decision', { outcome: 'refused', reason: '不宜设置', way: '换一处再申请' })).status).toBe(200);
    expect((await paperOf(number, 'umb-chief')).body).toMatchObject({ outcome: 'refused', own: { way: '换一处再申请' } });
    expect(
      (await call(h, `${api}/matters/${told.fresh.number}/actions/draft-decision`, { outcome: 'granted', reason }, { as: 'ARA-CHF' })).body
        .code,
    ).toBe('nothing-to-draft');
  });

  it('[P5] says of papers that may follow that they follow, here and in the notice of acceptance', async () => {
    const filed = application({ item: 'SAM-L01', channel: 'window', papers: ['M1'] });
    const { number, queryCode } = (await call(h, `${api}/matters`, filed, { as: 'clerk' })).body;
    await h.complete(number, 'clerk', ['M6']);
    await h.act(number, 'clerk', 'accept-with-papers-to-follow', { papers: ['M6'], undertaking: true, by: '2026-03-12' });
    const notice = await (await fetch(`${h.url}/papers/${number}/acceptance?code=${queryCode}`)).text();
    for (const [text, so] of [
      [notice, '除下列可以后补的材料外'],
      [(await docxOf(number, 'SAM-DEP')).text, '除依书面承诺后补的材料外'],
    ]) {
      expect(text).toContain(so);
      expect(text).not.toMatch(/^申请材料齐全|申请，材料齐全/m);
    }
  });

  it('nobody else reads a draft, and before acceptance there is none', async () => {
    const { number } = told.sign;
    for (const as of ['clerk', 'HUC-SH', 'auditor', 'chief', 'cashier'])
      expect((await paperOf(number, as)).body.code, as).toBe('no-authority');
    expect((await paperOf(number, 'clerk')).body.who.length).toBeGreaterThan(0);
    expect((await paperOf(number)).status).toBe(401);
    expect((await paperOf(number, 'citizen')).status).toBe(404);
    expect((await paperOf(told.fresh.number, 'ARA-CHF')).body.code).toBe('nothing-to-draft');
    // Once made it is for those who have a part in it, the applicant among them.
    expect((await paperOf(told.food.number, 'auditor')).status).toBe(200);
    expect((await paperOf(told.food.number, 'UMB-EX1')).body.code).toBe('no-authority');
    const own = await call(h, `${api}/matters/${told.food.number}/papers/decision`, undefined, { code: told.food.code });
    expect([own.status, own.body.draft]).toEqual([200, false]);
  });

  it('what the applicant typed cannot break the file', async () => {
    const { number } = (
      await call(
        h,
        `${api}/matters`,
        application({
          item: 'SAM-L02',
          applicant: { kind: 'firm', name: '<w:p>&"甲公司', idType: 'credit-code', idNumber: '91990101MA00TEXT0R' },
        }),
      )
    ).body;
    await h.act(number, 'clerk', 'accept');
    await h.act(number, 'SAM-EX1', 'propose', { step: 'lead', opinion: 'agree', text: '第一行\n第二行 <b>&\u0001' });
    const { text, messages, xml } = await docxOf(number, 'SAM-CHF');
    expect(xml).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/);
    expect(messages).toEqual([]);
    expect(text).toContain('<w:p>&"甲');
    expect(text).toContain('第二行 <b>&');
  });
});
