import type { GrowthAnswer, GrowthBody, GrowthFigures } from '#modules/day-treatment/contract.ts';
import { currentLanguage, useText } from '#web/i18n/texts.ts';
import { useWeekWords } from '#web/rooms/day-treatment/week/use-week-words.ts';
import { type Difference, differenceOf, type Row, readable, turnedIn, UNITS, wayOf } from './growth.ts';

/** What a year says in words. */
export interface GrowthWords {
  /** `210 mensen`, `2,5 weken`, `46 %` */
  readonly figure: (row: Row, value: number) => string;
  /** `tussen 180 en 240` */
  readonly between: (row: Row, figure: NonNullable<GrowthFigures[Row]>) => string;
  /** `70 mensen meer`, `gelijk`, or that it may be chance. */
  readonly difference: (row: Row, difference: Difference) => string;
  readonly and: (parts: readonly string[]) => string;
  /** The year in one sentence. */
  readonly conclusion: (answer: GrowthAnswer, asked: GrowthBody) => string;
}

/** The words of growth, in the language of the reader. */
export const useGrowthWords = (): GrowthWords => {
  const t = useText('day-growth');
  const { number } = useWeekWords();
  const language = currentLanguage();
  const figure = (row: Row, value: number): string =>
    t(`unit.${UNITS[row]}`, { count: readable(row, value), value: number(readable(row, value)) });
  const and = (parts: readonly string[]): string =>
    new Intl.ListFormat(language, { type: 'conjunction' }).format(parts);
  const wait = ({ today, turned }: GrowthAnswer): string => {
    const [now, then] = [today.waitMeanWeeks, turned.waitMeanWeeks];
    const difference = differenceOf('waitMeanWeeks', now, then);
    if (now === null || then === null || difference === null) return t('said.waitNone');
    if (wayOf(difference) === 'same')
      return t('said.waitSame', { weeks: figure('waitMeanWeeks', then.mean) });
    return t('said.wait', {
      turned: number(readable('waitMeanWeeks', then.mean)),
      now: figure('waitMeanWeeks', now.mean),
    });
  };
  const conclusion = (answer: GrowthAnswer, { levers }: GrowthBody): string => {
    const { served } = answer.turned;
    const turned = turnedIn(levers).map(({ lever, count }) => t(`turned.${lever}`, { count }));
    const difference = differenceOf('served', answer.today.served, served);
    if (served === null || difference === null) return t('said.nobody');
    if (turned.length === 0)
      return t('said.still', { people: figure('served', served.mean), wait: wait(answer) });
    const way = wayOf(difference);
    const people = figure('served', way === 'same' ? served.mean : Math.abs(difference.by));
    return t(`said.${way}`, { turned: and(turned), people, wait: wait(answer) });
  };
  return {
    figure,
    between: (row, { from, until }) => {
      const [least, most] = [number(readable(row, from)), number(readable(row, until))];
      return least === most ? t('between.one') : t('between.two', { least, most });
    },
    difference: (row, { by, sure }) => {
      if (by === 0) return t('difference.none');
      const value = number(Math.abs(by));
      const words = t(`difference.${by > 0 ? 'more' : 'less'}`, {
        much: t(`unit.${UNITS[row] === 'percent' ? 'points' : UNITS[row]}`, { count: Math.abs(by), value }),
      });
      return sure ? words : t('difference.chance', { words });
    },
    and,
    conclusion,
  };
};
