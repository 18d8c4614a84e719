import type { Property } from '#kernel/product.ts';
import {
  type OfferRefusal,
  UNMET_CODES,
  type UnmetCode,
  WOULD_HAVE,
  type WouldHave,
} from '#modules/placement/types.ts';

/** Why one site does not fit, as the search tells it. */
export interface WhyNot {
  readonly code: string;
  readonly lacks: readonly Property[];
  readonly closedFor: string | null;
}

/** What stood in the way at the moment nobody could be found. */
export interface UnmetFacts {
  /** One per site that does not fit. */
  readonly rejects: readonly WhyNot[];
  /** What the asked houses said no with. */
  readonly refusals: readonly OfferRefusal[];
  /** It is Saturday or Sunday at the site: then hours mean the weekend. */
  readonly weekend: boolean;
}

/** Why there was no place, and what would have made it possible. */
export interface Unmet {
  readonly code: UnmetCode;
  readonly would: readonly WouldHave[];
}

interface Voice {
  readonly code: UnmetCode;
  readonly would: WouldHave | null;
}

const FULL: Voice = { code: 'no-bed', would: 'one-more-bed' };
const STAFF: Voice = { code: 'no-staff', would: 'staff' };
const SHUT_WARD: Voice = { code: 'closed-ward', would: 'closed-place' };
const ISOLATION: Voice = { code: 'care-not-here', would: 'isolation-room' };
const EQUIPMENT: Voice = { code: 'care-not-here', would: 'equipment' };
const HEAVY: Voice = { code: 'care-not-here', would: null };
const DOCTOR: Voice = { code: 'no-doctor', would: 'specialist-on-site' };
const CONTRACT: Voice = { code: 'no-contract', would: 'contract' };

const hours = (weekend: boolean): Voice => ({
  code: 'admission-hours',
  would: weekend ? 'weekend-admission' : 'evening-admission',
});

const lacking = (missing: readonly Property[]): Voice => {
  if (missing.includes('closed-ward')) return SHUT_WARD;
  return missing.includes('isolation') ? ISOLATION : EQUIPMENT;
};

/** A figure too old to count, or another kind of care, says nothing about what was missing here. */
const voiceOfSite = (site: WhyNot, weekend: boolean): Voice | null => {
  switch (site.code) {
    case 'admission':
      return hours(weekend);
    case 'room-sex':
    case 'cohort':
    case 'full':
    case 'held':
    case 'too-short':
      return FULL;
    case 'closed':
      return site.closedFor === 'no-staff' ? STAFF : FULL;
    case 'needs':
      return lacking(site.lacks);
    case 'doctor':
      return DOCTOR;
    case 'contract':
    case 'ceiling':
      return CONTRACT;
    case 'legal-title':
      return SHUT_WARD;
    default:
      return null;
  }
};

const voiceOfRefusal = (refusal: OfferRefusal, weekend: boolean): Voice => {
  switch (refusal) {
    case 'no-capacity':
      return FULL;
    case 'no-staff':
      return STAFF;
    case 'outside-admission-hours':
      return hours(weekend);
    case 'no-doctor':
      return DOCTOR;
    case 'behaviour-or-closed-ward':
      return SHUT_WARD;
    case 'isolation-not-possible':
      return ISOLATION;
    case 'equipment-missing':
      return EQUIPMENT;
    case 'care-too-heavy':
    case 'wrong-product':
      return HEAVY;
    case 'no-contract-or-budget':
      return CONTRACT;
    default:
      return { code: 'refused-by-all', would: null };
  }
};

/**
 * A first answer to "why was there no place", for who closes the request to agree with or change: the reason most sites
 * share, with what would have helped there. At a tie the order of `UNMET_CODES` decides.
 */
export const proposeUnmet = ({ rejects, refusals, weekend }: UnmetFacts): Unmet => {
  const voices = [
    ...rejects.flatMap((site) => voiceOfSite(site, weekend) ?? []),
    ...refusals.map((refusal) => voiceOfRefusal(refusal, weekend)),
  ];
  const count = (code: UnmetCode): number => voices.filter((voice) => voice.code === code).length;
  const code = UNMET_CODES.reduce((best, next) => (count(next) > count(best) ? next : best));
  if (count(code) === 0) return { code: 'other', would: [] };
  const helps = new Set(voices.filter((voice) => voice.code === code).map((voice) => voice.would));
  return { code, would: WOULD_HAVE.filter((would) => helps.has(would)) };
};
