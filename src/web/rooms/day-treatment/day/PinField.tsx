import type { JSX, Ref } from 'react';
import { TextField } from '#web/design/TextField.tsx';

/** Six digits or more; the browser keeps none of them. */
export const PinField = ({
  value,
  onChange,
  ...field
}: {
  label: string;
  value: string;
  onChange: (pin: string) => void;
  hint?: string;
  error?: string | null;
  ref?: Ref<HTMLInputElement>;
}): JSX.Element => (
  <TextField
    {...field}
    type="password"
    inputMode="numeric"
    autoComplete="off"
    maxLength={12}
    value={value}
    onChange={({ currentTarget }) => onChange(currentTarget.value.replaceAll(/\D/g, ''))}
  />
);
