import { useTranslation } from 'react-i18next';
import type { Instant } from '#kernel/interval.ts';
import { currentLanguage } from './texts.ts';
import {
  clockText,
  daysAhead,
  dayText,
  distanceText,
  longDayText,
  momentText,
  stretch,
  timeLeft,
  weekdayText,
} from './time.ts';

/** Times, days and distances in the language of the reader. */
export interface Format {
  /** `11:41` */
  clock: (at: Instant) => string;
  /** `wo` */
  weekday: (at: Instant) => string;
  /** `do 22 okt` */
  day: (at: Instant) => string;
  /** `vandaag`, `morgen`, otherwise `di 27 okt` */
  dayName: (at: Instant, now: Instant) => string;
  /** `donderdag 22 oktober 2026` */
  longDay: (at: Instant) => string;
  /** Today `11:16`, another day `wo 21:30`, longer ago `do 22 okt 21:30`. */
  moment: (at: Instant, now: Instant) => string;
  /** How long something lasted or lasts: `25 min`, `6 uur`, `3 dagen`. */
  length: (milliseconds: number) => string;
  /** How old something is: `6 uur oud`. */
  old: (milliseconds: number) => string;
  /** Time left: large figure and unit, `14` `min` or `1:12` `uur`. */
  left: (milliseconds: number) => { figure: string; unit: string };
  /** `2,9 km` */
  distance: (kilometres: number) => string;
}

/** The formats of the reader; changes with the language. */
export const useFormat = (): Format => {
  const { t } = useTranslation('design');
  const language = currentLanguage();
  const length = (milliseconds: number): string => {
    const { unit, count } = stretch(milliseconds);
    return t(`time.${unit}`, { count });
  };
  return {
    clock: (at) => clockText(at, language),
    weekday: (at) => weekdayText(at, language),
    day: (at) => dayText(at, language),
    dayName: (at, now) => {
      const ahead = daysAhead(at, now);
      if (ahead === 0 || ahead === 1) return t(ahead === 0 ? 'time.today' : 'time.tomorrow');
      return dayText(at, language);
    },
    longDay: (at) => longDayText(at, language),
    moment: (at, now) => momentText(at, now, language),
    length,
    old: (milliseconds) => t('time.old', { length: length(milliseconds) }),
    left: (milliseconds) => {
      const { unit, figure } = timeLeft(milliseconds);
      return { figure, unit: t(unit === 'minutes' ? 'time.unitMinutes' : 'time.unitHours') };
    },
    distance: (kilometres) => distanceText(kilometres, language),
  };
};
