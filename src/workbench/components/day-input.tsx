/** A day somebody chooses, with its label: by the calendar or typed; what is no day changes nothing. */
export function DayInput({ id, label, day, last, choose }: DayInputProps) {
  return (
    <>
      <label htmlFor={id}>{label}</label>{' '}
      <input id={id} type="date" value={day} max={last} onChange={({ target }) => target.value && choose(target.value)} />
    </>
  );
}

interface DayInputProps {
  readonly id: string;
  readonly label: string;
  readonly day: string;
  /** The last day there is to choose. */
  readonly last?: string;
  choose(day: string): void;
}
