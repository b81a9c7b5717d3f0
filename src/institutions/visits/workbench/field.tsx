import type { ReactNode } from 'react';
import { mixed } from '../../../pictures/zh.tsx';
import { useBench } from '../../../workbench/bench.tsx';

/** A label, a field, and under it what is wrong with it. */
export function Field({
  id,
  label,
  fault,
  whole,
  children,
}: {
  id: string;
  label: string;
  fault?: string;
  whole?: boolean;
  children: ReactNode;
}) {
  const { lang } = useBench();
  return (
    <div className={`field${fault ? ' faulty' : ''}${whole ? ' whole' : ''}`}>
      <label htmlFor={id}>{label}</label>
      {children}
      {fault && (
        <p className="fault" id={`${id}-fault`}>
          {mixed(fault, lang)}
        </p>
      )}
    </div>
  );
}
