import type { Instant } from '#kernel/interval.ts';
import { COHORT_WORDS, ROOM_SEX_WORDS } from '#kernel/limits.ts';
import { capital } from '#web/i18n/capital.ts';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { inWords } from '#web/rooms/placement/words.ts';
import { useStayWords } from '#web/rooms/stay/use-stay-words.ts';
import type { WardClaim, WardPlace } from './timeline.ts';
import { useWardWords } from './use-ward-words.ts';

/** A line in bold and the line below it. */
export interface TwoLines {
  readonly name: string;
  readonly line: string;
}

/** The claim that matters for what is said of a bed now: who is here, else what comes first. */
const presentClaim = (bed: WardPlace): WardClaim | null => {
  const open = bed.claims.filter(({ displaced, kind }) => !displaced && kind !== 'cleaning');
  return open.find(({ kind }) => kind === 'stay') ?? open[0] ?? null;
};

/** Over the expected end: how long, and what it waits for. */
const useOver = (): ((claim: WardClaim, end: Instant, now: Instant) => string) => {
  const t = useText('ward');
  const format = useFormat();
  const ofStays = useStayWords();
  return (claim, end, now) => {
    const length = format.length(now - end);
    const [barrier] = claim.stay?.barriers ?? [];
    return barrier === undefined
      ? t('bed.over', { length })
      : t('bed.overWaits', { length, what: ofStays.barrier(barrier) });
  };
};

const useStaying = (): ((claim: WardClaim, bed: WardPlace, now: Instant) => string) => {
  const t = useText('ward');
  const words = useWardWords();
  const ofStays = useStayWords();
  const over = useOver();
  return (claim, bed, now) => {
    if (claim.until === null) return t('noEnd');
    if (claim.overdue) return over(claim, Date.parse(claim.until), now);
    if (claim.latestEnd !== null) return t('bed.uncertain');
    const until = t(bed.state === 'soon' ? 'bed.leaves' : 'bed.until', {
      moment: words.whenIso(claim.until, now),
    });
    const away = claim.stay?.away ?? null;
    return away === null ? until : t('bed.away', { until, where: ofStays.away(away) });
  };
};

const useShut = (): ((bed: WardPlace, now: Instant) => string) => {
  const t = useText('ward');
  const words = useWardWords();
  return (bed, now) => {
    const closure = bed.closures.find(({ from }) => Date.parse(from) <= now);
    if (closure === undefined) {
      const cleaning = bed.claims.find(({ kind, from }) => kind === 'cleaning' && Date.parse(from) <= now);
      const cleaned = { reason: t('reason.cleaning'), moment: words.whenIso(cleaning?.until ?? null, now) };
      return cleaning === undefined ? t('bed.closedUnit') : t('bed.closed', cleaned);
    }
    const reason = t(`reason.${closure.reason}`);
    return closure.until === null
      ? reason
      : t('bed.closed', { reason, moment: words.whenIso(closure.until, now) });
  };
};

const useFree = (): ((bed: WardPlace) => string) => {
  const t = useText('ward');
  return ({ room }) => {
    if (room === null || (room.sex === 'any' && room.cohort === null)) return t('bed.free');
    const whom = inWords(room.cohort === null ? ROOM_SEX_WORDS[room.sex] : COHORT_WORDS[room.cohort]);
    return t('bed.freeFor', { room: room.code, whom });
  };
};

/** Who lies in a bed now and until when, or what else it is: `Mw. Boelens` · `vertrekt vandaag 14:00`. */
export const useBedWords = (): ((bed: WardPlace, now: Instant) => TwoLines) => {
  const t = useText('ward');
  const inDesign = useText('design');
  const words = useWardWords();
  const staying = useStaying();
  const shut = useShut();
  const free = useFree();
  const coming = (claim: WardClaim, now: Instant): TwoLines =>
    claim.kind === 'hold'
      ? {
          name: inDesign('state.held'),
          line: t('bed.heldFor', { clock: words.soonIso(claim.expiresAt, now), who: words.profile(claim) }),
        }
      : { name: t('bed.comes', { who: capital(words.who(claim)) }), line: words.whenIso(claim.from, now) };
  return (bed, now) => {
    const claim = presentClaim(bed);
    if (claim?.kind === 'stay') {
      return { name: claim.name ?? inDesign('state.occupied'), line: staying(claim, bed, now) };
    }
    if (bed.state === 'held' && claim !== null) return coming(claim, now);
    const lines: Partial<Record<WardPlace['state'], () => string>> = {
      closed: () => shut(bed, now),
      free: () => free(bed),
      unknown: () => t('bed.unknown'),
      // Nobody of ours, and taken all the same: that is what the ward itself told in numbers.
      occupied: () => t('bed.counted'),
    };
    const from = (): string => t('bed.emptyFrom', { moment: words.soonIso(bed.changesAt, now) });
    return { name: inDesign(`state.${bed.state}`), line: (lines[bed.state] ?? from)() };
  };
};
