import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import type { Chrome } from '../../../portal/index.ts';
import { issuesOf, LIMITS, ofCase, spread } from './application.ts';
import { ApplyPage, type ApplyProps } from './apply.page.tsx';
import { Drafts } from './drafts.ts';
import { words as openWords } from './open/words.ts';
import { words as paperWords } from './papers/words.ts';
import { fileSize } from './say.ts';
import { words as trackWords } from './track/words.ts';
import { TrackFormPage } from './track-form.page.tsx';
import { words } from './words.ts';

const HAN = /\p{Script=Han}/u;
const chrome = (lang: 'zh' | 'en'): Chrome => ({ lang, path: '/', countyName: { zh: '示范县', en: 'Model County' } });
const unmarked = (html: string): string => html.replace(/<(\w+)[^>]*\slang="zh"[^>]*?(\/>|>[\s\S]*?<\/\1>)/g, '');

const good = {
  case: ['new'],
  'applicant.kind': ['person'],
  'applicant.name': ['Test Citizen'],
  'applicant.idType': ['resident-id'],
  'applicant.idNumber': ['110101199003070003'],
  'applicant.phone': ['13000000001'],
  'form.details': ['A noodle shop'],
  'form.address': ['12 Shifan Avenue'],
  truth: ['yes'],
};
const asked = { item: 'SAM-L01' };
const paths = (values: Record<string, string[]>, of: Parameters<typeof issuesOf>[1] = asked) =>
  issuesOf(values, of).map(({ path, code }) => `${path} ${code}`);

describe('what was typed', () => {
  test('a complete application has no fault; an empty one names each field once, in the order of the page', () => {
    expect(paths(good)).toEqual([]);
    const empty = paths({}).map((line) => line.split(' ')[0]);
    expect(empty).toEqual([
      'applicant.kind',
      'applicant.name',
      'applicant.idType',
      'applicant.idNumber',
      'applicant.phone',
      'form.details',
      'form.address',
      'truth',
    ]);
  });

  test('a wrong check digit, a firm’s code for a person, a missing licence are told at their field', () => {
    expect(paths({ ...good, 'applicant.idNumber': ['110101199003070004'] })).toEqual(['applicant.idNumber check-digit']);
    expect(paths({ ...good, 'applicant.idType': ['credit-code'], 'applicant.idNumber': ['91990101MA00TEXT0R'] })).toEqual([
      'applicant.idType kind-differs',
    ]);
    expect(paths({ ...good, amount: ['much'] })).toEqual(['amount not-a-number']);
    expect(paths({ ...good, case: ['renewal'] })).toEqual(['licence licence-needed']);
  });

  test('an agent half named is asked for the rest', () => {
    expect(paths({ ...good, 'agent.name': ['A Son'] })).toEqual(['agent.idType not-an-option', 'agent.idNumber required']);
    for (const half of [{ 'agent.phone': ['13000000001'] }, { 'agent.idType': ['passport'] }] as Record<string, string[]>[])
      expect(paths({ ...good, ...half })).toEqual(expect.arrayContaining(['agent.name required', 'agent.idNumber required']));
    expect(paths({ ...good, 'agent.name': ['A Son'], 'agent.idNumber': ['E12345678'] })).toEqual(['agent.idType not-an-option']);
  });

  test('every field has its limit, and nothing above it passes', () => {
    for (const [name, limit] of Object.entries(LIMITS))
      if (name !== 'amount') expect(paths({ ...good, [name]: ['x'.repeat(limit + 1)] })).toContain(`${name} too-long`);
  });

  test('[S1-73] a bundle needs three different licences', () => {
    expect(paths({ ...good, items: ['A-1', 'A-1', 'A-2'] }, { bundle: 'B06' })).toEqual(['items bundle-too-small']);
  });

  test('a paper of a bundle goes to each licence under its own code', () => {
    const file = { material: 'P1', name: 'a.png', bytes: Buffer.from('x') };
    expect(spread([file], new Map([['P1', ['A-1:M2', 'A-2:M1']]])).map((one) => one.material)).toEqual(['A-1:M2', 'A-2:M1']);
  });
});

