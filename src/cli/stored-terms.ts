import type { Catalogue, Item, Limit } from '../institutions/catalogue/index.ts';
import { Beside } from '../kernel/clock/checker/beside.ts';
import { besideTerm, type Ruled, type TermRows } from '../kernel/clock/checker/term.ts';
import type { Clock } from '../kernel/clock/types.ts';

/** What a record may tell of limits, whichever record it is. */
interface Telling {
  readonly kind: string;
  readonly item?: string;
  readonly itemVersion?: number;
  readonly case?: string;
  readonly bundle?: string;
  readonly forwards?: boolean;
  readonly clocks?: readonly Clock[];
  readonly steps?: readonly { readonly id: string; readonly limit: Limit }[];
  readonly ground?: string;
  readonly statutory?: boolean;
}

/** By which term each clock of a licence matter runs; the law's own limit and the promise are told apart below. */
const TERMS: Readonly<Record<string, string>> = {
  acceptance: 'licensing.accept',
  delivery: 'licensing.deliver',
  arbitration: 'licensing.arbitration',
  citizen: 'licensing.hearing-request',
  hearing: 'licensing.hearing-organise',
  notice: 'licensing.service-notice',
};

/**
 * The limits of one licence matter beside the law and the version of its item under which it was received: term, article, amount, unit, ground
 * of a pause, days of an extension, a step's own limit. Of the rules that chose them nothing is used.
 */
export class TermsOfMatter {
  #about: Telling | undefined;
  #extended = 0;
  readonly #law: TermRows;
  readonly #catalogue: Pick<Catalogue, 'item'>;

  constructor(law: TermRows, catalogue: Pick<Catalogue, 'item'>) {
    this.#law = law;
    this.#catalogue = catalogue;
  }

  /** What this record says of limits, by clock, by step, or of itself (`''`). */
  *tell(fact: Telling): Generator<readonly [place: { clock?: Clock['kind']; step?: string }, beside: Beside]> {
    if (fact.kind === 'received') this.#about = fact;
    const { item: id = '', itemVersion: version } = this.#about ?? {};
    const item = this.#catalogue.item(id, { version });
    if (fact.kind === 'extended') this.#extended = this.#extension(item);
    for (const clock of fact.clocks ?? []) yield [{ clock: clock.kind }, this.#clock(clock, item)];
    if (fact.kind === 'accepted' || fact.kind === 'deemed-accepted')
      for (const { id: step, limit } of fact.steps ?? []) {
        const beside = new Beside();
        const own = ownLimit(step, item);
        beside.same('limit', plain(limit), own && plain(own), 'the item');
        yield [{ step }, item ? beside : unheld(id, version)];
      }
    if (fact.kind === 'paused') yield [{}, this.#pause(fact, item)];
  }

  #clock(clock: Clock, item: Item | undefined): Beside {
    const ruled = this.#ruled(clock.kind, item);
    if (!ruled && !item) return unheld(this.#about?.item, this.#about?.itemVersion);
    const beside = ruled ? besideTerm(clock, ruled, this.#law) : new Beside();
    if (!ruled) beside.same('amount', clock.amount, undefined, 'the item');
    beside.same('extended', clock.extended, clock.kind === 'legal' ? this.#extended : 0, 'the records give');
    return beside;
  }

  #ruled(kind: Clock['kind'], item: Item | undefined): Ruled | undefined {
    const common = this.#common();
    if (kind === 'legal' && common) return { term: common };
    if (kind !== 'legal' && kind !== 'promised') return TERMS[kind] === undefined ? undefined : { term: TERMS[kind] };
    const limit = (item?.cases.value.find((one) => one.id === this.#about?.case)?.[kind] ?? item?.[kind])?.value;
    return limit && { term: 'licensing.decide', limit };
  }

  /** Of what is handled jointly, or only examined here, the law's limit is the same for every item. */
  #common(): string | undefined {
    if (this.#about?.bundle) return 'licensing.decide-joint';
    return this.#about?.forwards ? 'licensing.pre-examination' : undefined;
  }

  #extension(item: Item | undefined): number {
    const common = this.#common();
    return (common ? this.#law.find(common)?.extension?.amount : item?.extension.value.amount) ?? 0;
  }

  /** The grounds of 行政许可法 45 stop the law's limit; what the item's guide declares stops the promise only (P1). */
  #pause({ ground = '', statutory }: Telling, item: Item | undefined): Beside {
    const beside = new Beside();
    const lawful = this.#law.find(this.#common() ?? 'licensing.decide')?.pausable?.includes(ground) ?? false;
    const known = lawful || item?.promisedPauses.includes(ground) === true;
    beside.same('ground', ground, known ? ground : undefined, 'law and item');
    beside.same('statutory', statutory, lawful, 'by the law it is');
    return item ? beside : unheld(this.#about?.item, this.#about?.itemVersion);
  }
}

/** Of the lead the item's promise, or what its law gives; of an assist its own. */
function ownLimit(step: string, item: Item | undefined): Limit | undefined {
  if (step === 'lead') return item?.promised?.value ?? item?.legal?.value ?? { amount: 20, unit: 'wd' };
  return item?.assists.value.find(({ organ }) => step === `assist:${organ}`)?.limit;
}

const plain = ({ amount, unit }: Limit): string => `${amount} ${unit}`;

function unheld(item = '', version?: number): Beside {
  const beside = new Beside();
  beside.notCompared.push(`item ${item} v${version}: its limits are not here`);
  return beside;
}
