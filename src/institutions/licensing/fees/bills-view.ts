import { unmask } from '../../../kernel/journal/personal.ts';
import type { Lang } from '../../../kernel/text.ts';
import type { Catalogue } from '../../catalogue/index.ts';
import type { MatterFile } from '../queries.ts';
import type { Licensing } from '../rules/state.ts';
import { erased } from '../words.ts';

/** Each charge billed, in fen, with what it rests on and how it was assessed. */
export const billsView = (s: Licensing, { facts, names }: MatterFile, catalogue: Catalogue, lang: Lang) =>
  (s.bills ?? []).map(({ amount, refunded, reduced, ordered, receipt: _receipt, year: _year, ...bill }) => {
    const { basis, note } = facts.find((f) => f.seq === bill.seq)?.body ?? {};
    const name = catalogue.charge(bill.charge)?.name ?? { zh: bill.charge, en: bill.charge };
    return {
      ...bill,
      fen: amount,
      refundedFen: refunded,
      reducedFen: reduced,
      orderedFen: ordered?.amount,
      name,
      basis,
      assessment: unmask(note, names, erased[lang]),
    };
  });
