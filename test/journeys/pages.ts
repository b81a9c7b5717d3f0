import type { TestHouse } from '../support/house.ts';

/** One public page: its path, and the status with which it answers. */
export interface PublicPage {
  readonly name: string;
  readonly path: string;
  readonly status?: number;
}
/** A matter as its applicant knows it. */
export interface Filed {
  readonly number: string;
  readonly code: string;
}
export type Matters = Awaited<ReturnType<typeof fileMatters>>;

const FIRM = { kind: 'firm', name: '示范县测试餐饮有限公司', idType: 'credit-code', idNumber: '91990101MA00TEXT0R', phone: '13000000003' };
const SIGN = 'UMB-L05';
const FOOD = 'SAM-L01';

/** An application as the portal's form sends it. */
export const application = (over: Readonly<Record<string, string | readonly string[]>> = {}): URLSearchParams => {
  const fields = {
    case: 'new',
    'applicant.kind': FIRM.kind,
    'applicant.name': FIRM.name,
    'applicant.idType': FIRM.idType,
    'applicant.idNumber': FIRM.idNumber,
    'applicant.phone': FIRM.phone,
    'form.details': '在示范大道12号门头设置招牌，长4米、高1.2米。',
    'form.address': '示范大道12号',
    truth: 'yes',
    ...over,
  };
  return new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one as string])),
  );
};

/** Files through the portal, without a script; the redirect names the receipt. */
export async function fileByForm(url: string, path: string, form: URLSearchParams): Promise<Filed> {
  const answer = await fetch(`${url}${path}`, { method: 'POST', body: form, redirect: 'manual' });
  const [, number, code] = /^\/receipt\/([^?]+)\?code=(\w+)$/.exec(answer.headers.get('location') ?? '') ?? [];
  if (answer.status !== 303 || !number || !code)
    throw new Error(`${path}: ${answer.status} ${(await answer.text()).match(/<div class="summary[\s\S]*?<\/div>/)?.[0]}`);
  return { number, code };
}

export const letPass = (url: string, days: number): Promise<Response> =>
  fetch(`${url}/clock`, { method: 'POST', body: new URLSearchParams({ days: String(days), back: '/' }), redirect: 'manual' });

const SIGNERS = [
  ['EX1', 'propose'],
  ['SH', 'check'],
  ['DEP', 'approve'],
] as const;

const HEARING = { day: '2026-03-11', time: '09:30', place: '政务服务中心三楼听证室', moderator: 'UMB-CHF', announced: true };

