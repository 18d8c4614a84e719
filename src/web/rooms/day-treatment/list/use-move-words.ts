import type { MoveLine, TreatmentList } from '#modules/day-treatment/contract.ts';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { useWeekWords } from '#web/rooms/day-treatment/week/use-week-words.ts';

const HOUR = 60;

/** What a line says in words. */
export interface MoveWords {
  readonly treatment: (line: MoveLine) => string;
  /** Where somebody could come, or why not. */
  readonly outcome: (line: MoveLine) => string;
  readonly distance: (line: MoveLine) => string;
  readonly hours: (line: MoveLine) => string;
}

/** The words of the list; a code that nobody knows stays as it was written. */
export const useMoveWords = (treatments: TreatmentList['treatments']): MoveWords => {
  const t = useText('day-growth');
  const format = useFormat();
  const { number } = useWeekWords();
  return {
    treatment: ({ treatment: asked }) => {
      const found = treatments.find(({ code }) => code === asked);
      return (found?.now?.body ?? found?.draft)?.name ?? asked;
    },
    outcome: ({ why, room }) => (why === null ? t('list.canCome', { room }) : t(`list.why.${why}`)),
    distance: ({ why, km }) => {
      if (why !== null) return '';
      return km === null ? t('list.farUnknown') : format.distance(km);
    },
    hours: ({ minutes }) => (minutes === 0 ? '' : number(minutes / HOUR)),
  };
};
