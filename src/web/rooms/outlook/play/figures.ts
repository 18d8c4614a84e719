import { currentLanguage } from '#web/i18n/texts.ts';

const locale = (): string => (currentLanguage() === 'nl' ? 'nl-NL' : 'en-GB');

/** A number as people read it: `1,8`, `410`, `9.200`; one digit behind the comma below ten unless it is whole. */
export const numberText = (value: number): string => {
  const digits = Math.abs(value) < 9.95 ? 1 : 0;
  const round = Math.round(value * 10 ** digits) / 10 ** digits;
  return (round === 0 ? 0 : round).toLocaleString(locale(), { maximumFractionDigits: digits });
};

/** Two numbers beside each other, with so many digits that a difference shows: `19,5` and `19,4`. */
export const pairText = (before: number, after: number): readonly [string, string] => {
  const digits = [0, 1, 2].find((each) => Math.abs(before - after) * 10 ** each >= 1) ?? 0;
  const most = Math.max(digits, Math.max(Math.abs(before), Math.abs(after)) < 9.95 ? 1 : 0);
  const text = (value: number): string =>
    (Math.round(value * 10 ** most) / 10 ** most).toLocaleString(locale(), {
      // Two digits only together: `1,60` beside `1,58`.
      minimumFractionDigits: most === 2 ? 2 : 0,
      maximumFractionDigits: most,
    });
  return [text(before), text(after)];
};

/** `38 %` in Dutch, `38%` in English. */
export const percentText = (share: number): string =>
  `${Math.round(share * 100)}${currentLanguage() === 'nl' ? '\u00a0%' : '%'}`;

/** Whole euros in steps that say no more than is known: `€ 34.000`. Without a sign. */
export const euroText = (euros: number): string => {
  const size = Math.abs(euros);
  const step = size >= 10_000 ? 1000 : size >= 1000 ? 100 : 10;
  return `€\u00a0${(Math.round(size / step) * step).toLocaleString(locale())}`;
};

/** With its sign: `+ 12`, `− 210`. */
export const signed = (value: number, text: (size: number) => string): string =>
  `${value < 0 ? '−' : '+'}\u00a0${text(Math.abs(value))}`;
