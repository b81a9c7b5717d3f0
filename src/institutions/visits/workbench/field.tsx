import { cloneElement, type ReactElement } from 'react';
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
  children: ReactElement<FieldProps>;
}) {
  const { lang } = useBench();
  return (
    <div className={`field${fault ? ' faulty' : ''}${whole ? ' whole' : ''}`}>
      <label htmlFor={id}>{label}</label>
      {fault && children.props.id === id ? cloneElement(children, faulty(id)) : children}
      {fault && (
        <p className="fault" id={`${id}-fault`}>
          {mixed(fault, lang)}
        </p>
      )}
    </div>
  );
}

interface FieldProps {
  readonly id?: string;
  readonly 'aria-invalid'?: boolean;
  readonly 'aria-describedby'?: string;
}

/** What tells a reader of the screen that a field is wrong, and why. */
export const faulty = (id: string) => ({ 'aria-invalid': true, 'aria-describedby': `${id}-fault` });