describe('the form', () => {
  const props = (over: Partial<ApplyProps> = {}, lang: 'zh' | 'en' = 'en'): ApplyProps => ({
    title: { zh: '申请', en: 'Apply' },
    action: '/apply/X',
    back: { href: '/items/X', label: { zh: '事项', en: 'Item' } },
    cases: [
      { id: 'new', name: { zh: '新办', en: 'New' }, materials: ['M1'] },
      { id: 'renewal', name: { zh: '延续', en: 'Renewal' }, materials: [] },
    ],
    papers: [{ code: 'M1', name: { zh: '申请表', en: 'Application form' }, source: 'applicant', essential: true, declarable: true }],
    amountAsked: false,
    draftKey: 'key',
    values: {},
    files: [],
    errors: [],
    chrome: chrome(lang),
    ...over,
  });

  test('escapes what it gives back, marks the field, and names its fault beside it', () => {
    const html = renderToStaticMarkup(
      <ApplyPage
        {...props({ values: { 'applicant.name': ['"><script>x</script>'] }, errors: [{ path: 'applicant.name', message: 'Wrong' }] })}
      />,
    );
    expect(html).not.toContain('<script');
    expect(html).toContain('value="&quot;&gt;&lt;script&gt;x&lt;/script&gt;"');
    expect(html).toMatch(/aria-invalid="true" aria-describedby="f-applicant-name-error"/);
    expect(html).toContain('href="#f-applicant-name"');
  });

  test('the summary names every field at fault, as the form does', () => {
    for (const [lang, one] of [
      ['en', 'Telephone: please fill this in.'],
      ['zh', '联系电话：请填写。'],
    ] as const) {
      const message = lang === 'en' ? 'Please fill this in.' : '请填写。';
      const all = issuesOf({ case: ['renewal'] }, asked).map(({ path }) => ({ path, message }));
      const html = renderToStaticMarkup(<ApplyPage {...props({ errors: [...all, { path: 'file.M1', message }] }, lang)} />);
      const lines = [...html.matchAll(/<li><a href="#f-[^"]*">(.*?)<\/a>/g)].map(([, line]) => line!.replace(/<[^>]+>/g, ''));
      expect(lines).toHaveLength(all.length + 1);
      expect(new Set(lines).size).toBe(lines.length);
      expect(lines).toContain(one);
      for (const line of lines) expect(line).toMatch(lang === 'en' ? /^.+: please fill this in\.$/ : /^.+：请填写。$/);
    }
  });

  test('in English no Chinese stands unmarked, even what was typed', () => {
    const html = renderToStaticMarkup(<ApplyPage {...props({ values: { 'applicant.name': ['王小满'], 'form.details': ['面馆'] } })} />);
    expect(HAN.exec(unmarked(html))).toBeNull();
  });

  test('Enter hands the form in: the first button is no other case', () => {
    const html = renderToStaticMarkup(<ApplyPage {...props()} />);
    const form = html.slice(html.indexOf('name="Idempotency-Key"'));
    expect(/<button[^>]*>/i.exec(form)?.[0]).not.toContain('case-switch');
    expect(form).toMatch(/<button[^>]*value="renewal"/);
  });

  test('a case that needs a licence asks for it, and only for its own papers', () => {
    const html = renderToStaticMarkup(<ApplyPage {...props({ values: { case: ['renewal'] } })} />);
    expect(html).toContain('name="licence"');
    expect(html).not.toContain('name="file.M1"');
  });

  test('what another case asked goes along unseen, and is not handed in with this one', () => {
    const values = { licence: ['L-1'], declarations: ['M1'] };
    const hidden = (now: string) =>
      [
        ...renderToStaticMarkup(<ApplyPage {...props({ values: { ...values, case: [now] } })} />).matchAll(
          /type="hidden" name="(\w+)" value="([^"]+)"/g,
        ),
      ]
        .map(([, name, value]) => `${name}=${value}`)
        .filter((one) => !one.startsWith('case='));
    expect(hidden('new')).toEqual(['licence=L-1']);
    expect(hidden('renewal')).toEqual(['declarations=M1']);
    const item = { cases: { value: props().cases } } as unknown as Parameters<typeof ofCase>[1];
    expect(ofCase({ ...values, case: ['new'] }, item)).toMatchObject({ licence: [], declarations: ['M1'] });
    expect(ofCase({ ...values, case: ['renewal'] }, item)).toMatchObject({ licence: ['L-1'], declarations: [] });
    expect(ofCase(values, undefined)).toBe(values);
  });

  test('the tracking form keeps the number and never the code', () => {
    const html = renderToStaticMarkup(
      <TrackFormPage number={'<b>1'} errors={[{ path: 'code', message: 'Wrong' }]} chrome={chrome('en')} />,
    );
    expect(html).toContain('value="&lt;b&gt;1"');
    expect(html).toMatch(/aria-invalid="true"[^>]*name="code"/);
  });
});

describe('a draft', () => {
  const file = (size: number) => ({ material: 'M1', name: 'a', bytes: Buffer.alloc(size) });
  test('is kept for an hour, and the oldest goes when there is no room', () => {
    let now = 0;
    const drafts = new Drafts(() => now, 9_000);
    drafts.put('a', { values: {}, files: [file(3000)] });
    drafts.put('b', { values: {}, files: [file(3000)] });
    expect(drafts.get('a')).toBeUndefined();
    expect(drafts.get('b')?.files).toHaveLength(1);
    now = 3_600_001;
    expect(drafts.get('b')).toBeUndefined();
  });
});

test('the words’ English is English, and every hole is in both languages', () => {
  const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([hole]) => hole).sort();
  for (const book of [words, trackWords, paperWords, openWords])
    for (const [name, { zh, en }] of Object.entries(book)) {
      expect(HAN.test(en), name).toBe(false);
      expect(new Set(holes(en)), name).toEqual(new Set(holes(zh)));
    }
});

test('sizes are said as people say them', () => {
  expect([fileSize(70), fileSize(20_480), fileSize(3 * 1024 * 1024)]).toEqual(['70 B', '20 KB', '3.0 MB']);
});
