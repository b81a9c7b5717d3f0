import { InputNumber } from 'antd';

/** An amount in yuan as it was typed, with two decimals at least: a third is not rounded away, the form refuses it (`wholeFen`). */
export function YuanInput(props: YuanInputProps) {
  return <InputNumber<number> min={0} {...props} formatter={(yuan, { userTyping, input }) => (userTyping ? input : yuanTyped(yuan))} />;
}

/** `90` as `90.00`; `589.996` as it is. */
function yuanTyped(yuan: number | string | undefined): string {
  const [whole = '', part = ''] = String(yuan ?? '').split('.');
  return whole && `${whole}.${part.padEnd(2, '0')}`;
}

interface YuanInputProps {
  readonly id: string;
  readonly value: number | null;
  readonly onChange: (yuan: number | null) => void;
  readonly className: string;
  readonly max?: number;
  readonly controls?: boolean;
  readonly 'aria-describedby'?: string;
}
