import { Input, InputNumber } from 'antd';
import { mixed } from '../../../pictures/zh.tsx';
import { formatMoney } from '../../../portal/format.ts';
import { useBench } from '../../../workbench/bench.tsx';
import type { AtWindow } from './answers.ts';
import { Field } from './field.tsx';
import { billedSum, type Filled, ruledOut } from './form.ts';
import { useWords } from './say.tsx';

/** What is billed in the same confirmation: one of each that the list fixes, none where the clerk says so. */
export function Bills({ charges, filled, change }: Pick<AtWindow, 'charges'> & { filled: Filled; change: (f: Filled) => void }) {
  const { lang } = useBench();
  const say = useWords();
  return (
    <fieldset className="bills">
      <legend>{say('spot-bills')}</legend>
      <p className="muted">{say('spot-bills-lead')}</p>
      {charges.map(({ charge, name, standard, fixed, byQuantity }) =>
        fixed ? (
          <Field key={charge} id={`f-${charge}`} label={say('spot-bill', { name, standard })}>
            <InputNumber
              id={`f-${charge}`}
              min={0}
              max={100_000}
              value={filled.billed[charge] ?? (byQuantity ? null : 1)}
              onChange={(n) => change({ ...filled, billed: { ...filled.billed, [charge]: n ?? (byQuantity ? undefined : 0) } })}
            />
          </Field>
        ) : (
          <p key={charge}>{mixed(say('spot-bill-later', { name, standard }), lang)}</p>
        ),
      )}
      <p>
        <b data-sum>{say('spot-sum', { sum: formatMoney(billedSum({ charges }, filled)) })}</b>
      </p>
      {ruledOut({ charges }, filled).length > 0 && (
        <Field id="f-no-charge" label={say('spot-no-charge')}>
          <Input
            id="f-no-charge"
            lang="zh"
            value={filled.noCharge}
            maxLength={2000}
            onChange={(event) => change({ ...filled, noCharge: event.target.value })}
          />
        </Field>
      )}
    </fieldset>
  );
}
