import { Popover } from 'antd';
import { type ReactNode, useState } from 'react';
import { useSay } from '../bench.tsx';
import { inMain } from '../windows.ts';

/** A date that answers when it is asked: why this one. What is told is made when it is opened. */
export function WhyDate({ date, children }: { date: string; children: () => ReactNode }) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  return (
    <Popover
      getPopupContainer={inMain}
      trigger="click"
      open={open}
      onOpenChange={setOpen}
      title={say('why-date')}
      content={open ? <div className="why-content">{children()}</div> : null}
      classNames={{ root: 'why-pop wide-pop' }}
      destroyOnHidden
    >
      <button type="button" className="date" aria-label={say('why-date-of', { date })} onClick={(event) => event.stopPropagation()}>
        {date}
      </button>
    </Popover>
  );
}
