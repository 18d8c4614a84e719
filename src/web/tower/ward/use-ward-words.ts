import { DAY, type Instant } from '#kernel/interval.ts';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import type { WardClaim } from './timeline.ts';

/** How the ward names people and moments; one voice for timeline, list, card and message. */
export interface WardWords {
  /** The name when the reader may know it, otherwise `vrouw 80–84`, otherwise `iemand`. */
  readonly who: (claim: WardClaim) => string;
  /** Who it is about without saying who: `vrouw 80–84`. */
  readonly profile: (claim: WardClaim) => string;
  /** `vandaag 14:00`, `morgen 08:00`, `di 27 okt`: with the clock as long as it is near. */
  readonly when: (at: Instant, now: Instant) => string;
  /** The same for an instant of the API; null is an end nobody knows. */
  readonly whenIso: (iso: string | null, now: Instant) => string;
  /** For what ends within the hour: only `12:26`. */
  readonly soonIso: (iso: string | null, now: Instant) => string;
}

const NEAR = 2 * DAY;

/** The words of the ward in the language of the reader. */
export const useWardWords = (): WardWords => {
  const t = useText('ward');
  const inDesign = useText('design');
  const format = useFormat();
  const when = (at: Instant, now: Instant): string =>
    Math.abs(at - now) < NEAR
      ? t('when', { day: format.dayName(at, now), clock: format.clock(at) })
      : format.day(at);
  const profile = ({ profile: about }: WardClaim): string => {
    if (about === null) return t('someone');
    const words = { sex: inDesign(`profile.sex.${about.sex}`), age: about.ageBand.replace('-', '–') };
    return inDesign('profile.title', words).toLowerCase();
  };
  return {
    profile,
    who: (claim) => claim.name ?? profile(claim),
    when,
    whenIso: (iso, now) => (iso === null ? t('noEnd') : when(Date.parse(iso), now)),
    soonIso: (iso, now) => (iso === null ? t('noEnd') : format.moment(Date.parse(iso), now)),
  };
};
