import { Button } from 'antd';
import { Link } from 'react-router';
import { mixed } from '../../../../pictures/zh.tsx';
import { useBench } from '../../../../workbench/bench.tsx';
import { type Reason, WhyNot } from '../../../../workbench/components/why-not.tsx';
import type { BillView } from '../../fees/view.ts';
import { sayShort } from '../say.tsx';
import { useFeeWords } from './parts.tsx';

/** One bill, and what can be done with it: a button where one may, the reason where not. */
export function BillLine({ bill, act }: { bill: BillView; act: (action: string) => void }) {
  const { lang, session } = useBench();
  const say = useFeeWords();
  return (
    <tr>
      <th scope="row">
        <Link to={`/matters/${encodeURIComponent(bill.matter)}`}>{mixed(bill.itemName[lang], lang)}</Link>
        <small>{bill.matter}</small>
      </th>
      <td>{mixed(bill.payer ?? say('erased'), lang)}</td>
      <td>
        {mixed(bill.chargeName[lang], lang)}
        <small>{mixed(bill.organName[lang], lang)}</small>
      </td>
      <td className="n">
        {(bill.fen / 100).toFixed(2)}
        {bill.reducedFen > 0 && bill.state !== 'reduced' && (
          <small>{say('reduced-before', { yuan: (bill.reducedFen / 100).toFixed(2) })}</small>
        )}
      </td>
      <td>{sayShort(bill.billed, lang, session.today)}</td>
      {bill.state !== 'due' && (
        <td>
          {bill.settled && sayShort(bill.settled, lang, session.today)} {bill.method && mixed(bill.method[lang], lang)}
          {bill.receipt && <small>{mixed(say('receipt', { receipt: bill.receipt }), lang)}</small>}
          {bill.waivedBy && (
            <small>{mixed(say('waived-by', { name: bill.waivedBy, basis: bill.basis ?? '', reason: bill.reason ?? '' }), lang)}</small>
          )}
          {bill.cashier && <small>{mixed(say('by-cashier', { name: bill.cashier }), lang)}</small>}
        </td>
      )}
      <td>
        <div className="buttons">
          {bill.acts?.filter(concerns).map(({ name, label, allowed, reasons }) =>
            allowed ? (
              <Button key={name} size="small" type={name === 'pay' ? 'primary' : 'default'} onClick={() => act(name)} data-action={name}>
                {label[lang]}
              </Button>
            ) : (
              <WhyNot key={name} action={label[lang]} reasons={reasons as readonly Reason[]} />
            ),
          )}
        </div>
      </td>
    </tr>
  );
}

/** What is never mine to do is no greyed button on each line: the matter’s page says whose it is. */
const concerns = ({ allowed, reasons }: NonNullable<BillView['acts']>[number]): boolean =>
  allowed || !(reasons as readonly Reason[]).some(({ code }) => code === 'no-authority');
