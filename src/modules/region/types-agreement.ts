import type { Day } from '#kernel/calendar.ts';
import type { FreshnessLimits } from '#kernel/freshness.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Urgency } from '#kernel/urgency.ts';

/** The clocks and numbers of one route. */
export interface RouteRules {
  /** How long a place stays held for one request, minutes. */
  readonly holdMinutes: number;
  /** Within how many minutes a provider answers an offer. */
  readonly answerMinutes: number;
  /** To how many providers a request may be open at once. */
  readonly parallelOffers: number;
  /** For how many of those a place is held. */
  readonly heldOffers: number;
}

/** The agreement of the region, as valid on a day: the normal route, the crisis route, and who does what when it sticks. */
export interface Agreement extends FreshnessLimits, RouteRules {
  readonly validFrom: Day;
  /** The shorter clocks for who cannot wait. */
  readonly crisis: RouteRules;
  /** The whole region walks the crisis route, whatever the urgency. */
  readonly crisisForAll: boolean;
  /** The first yes wins, or the person chooses among who said yes within `choiceMinutes`. */
  readonly choice: 'first' | 'person';
  readonly choiceMinutes: number;
  /** Silence or a no asks the next that fits by itself. */
  readonly autoNext: boolean;
  /** May a request wait for a place, or is it answered with a place or with "no place" at once? */
  readonly waitingList: boolean;
  /** Who finds a bed when a published one is gone, and within how many minutes. */
  readonly goneBed: 'provider' | 'desk';
  readonly goneMinutes: number;
  /** How long the desk may take to find a next step, per urgency, minutes. */
  readonly searchMinutes: Readonly<Record<Urgency, number>>;
  /** The ladder after the desk, minutes after sending: the insurer's duty of care, then a report. */
  readonly insurerMinutes: number;
  readonly reportMinutes: number;
  /** Within how many minutes the specialist in elderly medicine advises; null: nobody does. */
  readonly consultMinutes: number;
  readonly consultOrganisationId: string | null;
  readonly deskOrganisationId: string;
  readonly deskPhone: string;
}

/** A version of the agreement with how it came about. */
export interface AgreementVersion extends Agreement {
  readonly id: string;
  readonly proposedAt: Instant;
  readonly proposedBy: string;
  /** Null: not yet signed by every party. */
  readonly adoptedAt: Instant | null;
}

/** What the parties agree on; which desk there is follows from the region, the day from the version. */
export type AgreementRules = Omit<Agreement, 'validFrom' | 'deskOrganisationId'>;

/** Somebody signed a version for an organisation. */
export interface Signature {
  readonly agreementId: string;
  readonly organisationId: string;
  readonly signedAt: Instant;
  readonly signedBy: string;
  /** Who that was, as it stands below the agreement. */
  readonly name: string;
}

/**
 * How a version stands on a day. `overtaken`: a proposal that a later agreement has passed by; `to-come`: signed by all,
 * its day has yet to come.
 */
export const AGREEMENT_STANDINGS = ['proposed', 'overtaken', 'to-come', 'in-force', 'past'] as const;
export type AgreementStanding = (typeof AGREEMENT_STANDINGS)[number];

/** Why a rule cannot be as it is. */
export type RuleCode =
  | 'rule-out-of-bounds'
  | 'hold-too-short'
  | 'hold-too-short-for-choice'
  | 'held-too-many'
  | 'too-old-too-early'
  | 'report-too-early';
