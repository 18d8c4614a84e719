import { currentLanguage } from '#web/i18n/texts.ts';

const locale = (): string => (currentLanguage() === 'nl' ? 'nl-NL' : 'en-GB');

/** A number as people read it: `1,8`, `410`, `9.200`; one digit behind the comma below ten unless it is whole. */
export const numberText = (value: number): string => {
  const digits = Math.abs(value) < 9.95 ? 1 : 0;
  const round = Math.round(value * 10 ** digits) / 10 ** digits;
  return (round === 0 ? 0 : round).toLocaleString(locale(), { maximumFractionDigits: digits });
};

/** So many digits behind the comma that what differs from `before` also shows a difference. */
const digitsFor = (before: number, after: number): number => {
  const apart = Math.abs(before - after);
  // Less than a hundredth: no digits, unless rounding would make one whole of it.
  const least = Math.round(before) === Math.round(after) ? 0 : 2;
  const digits = [0, 1, 2].find((each) => apart * 10 ** each >= 1) ?? least;
  return Math.max(digits, Math.max(Math.abs(before), Math.abs(after)) < 9.95 ? 1 : 0);
};

/**
 * How to write numbers that stand beside each other, all with the same digits, so that what differs from `before` shows:
 * `32,49`, `32,50` and `33,86`, never `32` beside `33` for a hundredth.
 */
export const besideText = (before: number, after: readonly number[]): ((value: number) => string) => {
  const most = Math.max(digitsFor(before, before), ...after.map((each) => digitsFor(before, each)));
  return (value) =>
    (Math.round(value * 10 ** most) / 10 ** most).toLocaleString(locale(), {
      // Two digits only together: `1,60` beside `1,58`.
      minimumFractionDigits: most === 2 ? 2 : 0,
      maximumFractionDigits: most,
    });
};

/** Two numbers beside each other, with so many digits that a difference shows: `19,5` and `19,4`. */
export const pairText = (before: number, after: number): readonly [string, string] => {
  const text = besideText(before, [after]);
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