/** Matters in every state a citizen can see. */
export async function fileMatters({ url, act, complete }: TestHouse) {
  const file = (item: string) => fileByForm(url, `/apply/${item}`, application());
  const [received, correction, examined, paused, decided, granted, refused, remit, deemed, withdrawn] = [
    await file(FOOD),
    await file(SIGN),
    await file(SIGN),
    await file(SIGN),
    await file(SIGN),
    await file(SIGN),
    await file(SIGN),
    await file(SIGN),
    await file(FOOD),
    await file('TRA-L11'),
  ] as const;
  const [billed, disputed, forwarded, revoked, served] = [
    await file('UMB-L01'),
    await file(SIGN),
    await file('ARA-L20'),
    await file(SIGN),
    await file(SIGN),
  ] as const;
  const follow = await file(FOOD);
  const bundle = await fileByForm(url, '/bundles/B06/apply', application({ case: [], items: ['FRS-L01', 'CDC-L01', 'PSB-L04'] }));
  const notice = {
    items: [
      { material: 'M3', what: '实景图看不清尺寸', how: '重拍一张，标明尺寸' },
      { what: '地址与产权证明不一致', how: '改正地址' },
    ],
    way: '网上补正或者到窗口',
  };
  await act(correction.number, 'clerk', 'request-correction', notice);
  await act(remit.number, 'clerk', 'reject-remit', { organ: 'TRA', reason: '公路用地范围内归交通部门', way: '请向县交通运输局申请' });
  await complete(follow.number, 'clerk', ['M6']);
  await act(follow.number, 'clerk', 'accept-with-papers-to-follow', { papers: ['M6'], undertaking: true, by: '2026-02-28' });
  await fetch(`${url}/track/${withdrawn.number}/withdraw?code=${withdrawn.code}`, {
    method: 'POST',
    body: new URLSearchParams({ reason: '改主意了' }),
    redirect: 'manual',
  });
  for (const m of [examined, paused, decided, granted, refused, billed, disputed, forwarded, revoked, served])
    await act(m.number, 'clerk', 'accept');
  const street = { parties: [{ name: '沿街商户' }], what: '门前人行道占用三天', hearing: true };
  await act(billed.number, 'UMB-CHF', 'extend', { reason: '施工方案要会同两个部门复核' });
  await act(billed.number, 'UMB-EX1', 'tell-third-parties', street);
  await act(billed.number, 'UMB-EX1', 'record-statement', { from: 'third-party', text: '会影响进货', hearing: true });
  await act(billed.number, 'UMB-EX1', 'notify-hearing', HEARING);
  await act(billed.number, 'UMB-EX1', 'bill', { charge: 'UMB-C02', quantity: 300 });
  await act(disputed.number, 'UMB-SH', 'dispute-remit', { organ: 'TRA', reason: '在公路用地范围内' });
  for (const [seat, action] of SIGNERS)
    await act(forwarded.number, `ARA-${seat}`, action, { step: 'lead', opinion: 'agree', text: '看过现场' });
  await act(forwarded.number, 'ARA-CHF', 'forward', { opinion: 'agree', text: '初审同意' });

  await letPass(url, 2);
  await act(examined.number, 'PSB-DEP', 'approve', { step: 'assist:PSB', opinion: 'agree-with-conditions', text: '不得遮挡信号灯' });
  await act(paused.number, 'UMB-EX1', 'pause', { ground: 'appraisal', expected: '2026-03-06', reason: '需鉴定外墙承重' });
  for (const m of [decided, granted, refused, revoked, served]) {
    const opinion = m === refused ? 'disagree' : 'agree';
    for (const organ of ['PSB', 'HUC'])
      await act(m.number, `${organ}-DEP`, 'approve', { step: `assist:${organ}`, opinion, text: '看过现场' });
    for (const [seat, action] of SIGNERS) await act(m.number, `UMB-${seat}`, action, { step: 'lead', opinion, text: '看过现场' });
    const no = { outcome: 'refused', reason: '遮挡路口信号灯', way: '向西移2米后重新申请' };
    const yes = { outcome: 'granted', reason: '符合规定', conditions: '亮度不超过限值', months: 24 };
    await act(m.number, 'UMB-CHF', 'decide', m === refused ? no : yes);
  }
  for (const m of [granted, refused])
    await act(m.number, 'delivery-clerk', 'deliver', { method: 'in-person', recipient: FIRM.name, proof: '窗口签收' });
  const lost = { ground: 'whereabouts-unknown', reason: '两次邮寄被退回，到住所没有找到', place: '政务服务中心公告栏' };
  await act(served.number, 'delivery-clerk', 'serve-by-notice', lost);
  const why = {
    ground: 'false-papers',
    basis: '《行政许可法》第六十九条',
    reason: '产权证明是假的',
    way: '取得真实的产权证明后可以重新申请',
  };
  await act(revoked.number, 'UMB-CHF', 'revoke', why);
  await letPass(url, 8);
  const open = { received, correction, examined, paused, decided, remit, follow, deemed, bundle, billed, disputed, forwarded };
  return { ...open, granted, refused, withdrawn, revoked, served };
}

