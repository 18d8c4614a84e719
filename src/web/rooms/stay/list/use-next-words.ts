import type { Instant } from '#kernel/interval.ts';
import type { StayLine } from '#modules/stay/contract-list.ts';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { useStayWords } from '#web/rooms/stay/use-stay-words.ts';

/** What must happen next, and below it what else is coming. */
export interface NextStep {
  readonly title: string;
  readonly line: string | null;
}

/** What must happen next with a stay, in words. */
export const useNextWords = (): ((stay: StayLine, now: Instant) => NextStep) => {
  const t = useText('stay');
  const format = useFormat();
  const words = useStayWords();
  const leaves = ({ expectedEnd, latestEnd }: StayLine, now: Instant): string => {
    if (expectedEnd === null) return t('next.unknown');
    if (latestEnd !== null) return t('next.uncertain');
    return t('next.leaves', { day: format.dayName(Date.parse(expectedEnd), now) });
  };
  /** What is coming by itself: what it waits for, the talk, or the way home. */
  const coming = (stay: StayLine, now: Instant): string[] => [
    ...stay.barriers.slice(0, 1).map(words.waits),
    ...(stay.meeting === null ? [] : [words.meets(stay.meeting, now)]),
    leaves(stay, now),
  ];
  const pressing = (stay: StayLine, now: Instant): string | null => {
    switch (stay.need) {
      case 'over':
        return t('next.over', { count: -stay.daysLeft });
      case 'overdue':
        return t('next.overdue', { length: format.length(now - Date.parse(stay.expectedEnd ?? '')) });
      case 'alarm':
        return t('next.alarm', { count: stay.daysLeft });
      case 'barrier-late': {
        const [late] = stay.barriers;
        return late === undefined
          ? null
          : t('next.late', { what: words.barrier(late), who: words.owner(late) });
      }
      default:
        return stay.need === 'meeting' && stay.meeting !== null ? words.meets(stay.meeting, now) : null;
    }
  };
  return (stay, now) => {
    const first = pressing(stay, now);
    const [next, after] = coming(stay, now).filter((words) => words !== first);
    if (first === null) return { title: next ?? '', line: stay.barriers.length > 0 ? (after ?? null) : null };
    return { title: first, line: next ?? null };
  };
};
