import { type Day, instantOf } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { OwnView } from '#modules/people/contract.ts';
import { currentLanguage, useText } from '#web/i18n/texts.ts';
import { daysAhead } from '#web/i18n/time.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { saveSheet } from '#web/sheet.ts';
import { useLookWords } from './look-words.ts';

const ZONE = 'Europe/Amsterdam';
const NOON = 12 * 60;

/** A day as the person reads it: `Vandaag, donderdag 22 oktober`. */
export const useDayWords = (): ((day: Day, now: Instant) => string) => {
  const t = useText('own');
  return (day, now) => {
    const at = instantOf(day, NOON, ZONE);
    const long = new Intl.DateTimeFormat(currentLanguage() === 'nl' ? 'nl-NL' : 'en-GB', {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      timeZone: ZONE,
    }).format(at);
    return daysAhead(at, now) === 0
      ? t('today', { day: long })
      : `${long.charAt(0).toUpperCase()}${long.slice(1)}`;
  };
};

/** Saves the list as a file that opens in every spreadsheet, in the words of the screen. */
export const useListFile = (): ((view: OwnView) => void) => {
  const t = useText('own');
  const format = useFormat();
  const words = useLookWords();
  return (view) => {
    const head = ['day', 'time', 'who', 'role', 'did', 'what', 'why'].map((column) => t(`file.${column}`));
    const lines = view.days.flatMap(({ day, looks }) =>
      looks.map((look) => {
        const { who, role, did, what, why } = words(look);
        return [day, format.clock(Date.parse(look.at)), who, role, did, what, why];
      }),
    );
    saveSheet(t('file.name'), [head, ...lines]);
  };
};
