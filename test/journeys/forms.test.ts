import { describe, expect, it } from 'vitest';
import { openTestHouse } from '../support/house.ts';
import { application, fileByForm, letPass } from './pages.ts';

const { url, house, act } = await openTestHouse();
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const APPLY = '/apply/SAM-L01';

const post = async (path: string, body: URLSearchParams | FormData, lang = 'zh') => {
  const answer = await fetch(`${url}${path}`, { method: 'POST', body, redirect: 'manual', headers: { 'accept-language': lang } });
  return { status: answer.status, location: answer.headers.get('location'), html: await answer.text(), headers: answer.headers };
};
const multipart = (form: URLSearchParams, files: readonly (readonly [string, string, Buffer])[]): FormData => {
  const data = new FormData();
  for (const [name, value] of form) data.append(name, value);
  for (const [material, name, bytes] of files) data.append(`file.${material}`, new Blob([new Uint8Array(bytes)]), name);
  return data;
};
const keyIn = (html: string): string => /name="Idempotency-Key" value="([^"]+)"/.exec(html)?.[1] ?? '';
const matters = async (): Promise<number> => (await house.pool.query('SELECT count(*)::int AS n FROM matter.matter')).rows[0].n;

describe('an incomplete application by plain HTTP', () => {
  it('comes back with every typed value, each fault at its field, and a summary', async () => {
    const typed = '老街"面馆"<script>alert(1)</script>&amp;';
    const { status, html, headers } = await post(
      APPLY,
      application({ 'applicant.name': typed, 'applicant.idNumber': '91990101MA00TEXT0X', 'form.address': '' }),
    );
    expect(status).toBe(422);
    expect(headers.get('content-type')).toContain('text/html');
    expect(html).toContain('value="老街&quot;面馆&quot;&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;"');
    expect(html).not.toContain('<script');
    expect(html).toContain('value="91990101MA00TEXT0X"');
    expect(html).toContain('在示范大道12号门头设置招牌');
    expect(html.match(/aria-invalid="true"/g)).toHaveLength(2);
    expect(html).toMatch(/role="alert"[\s\S]*href="#f-applicant-idNumber"[\s\S]*href="#f-form-address"/);
    expect(html).toContain('校验位不对');
  });

  it('answers an empty form in the reader’s language', async () => {
    const before = await matters();
    const { status, html } = await post(APPLY, new URLSearchParams(), 'en');
    expect(status).toBe(422);
    expect(html).toContain('Please fill this in');
    expect(html).not.toMatch(/>[^<]*\p{Script=Han}[^<]*<(?!\/(span|text|b)>)/u);
    expect(await matters()).toBe(before);
  });

  it('cuts an oversize field, says so, and stays light', async () => {
    const { status, html } = await post(
      APPLY,
      application({ 'applicant.name': '长'.repeat(100_000), 'form.details': '<'.repeat(100_000) }),
    );
    expect(status).toBe(422);
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(60_000);
    expect(html).toContain('最多100个字');
    expect(html).toContain(`value="${'长'.repeat(100)}"`);
  });

  it('never answers 500 to what cannot be read', async () => {
    for (const name of ['\u0000', '\ud800', '\u202e'])
      expect((await post(APPLY, application({ 'applicant.name': name, 'form.details': name }))).status).toBeLessThan(500);
    const broken = await fetch(`${url}${APPLY}`, {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      body: 'rubbish',
    });
    expect(broken.status).toBeLessThan(500);
  });

  it('names what it does not ask for, keeps what was typed and files nothing: a field, a file, in either kind of post', async () => {
    const before = await matters();
    const surplus = application({ 'applicant.fone': '1', '<b>别的': 'x' });
    for (const body of [surplus, multipart(surplus, [['M99', 'a.png', PNG]])]) {
      const { status, html } = await post(APPLY, body);
      expect(status).toBe(422);
      expect(html).toMatch(/role="alert"[\s\S]*没有“applicant.fone”这一项[\s\S]*没有“&lt;b&gt;别的”这一项/);
      expect(html).toContain('在示范大道12号门头设置招牌');
      expect(html.includes('没有“file.M99”这一项')).toBe(typeof body === 'object' && body instanceof FormData);
    }
    expect((await post(APPLY, application({ items: 'SAM-L01' }))).html).toContain('没有“items”这一项');
    expect((await post(APPLY, application({ 'case-switch': 'renewal', x: '1' }))).status).toBe(422);
    expect((await post('/bundles/B02/apply', application({ case: 'new' }))).html).toContain('没有“case”这一项');
    expect(await matters()).toBe(before);
    const asked = await post('/track', new URLSearchParams({ number: '2026-SAM-000001', code: 'TYPED', cod: 'X' }), 'en');
    expect([asked.status, asked.location]).toEqual([422, null]);
    expect(asked.html).toMatch(/no field “cod”[\s\S]*value="2026-SAM-000001"[\s\S]*value="TYPED"/);
    const pass = await post('/clock', new URLSearchParams({ days: '1', back: '/', day: '2' }), 'en');
    expect([pass.status, pass.html.includes('no parameter “day”')]).toEqual([422, true]);
  });

  it('says of an unknown item and of one at the window only why', async () => {
    expect((await post('/apply/XXX-L99', application())).status).toBe(404);
    expect((await post('/apply/NRB-L11', application())).html).toContain('item-not-online');
  });
});

