import type { Instant } from '#kernel/interval.ts';
import type { StayLine } from '#modules/stay/contract.ts';
import { useText } from '#web/i18n/texts.ts';
import { daysAhead } from '#web/i18n/time.ts';
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
  const overdue = (end: Instant, now: Instant): string => {
    const count = -daysAhead(end, now);
    return count === 0 ? t('next.overdueToday', { clock: format.clock(end) }) : t('next.overdue', { count });
  };
  /** A talk that should have been: nobody wrote down what came out of it. */
  const meets = (meeting: NonNullable<StayLine['meeting']>, now: Instant): string => {
    const at = Date.parse(meeting.at);
    if (daysAhead(at, now) >= 0) return words.meets(meeting, now);
    return t('next.missed', { kind: t(`meeting.${meeting.kind}`), day: format.day(at) });
  };
  /** What is coming by itself: what it waits for, the talk, or the way home. */
  const coming = (stay: StayLine, now: Instant): string[] => [
    ...stay.barriers.slice(0, 1).map(words.waits),
    ...(stay.meeting === null ? [] : [meets(stay.meeting, now)]),
    leaves(stay, now),
  ];
  const pressing = (stay: StayLine, now: Instant): string | null => {
    switch (stay.need) {
      case 'over':
        return t('next.over', { count: -stay.daysLeft });
      case 'overdue':
        return overdue(Date.parse(stay.expectedEnd ?? ''), now);
      case 'alarm':
        return t('next.alarm', { count: stay.daysLeft });
      case 'barrier-late': {
        const [late] = stay.barriers;
        return late === undefined
          ? null
          : t('next.late', { what: words.barrier(late), who: words.owner(late) });
      }
      default:
        return stay.need === 'meeting' && stay.meeting !== null ? meets(stay.meeting, now) : null;
    }
  };
  return (stay, now) => {
    const first = pressing(stay, now);
    const [next, after] = coming(stay, now).filter((words) => words !== first);
    if (first === null) return { title: next ?? '', line: stay.barriers.length > 0 ? (after ?? null) : null };
    return { title: first, line: next ?? null };
  };
};
