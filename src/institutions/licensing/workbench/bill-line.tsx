import { mixed } from '../../../pictures/zh.tsx';
import { formatMoney } from '../../../portal/format.ts';
import { useBench } from '../../../workbench/bench.tsx';
import type { Values } from './action-fields.tsx';
import { billSum } from './bill-sum.ts';
import { useWords } from './say.tsx';
import type { ChargeChoice } from './story.ts';

/** Before it is billed: the standard of the list, its unit, and the sum that comes of what is typed. */
export function BillLine({ charges, values }: { charges: readonly ChargeChoice[]; values: Values }) {
  const { lang } = useBench();
  const say = useWords();
  const charge = charges.find(({ value }) => value === values.charge);
  if (!charge) return null;
  const sum = billSum(charge, values);
  return (
    <p className="notice" role="status" data-bill-sum={sum}>
      {mixed(say('bill-standard', { standard: charge.standard, unit: charge.unit || say('bill-no-unit') }), lang)}{' '}
      <b>
        {sum === undefined ? say(charge.byQuantity ? 'bill-sum-quantity' : 'bill-sum-amount') : say('bill-sum', { sum: formatMoney(sum) })}
      </b>
    </p>
  );
}