describe('files', () => {
  it('that came with a form that was not right are kept, and filed with the next', async () => {
    const first = await post(
      APPLY,
      multipart(application({ truth: [] }), [
        ['M1', '申请表.png', PNG],
        ['M2', '<b>坏.exe', Buffer.from('MZ rubbish')],
      ]),
    );
    expect(first.status).toBe(422);
    expect(first.html).toContain('申请表.png');
    expect(first.html).toContain('&lt;b&gt;坏.exe');
    expect(first.html).toMatch(/aria-invalid="true"[^>]*name="file.M2"|name="file.M2"[^>]*aria-invalid="true"/);

    const again = application({ 'Idempotency-Key': keyIn(first.html), kept: '1' });
    const second = await post(APPLY, multipart(again, []));
    expect(second.status).toBe(303);
    const number = decodeURIComponent(second.location!.split(/[/?]/)[2]!);
    const { rows } = await house.pool.query('SELECT name FROM journal.person_file WHERE matter = $1', [number]);
    expect(rows).toEqual([{ name: '申请表.png' }]);
    expect((await post(APPLY, multipart(again, []))).location).toBe(second.location);
  });

  it('a file over five megabytes is told at its field, and nothing typed is lost', async () => {
    const { status, html } = await post(
      APPLY,
      multipart(application(), [['M1', 'big.png', Buffer.concat([PNG, Buffer.alloc(5 * 1024 * 1024 + 1)])]]),
    );
    expect(status).toBe(422);
    expect(html).toContain('超过5兆');
    expect(html).toContain('在示范大道12号门头设置招牌');
  });

  it('another case and back again loses neither the licence number nor a tick', async () => {
    const typed = application({ case: 'renewal', licence: 'L-OLD', declarations: 'M3' });
    const sentAs = (html: string): URLSearchParams => {
      const form = new URLSearchParams();
      for (const [tag] of html.slice(html.indexOf('name="Idempotency-Key"') - 30).matchAll(/<input[^>]*>/g)) {
        const [name, value] = [/name="([^"]+)"/.exec(tag)?.[1], /value="([^"]*)"/.exec(tag)?.[1]];
        const told = !/type="(checkbox|radio)"/.test(tag) || tag.includes('checked=""');
        if (name && value && told && !name.startsWith('file.')) form.append(name, value);
      }
      return form;
    };
    typed.set('case-switch', 'new');
    const fresh = sentAs((await post(APPLY, typed)).html);
    expect([fresh.get('case'), fresh.get('licence'), fresh.getAll('declarations')]).toEqual(['new', 'L-OLD', ['M3']]);
    fresh.set('case-switch', 'renewal');
    const { html } = await post(APPLY, fresh);
    const back = sentAs(html);
    expect([back.get('case'), back.get('licence'), back.getAll('declarations')]).toEqual(['renewal', 'L-OLD', ['M3']]);
    expect(html).toMatch(/<input[^>]*type="text"[^>]*name="licence"|<input[^>]*name="licence"[^>]*type="text"/);
  });

  it('another case of the item keeps what was typed', async () => {
    const { status, html } = await post(APPLY, multipart(application({ 'case-switch': 'renewal' }), [['M1', 'a.png', PNG]]));
    expect(status).toBe(200);
    expect(html).toContain('name="case" value="renewal"');
    expect(html).toContain('name="licence"');
    expect(html).toContain('a.png');
  });
});

