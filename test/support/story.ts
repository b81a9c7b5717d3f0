import { randomBytes } from 'node:crypto';
import { setClock } from '../../src/county-clock.ts';
import { recordLookUp } from '../../src/institutions/licensing/queries/window.ts';
import type { LocalDate } from '../../src/kernel/clock/types.ts';
import type { Command } from '../../src/kernel/matter/engine.ts';
import { personaFor } from '../../src/kernel/organisation/index.ts';
import type { House } from '../../src/open-house.ts';
import { makeCode } from '../../src/platform/http/session.ts';
import { onPaper, papersMissing } from './papers.ts';

/** A matter of the story: its number and the code that opens it. */
export interface Told {
  readonly number: string;
  readonly code: string;
}

/** Tells stories in a model county: everyday people, everyday items (P16), each act by somebody who may. */
export class Story {
  readonly #house: House;

  constructor(house: House) {
    this.#house = house;
  }

  /** Local time of the county, `2026-02-13T09:00`. */
  async at(local: string): Promise<void> {
    const set = await setClock(this.#house, Date.parse(`${local}+08:00`));
    if (!set.ok) throw new Error(`story: the clock cannot go to ${local}: ${JSON.stringify(set.refusal)}`);
  }

  async file(item: string, more: Readonly<Record<string, unknown>> = {}): Promise<Told> {
    const code = makeCode();
    const person = `c-${randomBytes(6).toString('hex')}`;
    const outcome = await this.#house.engine.perform({
      kind: 'licensing',
      input: { item, applicant: PEOPLE.shopkeeper, form: { address: '城关镇人民路18号', subject: '门店' }, ...more, person, code },
      actor: (m) =>
        more.channel === 'window' ? m.directory.actor(this.#personOf('clerk', m.today), m.today) : { kind: 'applicant', person, seats: [] },
    });
    if (!outcome.ok) throw new Error(`story: ${item} was refused: ${JSON.stringify(outcome)}`);
    return { number: outcome.number, code };
  }

  /** One act of a persona or seat; a refusal ends the story. What is accepted was completed at the window before. */
  async act(
    { number }: Told,
    who: string,
    action: string,
    input: Readonly<Record<string, unknown>> = {},
    kind = 'licensing',
  ): Promise<void> {
    const seen = action === 'accept' ? await papersMissing(this.#house, number) : [];
    if (seen.length > 0) await this.act({ number, code: '' }, who, 'check-papers', { seen, returned: [] });
    const outcome = await this.#house.engine.perform({
      kind,
      number,
      action,
      input,
      actor: (m) => m.directory.actor(this.#personOf(who, m.today), m.today),
    });
    if (!outcome.ok) throw new Error(`story: ${who} may not ${action} ${number}: ${JSON.stringify(outcome.refusals)}`);
  }

  /** A ticket of the queue, a count of the till. */
  async open(kind: string, who: string, input: object): Promise<Told> {
    const actor: Command['actor'] = (m) => m.directory.actor(this.#personOf(who, m.today), m.today);
    const outcome = await this.#house.engine.perform({ kind, input, actor });
    if (!outcome.ok) throw new Error(`story: no ${kind}: ${JSON.stringify(outcome)}`);
    return { number: outcome.number, code: '' };
  }

  #personOf(who: string, today: LocalDate): string {
    const { personas, register } = this.#house.model;
    return personaFor(who, personas, register, today)?.person ?? who;
  }

  /** 承办, 审核, 批准 of a step. */
  async opinion(matter: Told, organ: string, step: string, text: string, opinion = 'agree'): Promise<void> {
    await this.act(matter, `${organ}-EX1`, 'propose', { step, opinion, text });
    await this.act(matter, `${organ}-SH`, 'check', { step, opinion, text: '同意承办意见' });
    await this.act(matter, `${organ}-DEP`, 'approve', { step, opinion, text: '同意' });
  }
}

export const PEOPLE = {
  shopkeeper: { kind: 'person', name: '陈晓梅', idType: 'resident-id', idNumber: '110101199003070003', phone: '13900000001' },
  firm: { kind: 'firm', name: '示范县青禾餐饮有限公司', idType: 'credit-code', idNumber: '91990101MA00TEXT0R', phone: '13900000002' },
} as const;

/** A morning at the centre, after {@link tellAll}: tickets, papers handed in, money taken. For pictures of the officers' screens. */
export async function tellMorning(house: House, { road }: { readonly road: Told }): Promise<void> {
  const s = new Story(house);
  const ticket = (queue: string, n: number) => s.open('visit', 'clerk', { queue, ticket: n });
  await s.at('2026-03-02T08:52');
  const [first, second] = [await ticket('filing', 1), await ticket('filing', 2)];
  await ticket('pick-up', 1);
  const third = await ticket('filing', 3);
  await ticket('advice', 1);
  await s.at('2026-03-02T09:03');
  await s.act(first, 'clerk', 'call', {}, 'visit');
  await s.act(first, 'clerk', 'attend', {}, 'visit');
  const food = await s.file('SAM-L02', { channel: 'window', papers: ['M1', 'M2', 'M3'] });
  await s.act(food, 'clerk', 'accept');
  await s.act(first, 'clerk', 'about', { matter: food.number, known: true, before: 0 }, 'visit');
  await s.at('2026-03-02T09:19');
  await s.act(first, 'clerk', 'finish', {}, 'visit');
  await s.act(second, 'clerk', 'call', {}, 'visit');
  await s.act(second, 'clerk', 'attend', {}, 'visit');
  await s.file('SAM-L01', { applicant: PEOPLE.firm, channel: 'window', papers: ['M1', 'M3'] });
  await s.file('UMB-L05', { channel: 'window', papers: ['M1', 'M2'] });
  await s.act(road, 'cashier', 'pay', { amount: 90, method: 'cash', receipt: '26020300017' });
  const records = { cash: 9000, card: 0, transfer: 0, mobile: 0 };
  await s.act(third, 'clerk-2', 'call', {}, 'visit');
  await s.open('till', 'cashier', { day: '2026-03-02', float: 200, counted: 280, reason: '少一张十元，已查找', records });
  await s.at('2026-03-02T09:31');
}

