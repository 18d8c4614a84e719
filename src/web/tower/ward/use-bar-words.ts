import type { Instant } from '#kernel/interval.ts';
import { capital } from '#web/i18n/capital.ts';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import type { Bar, WardClaim } from './timeline.ts';
import { useWardWords } from './use-ward-words.ts';

/** What stands in a bar of somebody. */
const useClaimBar = (): ((bar: Bar, claim: WardClaim, now: Instant) => string) => {
  const t = useText('ward');
  const inDesign = useText('design');
  const words = useWardWords();
  return ({ kind }, claim, now) => {
    if (kind === 'stay') return claim.name ?? inDesign('state.occupied');
    if (kind === 'hold') return t('bar.hold', { clock: words.soonIso(claim.expiresAt, now) });
    if (kind === 'cleaning') return t('bar.cleaning');
    const about = { who: words.who(claim), moment: words.whenIso(claim.from, now) };
    return kind === 'displaced'
      ? t('bar.displacedWho', about)
      : t('bar.planned', { ...about, who: capital(about.who) });
  };
};

/** What stands in a bar of the timeline, and what is said of it aloud. */
export const useBarWords = (): ((bar: Bar, now: Instant) => string) => {
  const t = useText('ward');
  const inDesign = useText('design');
  const format = useFormat();
  const ofClaim = useClaimBar();
  return (bar, now) => {
    if (bar.claim !== null) return ofClaim(bar, bar.claim, now);
    if (bar.closure !== null) return capital(t(`reason.${bar.closure.reason}`));
    if (bar.kind === 'closed') return inDesign('state.closed');
    if (bar.kind === 'unknown') return t('bar.unknown');
    return bar.until === null ? t('bar.free') : t('bar.freeUntil', { day: format.day(bar.until) });
  };
};
