import { type Instant, MINUTE } from '#kernel/interval.ts';
import type { Urgency } from '#kernel/urgency.ts';
import type { Keeping } from './contract-keeping.ts';

/** With fewer than this a share says more about chance than about a party. */
export const ENOUGH = 5;

/** A party, and what it does in the region: what cannot be asked of it is not counted. */
export interface Party {
  readonly id: string;
  readonly name: string;
  readonly hasBeds: boolean;
  readonly isDesk: boolean;
}

/** One offer as far as keeping needs it. */
export interface OfferCourse {
  readonly houseId: string;
  readonly referrerId: string;
  readonly sentAt: Instant;
  /** The first word of the house, whichever it was; null when it said nothing. */
  readonly answeredAt: Instant | null;
  readonly expired: boolean;
  /** A bed that counted as free was held for it. */
  readonly held: boolean;
  /** The house said that there was no bed after all. */
  readonly noBed: boolean;
  readonly promised: boolean;
  readonly came: boolean;
  readonly displaced: boolean;
  readonly stayedAway: boolean;
}

/** "Klopt niet": somebody called and heard otherwise, and the house looked. */
export interface DoubtCourse {
  readonly houseId: string;
  /** The house set its figure right; otherwise it was right all along. */
  readonly corrected: boolean;
}

/** One request as far as the desk is asked: nobody was asked when it was sent. */
export interface SearchCourse {
  readonly sentAt: Instant;
  readonly urgency: Urgency;
  /** The first house that was asked, or the end without one; null while neither. */
  readonly stepAt: Instant | null;
  /** Taken back by who asked. */
  readonly closedAt: Instant | null;
}

interface Question {
  readonly askedAt: Instant;
  readonly answeredAt: Instant | null;
  readonly inTime: boolean;
}

type Row = Keeping['rows'][number];

const shown = (of: number, value: number): number | null => (of < ENOUGH ? null : value);

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
};

const answersOf = (questions: readonly Question[]): NonNullable<Row['answers']> => {
  const minutes = questions.flatMap(({ askedAt, answeredAt }) =>
    answeredAt === null ? [] : [(answeredAt - askedAt) / MINUTE],
  );
  const of = questions.length;
  return {
    of,
    inTime: shown(of, questions.filter(({ inTime }) => inTime).length),
    silent: shown(of, of - minutes.length),
    medianMinutes: shown(minutes.length, Math.round(median(minutes))),
  };
};

/** Open questions, and those taken back before an answer, say nothing about the house. */
const askedOfHouse = (offers: readonly OfferCourse[], houseId: string): Question[] =>
  offers
    .filter((offer) => offer.houseId === houseId && (offer.answeredAt !== null || offer.expired))
    .map(({ sentAt, answeredAt }) => ({ askedAt: sentAt, answeredAt, inTime: answeredAt !== null }));

const askedOfDesk = (
  searches: readonly SearchCourse[],
  minutes: Readonly<Record<Urgency, number>>,
  now: Instant,
): Question[] =>
  searches.flatMap(({ sentAt, urgency, stepAt, closedAt }) => {
    const due = sentAt + minutes[urgency] * MINUTE;
    const takenBack = stepAt === null && closedAt !== null && closedAt < due;
    if (takenBack || (stepAt === null && due > now)) return [];
    return [{ askedAt: sentAt, answeredAt: stepAt, inTime: stepAt !== null && stepAt <= due }];
  });

/** What became of the yeses of a house and of the arrivals a referrer agreed on; who is still to come is not counted. */
const promisesOf = (offers: readonly OfferCourse[], partyId: string): NonNullable<Row['promises']> => {
  const promised = offers.filter((offer) => offer.promised);
  const asHouse = promised.filter((offer) => offer.houseId === partyId && (offer.came || offer.displaced));
  const asReferrer = promised.filter(
    (offer) => offer.referrerId === partyId && (offer.came || offer.stayedAway),
  );
  const of = asHouse.length + asReferrer.length;
  const kept = [...asHouse, ...asReferrer].filter((offer) => offer.came).length;
  return { of, kept: shown(of, kept) };
};

const freesOf = (
  offers: readonly OfferCourse[],
  doubts: readonly DoubtCourse[],
  houseId: string,
): NonNullable<Row['frees']> => {
  const held = offers.filter((offer) => offer.houseId === houseId && offer.held && offer.answeredAt !== null);
  const told = doubts.filter((doubt) => doubt.houseId === houseId);
  const of = held.length + told.length;
  const gone = held.filter(({ noBed }) => noBed).length + told.filter(({ corrected }) => corrected).length;
  return { of, gone: shown(of, gone) };
};

/** How each party kept the agreement, by name: never by score. */
export const keepingOf = (
  parties: readonly Party[],
  deeds: {
    readonly offers: readonly OfferCourse[];
    readonly searches: readonly SearchCourse[];
    readonly doubts: readonly DoubtCourse[];
    readonly searchMinutes: Readonly<Record<Urgency, number>>;
    readonly now: Instant;
  },
): Row[] =>
  parties
    .toSorted((a, b) => a.name.localeCompare(b.name, 'nl'))
    .map(({ id, name, hasBeds, isDesk }) => ({
      party: { id, name },
      answers: isDesk
        ? answersOf(askedOfDesk(deeds.searches, deeds.searchMinutes, deeds.now))
        : hasBeds
          ? answersOf(askedOfHouse(deeds.offers, id))
          : null,
      promises: isDesk ? null : promisesOf(deeds.offers, id),
      frees: hasBeds ? freesOf(deeds.offers, deeds.doubts, id) : null,
    }));