describe('a form sent twice', () => {
  it('has one effect; changed, it is refused and not taken again', async () => {
    const form = application({ 'Idempotency-Key': 'the-same-form-twice' });
    const before = await matters();
    const first = await post(APPLY, form);
    const second = await post(APPLY, form);
    expect([first.status, second.status]).toEqual([303, 303]);
    expect(second.location).toBe(first.location);
    expect(await matters()).toBe(before + 1);
    const changed = await post(APPLY, application({ 'Idempotency-Key': 'the-same-form-twice', 'form.address': '别处' }));
    expect(changed.status).toBe(422);
    expect(changed.html).toContain('value="别处"');
    expect(await matters()).toBe(before + 1);
  });
});

describe('a bundle', () => {
  it('[S1-73] needs three licences, and files them under one receipt', async () => {
    const few = await post('/bundles/B06/apply', application({ case: [], items: ['FRS-L01', 'CDC-L01'] }));
    expect(few.status).toBe(422);
    expect(few.html).toContain('至少选三项');
    const before = await matters();
    const done = await post(
      '/bundles/B06/apply',
      multipart(application({ case: [], items: ['FRS-L01', 'CDC-L01', 'PSB-L04'] }), [['P1', 'a.png', PNG]]),
    );
    expect(done.status).toBe(303);
    expect(await matters()).toBe(before + 3);
    const receipt = await (await fetch(`${url}${done.location}`)).text();
    expect(receipt.match(/2026-(FRS|CDC|PSB)-\d{6}/g)?.length).toBeGreaterThanOrEqual(3);
  });
});

describe('a matter on the portal', () => {
  it('is corrected, withdrawn, and opened by its code only', async () => {
    const m = await fileByForm(url, '/apply/UMB-L05', application());
    await act(m.number, 'clerk', 'request-correction', { items: [{ material: 'M3', what: '看不清', how: '重拍' }], way: '网上' });
    const path = `/track/${m.number}/correct?code=${m.code}`;
    const empty = await post(path, new URLSearchParams());
    expect(empty.status).toBe(422);
    expect(empty.html).toContain('aria-invalid="true"');
    expect((await post(path, multipart(new URLSearchParams(), [['M3', '图.png', PNG]]))).status).toBe(303);
    expect((await post(path, new URLSearchParams({ note: 'x' }))).status).toBe(409);
    const withdraw = `/track/${m.number}/withdraw?code=${m.code}`;
    expect((await post(withdraw, new URLSearchParams())).status).toBe(422);
    const surplus = await post(withdraw, new URLSearchParams({ reason: '不办了', reasn: 'x' }));
    expect([surplus.status, surplus.html.includes('没有“reasn”这一项'), surplus.html.includes('不办了')]).toEqual([422, true, true]);
    expect((await post(withdraw, new URLSearchParams({ reason: '不办了' }))).status).toBe(303);
    expect(await (await fetch(`${url}/track/${m.number}?code=${m.code}`)).text()).toContain('您撤回了申请');
  });

  it('a wrong code gets a written answer and, after too many, a rest', async () => {
    const m = await fileByForm(url, APPLY, application());
    const ask = () => fetch(`${url}/track/${m.number}?code=NOTTHECODE`);
    const first = await ask();
    expect(first.status).toBe(404);
    expect(await first.text()).toContain('查询码不对');
    let last = first;
    for (let i = 0; i < 60 && last.status !== 429; i++) last = await ask();
    expect(last.status).toBe(429);
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

describe('switches', () => {
  it('language and text size lead back into this house only', async () => {
    const go = async (path: string) => (await fetch(`${url}${path}`, { redirect: 'manual' })).headers;
    const zh = await go('/lang/zh?back=/items%3Fq%3Da');
    expect(zh.get('location')).toBe('/items?q=a');
    expect(zh.get('set-cookie')).toContain('lang=zh');
    for (const back of ['//evil.example', 'https://evil.example', '/\\evil.example', '/.//evil.example', '/%0d%0aSet-Cookie:x=1'])
      expect(new URL((await go(`/lang/en?back=${encodeURIComponent(back)}`)).get('location')!, 'http://house').origin).toBe('http://house');
    expect((await go('/text-size?large=1&back=/law')).get('set-cookie')).toContain('large=1');
  });

  it('the model county’s clock moves by the form', async () => {
    const { today } = await house.moment();
    expect((await letPass(url, 1)).status).toBe(303);
    expect((await house.moment()).today > today).toBe(true);
    expect((await post('/clock', new URLSearchParams({ days: '1e9' }))).status).toBe(400);
  });
});
