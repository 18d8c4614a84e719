import type { SignalView } from '#modules/cases/contract.ts';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';

type Sign = SignalView['signs'][number];

/** Codes that have a word of our own; every other code is read as it stands. */
const WORDED = new Set(['A04', 'D01', 'L03', 'N01', 'P01', 'P03', 'P06', 'P74', 'P76', 'Z01']);

const noon = (day: string): number => Date.parse(`${day}T12:00:00Z`);

/** Says in plain words who it is and why they stand in the list. */
export const useSignalWords = () => {
  const t = useText('recurring');
  const format = useFormat();
  const reasonOf = (code: string): string =>
    WORDED.has(code) ? t(`reason.${code}`) : t('reason.other', { code });
  const list = (counts: readonly number[]): string =>
    `${counts.slice(0, -1).join(', ')} ${t('and')} ${counts.at(-1) ?? 0}`;
  const whyOf = (sign: Sign): string => {
    switch (sign.code) {
      case 'persistent':
        return t('sign.persistent', { counts: list(sign.perYear) });
      case 'frequent':
        return t('sign.frequent', { contacts: sign.contacts, from: sign.from });
      case 'same-reason':
        return t('sign.sameReason', {
          contacts: sign.contacts,
          days: sign.days,
          reason: reasonOf(sign.reason),
        });
      case 'many-helpers':
        return t('sign.manyHelpers', { helpers: sign.helpers, days: sign.days });
      case 'no-social':
        return t('sign.noSocial');
    }
  };
  return {
    day: (day: string): string => format.longDay(noon(day)).replace(/^\S+ /, ''),
    whoOf: ({ name, number, bsnEnd }: SignalView['who']): string =>
      name ?? (number === null ? t('who.bsn', { end: bsnEnd }) : t('who.number', { number })),
    whyOf,
  };
};
