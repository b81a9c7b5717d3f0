import { Input } from 'antd';
import { useState } from 'react';
import { mixed } from '../../../../pictures/zh.tsx';
import { useBench } from '../../../../workbench/bench.tsx';
import type { RepresentativeView } from './answers.ts';
import { Change, Field } from './change.tsx';
import { useHeadWords } from './part.tsx';

/** Takes authority back, with the reason, at once. */
export default function Withdraw({ of, close }: { of: RepresentativeView; close: () => void }) {
  const { lang } = useBench();
  const say = useHeadWords();
  const [reason, setReason] = useState('');
  const name = of.name;
  return (
    <Change
      title={say('withdraw-of', { name })}
      go={say('withdraw')}
      path="/head/withdrawals"
      body={{ authority: of.id, reason }}
      missing={reason.trim() ? [] : ['reason']}
      told={say('withdrawn', { name })}
      close={close}
    >
      {(faultOf) => (
        <>
          <p className="notice">{mixed(say('withdraw-say', { name }), lang)}</p>
          <Field id="withdraw-reason" label={say('field-reason')} fault={faultOf('reason')}>
            <Input.TextArea
              id="withdraw-reason"
              value={reason}
              rows={3}
              maxLength={500}
              onChange={({ target }) => setReason(target.value)}
            />
          </Field>
        </>
      )}
    </Change>
  );
}