/** Later that morning: one who withdrew and filed again, and a hearing that was asked for and notified. */
export async function tellHearing(house: House) {
  const s = new Story(house);
  await s.at('2026-03-02T09:40');
  const first = await s.file('SAM-L02', { channel: 'window', papers: ['M1', 'M2', 'M3'] });
  await s.act(first, 'clerk', 'withdraw', { reason: '材料不齐，改日再来', signed: true });
  const again = await s.file('SAM-L02', { channel: 'window', papers: ['M1', 'M2', 'M3'] });
  const hearing = await s.file('UMB-L01', { applicant: PEOPLE.firm });
  await s.act(hearing, 'clerk', 'accept');
  await s.act(hearing, 'UMB-EX1', 'tell-third-parties', { parties: [{ name: '沿街商户' }], what: '门前人行道占用三天', hearing: true });
  await s.act(hearing, 'UMB-EX1', 'record-statement', { from: 'third-party', text: '会影响进货', hearing: true });
  const notice = { day: '2026-03-13', time: '09:30', place: '政务服务中心三楼听证室', moderator: 'UMB-CHF', announced: true };
  await s.act(hearing, 'UMB-EX1', 'notify-hearing', notice);
  const { now, today, directory } = await house.moment();
  const [person = ''] = directory.holdersOf('ASB-W01', today);
  await recordLookUp(house.pool, { at: now, person, seat: 'ASB-W01', idNumber: PEOPLE.shopkeeper.idNumber, found: 2 });
  return { again, hearing };
}

/** The states that pages are looked at in, told over three weeks of February and March 2026. */
export async function tellAll(house: House) {
  const s = new Story(house);
  await s.at('2026-02-09T09:20');
  const food = await s.file('SAM-L01', { applicant: PEOPLE.firm, channel: 'window', papers: ['M1', 'M2'] });
  await s.act(food, 'clerk', 'accept');
  const road = await s.file('UMB-L01', { applicant: PEOPLE.firm });
  await s.at('2026-02-10T10:05');
  await s.opinion(food, 'SAM', 'lead', '现场布局和制度符合规定');
  await s.act(food, 'SAM-DEP', 'decide', { outcome: 'granted', reason: '材料齐全，现场符合食品经营许可条件' });
  await s.at('2026-02-10T15:30');
  await s.act(food, 'ASB-DLV1', 'deliver', { method: 'in-person', recipient: '示范县青禾餐饮有限公司', proof: '经办人持授权书签收' });
  await s.act(road, 'clerk', 'accept');

  await s.at('2026-02-11T09:12');
  const sign = await s.file('UMB-L05');
  const correction = await s.file('CDC-L01');
  await s.act(correction, 'clerk', 'request-correction', {
    items: [
      { material: 'M1', what: '申请表第二页没有签字', how: '签字后重新上传' },
      { what: '平面图看不清尺寸', how: '请标明长宽和用途' },
    ],
    way: '两处补好后在网上提交即可，不用到窗口；有疑问请打窗口电话。',
  });
  await s.act(sign, 'clerk-2', 'accept');
  await s.at('2026-02-13T10:20');
  await s.act(sign, 'HUC-SH', 'approve', { step: 'assist:HUC', opinion: 'agree', text: '依附墙体结构安全，同意设置' });
  await s.act(road, 'PSB-SH', 'approve', {
    step: 'assist:PSB',
    opinion: 'agree-with-conditions',
    text: '请避开早晚高峰施工，并设置警示标志',
  });
  const refused = await s.file('TRA-L11', { applicant: PEOPLE.firm });
  await s.act(refused, 'clerk', 'accept');
  const silent = await s.file('DRC-L01', { applicant: PEOPLE.firm });
  await s.at('2026-02-14T09:40');
  await s.act(sign, 'UMB-EX1', 'pause', {
    ground: 'appraisal',
    expected: '2026-02-26',
    reason: '附着墙面的荷载需要委托鉴定，时间不计入期限',
  });
  await s.opinion(refused, 'TRA', 'lead', '车辆检测报告不合格', 'disagree');
  await s.act(refused, 'TRA-DEP', 'decide', {
    outcome: 'refused',
    reason: '车辆综合性能检测不合格，不符合道路货物运输经营条件',
    way: '更换或检修车辆，取得合格检测报告后可以重新申请',
  });
  await s.at('2026-02-26T09:10');
  await s.act(sign, 'UMB-EX1', 'resume', { note: '鉴定报告已收到' });
  await s.opinion(road, 'UMB', 'lead', '占用范围和工期合理');
  await s.act(road, 'HUC-SH', 'approve', { step: 'assist:HUC', opinion: 'agree', text: '不影响地下管线' });
  await s.act(road, 'UMB-EX1', 'bill', { charge: 'UMB-C02', quantity: 300 });
  await s.at('2026-02-27T10:20');
  await s.act(sign, 'UMB-EX1', 'propose', { step: 'lead', opinion: 'agree', text: '位置、尺寸符合户外广告设置规划' });
  const fresh = await s.file('ARA-L25', await onPaper(house, 'ARA-L25'));
  return { food, road, sign, correction, refused, silent, fresh };
}
