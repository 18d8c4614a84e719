import type { Day } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { StayMark } from '#modules/stay/contract.ts';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';

/** What of a barrier is said in few words. */
type Said = Pick<StayMark['barriers'][number], 'code' | 'owner' | 'ownerName' | 'note' | 'due'>;

/** A note as short as this says better what it is than the kind does: `traplift`. */
const SHORT_NOTE = 24;

/** The middle of a local day, to write it as a day. */
export const noonOf = (day: Day): Instant => Date.parse(`${day}T12:00:00Z`);

/** How stays are told; one voice for list, page and ward. */
export interface StayWords {
  /** `di 27 okt` */
  readonly day: (day: Day) => string;
  /** `traplift`, or the kind of barrier: `Wmo-besluit`. */
  readonly barrier: (barrier: Pick<Said, 'code' | 'note'>) => string;
  /** Who works on it: a name when there is one, otherwise `gemeente`. */
  readonly owner: (barrier: Pick<Said, 'owner' | 'ownerName'>) => string;
  /** `wacht op Wmo-besluit, gemeente, tot di 27 okt` */
  readonly waits: (barrier: Said) => string;
  /** `met verlof` */
  readonly away: (why: NonNullable<StayMark['away']>) => string;
  /** `overleg vandaag 11:00`, `overleg vr 24 okt 11:00` */
  readonly meets: (meeting: NonNullable<StayMark['meeting']>, now: Instant) => string;
}

/** The words of stays in the language of the reader. */
export const useStayWords = (): StayWords => {
  const t = useText('stay');
  const format = useFormat();
  const day = (of: Day): string => format.day(noonOf(of));
  const barrier: StayWords['barrier'] = ({ code, note }) =>
    note !== '' && note.length <= SHORT_NOTE ? note : t(`barrier.${code}`);
  const owner: StayWords['owner'] = (of) => of.ownerName ?? t(`owner.${of.owner}`);
  return {
    day,
    barrier,
    owner,
    away: (why) => t(`away.${why}`),
    waits: (of) => t('next.waits', { what: barrier(of), who: owner(of), day: day(of.due) }),
    meets: ({ kind, at }, now) =>
      t('next.meets', {
        kind: t(`meeting.${kind}`),
        day: format.dayName(Date.parse(at), now),
        clock: format.clock(Date.parse(at)),
      }),
  };
};
