import type { Party, PartyRow } from '#planning/whatif/types.ts';
import { useText } from '#web/i18n/texts.ts';
import {
  besideText,
  euroText,
  numberText,
  pairText,
  percentText,
  signed,
} from '#web/rooms/outlook/play/figures.ts';

/** The words of a row of the table per party. */
export interface PartyWords {
  readonly name: (party: Party) => string;
  /** What is counted of this party: `dagen wachten op een plek`. */
  readonly figure: (party: Party) => string;
  /** How the numbers of a party are written beside each other, `1,8` or `79 %`, without the unit. */
  readonly beside: (party: Party, now: number, after: readonly number[]) => (value: number) => string;
  /** Now and then beside each other. */
  readonly pair: (row: PartyRow) => readonly [now: string, after: string];
  /** `dagen`; empty for a share. */
  readonly unit: (party: Party) => string;
  readonly money: (row: PartyRow) => string;
  readonly freed: (row: PartyRow) => string;
  /** How many people or days are behind it. */
  readonly counted: (row: PartyRow) => string;
}

/** What comes free as a share; the rest is a number. */
const FREED_TEXT: Readonly<Record<string, typeof numberText>> = { occupancy: percentText };

/** The words of the table per party, in the language of the reader. */
export const usePartyWords = (): PartyWords => {
  const t = useText('outlook');
  const money: PartyWords['money'] = ({ money: { kind, mean, from, until } }) => {
    if (kind === 'none') return '–';
    if (kind === 'unclear')
      return t('money.between', { from: signed(from, euroText), until: signed(until, euroText) });
    return signed(mean, euroText);
  };
  const freed: PartyWords['freed'] = ({ unclear, freed: { kind, change } }) => {
    if (change === null) return unclear ? t('party.unclear') : '–';
    const { from, until, mean } = change;
    const text = FREED_TEXT[kind] ?? numberText;
    // What rounds to nothing is said as nothing.
    if ((from <= 0 && until >= 0) || text(mean) === text(0)) return t('party.unclear');
    return t(`freed.${kind}.${mean > 0 ? 'more' : 'less'}`, { amount: text(Math.abs(mean)) });
  };
  return {
    name: (party) => t(`party.${party}.name`),
    figure: (party) => t(`party.${party}.figure`),
    beside: (party, now, after) => (party === 'residents' ? percentText : besideText(now, after)),
    pair: ({ party, now, after }) =>
      party === 'residents'
        ? [percentText(now.mean), percentText(after.mean)]
        : pairText(now.mean, after.mean),
    unit: (party) => (party === 'residents' ? '' : t(`party.${party}.unit`)),
    money,
    freed,
    counted: ({ counted, party }) => t(`party.${party}.counted`, { many: numberText(Math.round(counted)) }),
  };
};
