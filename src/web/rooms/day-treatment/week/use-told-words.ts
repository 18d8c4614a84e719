import { WEEKDAYS } from '#kernel/words.ts';
import type { Told } from '#modules/day-treatment/contract.ts';
import { currentLanguage, useText } from '#web/i18n/texts.ts';

/** What somebody was told and said, in words. */
export interface ToldWords {
  readonly confirmed: (told: Told) => string;
  /** What they ask; null: nothing. */
  readonly asks: (told: Told) => string | null;
  /** All of it in a few words, for who listens to the grid. */
  readonly short: (told: Told) => readonly string[];
}

/** The words about telling somebody, in the language of the reader. */
export const useToldWords = (): ToldWords => {
  const t = useText('day-treatment');
  const language = currentLanguage();
  const suits = ({ suits: wished }: Told): string | null => {
    if (wished === null) return null;
    const days = wished.weekdays.map((day) => WEEKDAYS[day - 1]?.[language] ?? '');
    const list = new Intl.ListFormat(language, { type: 'disjunction' }).format(days);
    const part = wished.part === null ? '' : t(`told.part.${wished.part}`);
    return [list, part].filter((each) => each !== '').join(', ');
  };
  const asks: ToldWords['asks'] = (told) => {
    if (told.asks === null) return null;
    const rather = suits(told);
    const words = t(`told.asks.${told.asks}`);
    return rather === null ? words : t('told.rather', { asks: words, rather });
  };
  const confirmed: ToldWords['confirmed'] = (told) =>
    t(told.confirmed === null ? 'planned.notConfirmed' : 'planned.confirmed');
  return {
    confirmed,
    asks,
    short: (told) => {
      const asked = asks(told);
      return [
        ...(told.confirmed === null ? [] : [confirmed(told)]),
        ...(asked === null ? [] : [asked]),
        ...(told.call === null ? [] : [t('told.call')]),
      ];
    },
  };
};