/** Every public path, and how to get one: opened in both languages by `pages.test.ts`. */
export function publicPages(m: Matters): readonly PublicPage[] {
  const track = (key: keyof Matters, part = '') => `/track/${m[key].number}${part}?code=${m[key].code}`;
  const paper = (key: keyof Matters, kind: string) => `/papers/${m[key].number}/${kind}?code=${m[key].code}`;
  const page = (name: string, path: string, status?: number): PublicPage => ({ name, path, status });
  return [
    page('home', '/'),
    page('items', '/items'),
    page('search', `/items?q=${encodeURIComponent('开饭店')}`),
    page('search without result', '/items?q=zzzz'),
    page('items of a department', '/items?department=UMB'),
    page('items of a theme', '/items?theme=transport'),
    page('items for persons', '/items?audience=person'),
    page('guide', `/items/${SIGN}`),
    page('guide of an item at the window only', '/items/NRB-L11'),
    page('guide of an item that is not live', '/items/PSB-L01'),
    page('application', `/apply/${SIGN}`),
    page('application for a renewal', `/apply/${FOOD}?case=renewal`),
    page('bundles', '/bundles'),
    page('bundle', '/bundles/B06'),
    page('application for a bundle', '/bundles/B06/apply'),
    page('receipt', `/receipt/${m.received.number}?code=${m.received.code}`),
    page('receipt of a bundle', `/receipt/${m.bundle.number}?code=${m.bundle.code}`),
    page('tracking form', '/track'),
    page('wrong code', `/track/${m.received.number}?code=WRONG`, 404),
    ...(Object.keys(m) as (keyof Matters)[]).map((key) => page(`tracking: ${key}`, track(key))),
    page('the records checked', track('examined', '/verify')),
    page('answer the notice', track('correction', '/correct')),
    page('withdraw', track('examined', '/withdraw')),
    page('withdraw too late', track('granted', '/withdraw'), 409),
    page('hand in papers', track('follow', '/hand-in')),
    page('paper: receipt', paper('received', 'receipt')),
    page('paper: correction', paper('correction', 'correction')),
    page('paper: acceptance', paper('examined', 'acceptance')),
    page('paper: acceptance with papers to follow', paper('follow', 'acceptance')),
    page('paper: deemed acceptance', paper('deemed', 'acceptance')),
    page('paper: non-acceptance', paper('remit', 'non-acceptance')),
    page('paper: special procedure', paper('paused', 'pause')),
    page('paper: decision granting', paper('granted', 'decision')),
    page('paper: decision refusing', paper('refused', 'decision')),
    page('paper: extension', paper('billed', 'extension')),
    page('paper: notice to third parties', paper('billed', 'third-parties')),
    page('paper: notice of a hearing', paper('billed', 'hearing')),
    page('paper: payment', paper('billed', 'payment')),
    page('paper: decision revoking', paper('revoked', 'revocation')),
    page('paper: proof of service', paper('granted', 'service')),
    page('a paper that was not made', paper('received', 'decision'), 404),
    page('received today', '/today/received'),
    page('decided today', '/today/concluded'),
    page('durations', '/today/durations'),
    page('late', '/late'),
    page('procedures before and after', '/changes'),
    page('a guide with an earlier version', '/items/TRA-L11'),
    page('open', '/open'),
    page('decisions', '/decisions'),
    page('decision', `/decisions/${m.granted.number}`),
    page('hearings announced', '/hearings'),
    page('notices of service', '/service-notices'),
    page('paper: notice of service', paper('served', 'service-notice')),
    page('licence form', '/licences'),
    page('licence', `/licences/L-${m.granted.number}`),
    page('no such licence', '/licences/L-1', 404),
    page('mandate', '/mandate'),
    page('mandate filtered', '/mandate?state=tested&institution=catalogue'),
    page('law', '/law'),
    page('law: a statute', '/law/petition'),
    page('law: the statute with most to say', '/law/licensing'),
    page('law: what comes back each year', '/law/disclosure'),
    page('law: parameters of the county', '/law/county'),
    page('law: the days of an edition of the calendar', '/law/calendar/2026.1'),
    page('law: no such statute', '/law/nothing', 404),
    page('calculator', '/deadline'),
    page('calculator: an answer', '/deadline?amount=20&unit=wd&from=2026-02-13&pause=2026-03-02..2026-03-06:expert-review'),
    page('calculator: provisional, half a year', '/deadline?amount=120&from=2026-09-01'),
    page('calculator: the longest', '/deadline?amount=500&from=2026-02-13'),
    page('calculator: an organ’s, on a rest day', '/deadline?amount=15&unit=cd&from=2026-04-20&whose=organ'),
    page('calculator: counted back, to a rest day', '/deadline?term=decision.hearing-papers&from=2026-05-12'),
    page('calculator: a duty that comes back', '/deadline?term=disclosure.report-department&from=2026-01-02'),
    page('calculator: hours', '/deadline?amount=26&unit=h&from=2026-04-29T10:30'),
    page('calculator: for the printer', '/deadline?amount=45&from=2026-03-02&extend=15&view=paper'),
    page('calculator: faults', '/deadline?term=&amount=-1&unit=&from=2026-02-30&pause.0.from=2026-03-09&pause.0.ground=lunch', 422),
    page('codes', '/codes'),
    page('code', '/codes/paused'),
    page('how to verify', '/verify'),
    page('call panel', '/calls'),
    page('call panel in the hall', '/calls?hall=1'),
    page('tour', '/tour'),
    page('api', '/api'),
    page('api: filing', '/api/file-matter'),
    page('api: an action', '/api/act-decide'),
    page('api: a list', '/api/desk'),
    page('api: no such route', '/api/act-nothing', 404),
    page('not found', '/nothing-here', 404),
    page('unknown item', '/items/XXX-L99', 404),
  ];
}
