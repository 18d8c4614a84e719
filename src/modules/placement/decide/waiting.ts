import { type Instant, MINUTE } from '#kernel/interval.ts';
import { type Offer, type Request, WAIT_CAUSES, type WaitCause } from '#modules/placement/types.ts';

/** What was stamped beside the request and its offers. What is left out is not known, and causes no waiting. */
export interface WaitStamps {
  /** When the triage was finished; null while it is not. */
  readonly triagedAt?: Instant | null;
  /** Questions to the specialist in elderly medicine; null: not answered yet. */
  readonly consults?: readonly { readonly askedAt: Instant; readonly answeredAt: Instant | null }[];
  /** When letters and medication lists came in. */
  readonly papersAt?: readonly Instant[];
  /** From when the house lets this person in by its hours, counted from the yes and the wish. */
  readonly admissionFrom?: Instant | null;
  /** When the person was there. */
  readonly admittedAt?: Instant | null;
}

/** Everything of one request that says where it waited. */
export interface WaitFacts extends WaitStamps {
  readonly request: Pick<Request, 'sentAt' | 'acceptedAt' | 'closedAt' | 'state' | 'transport'>;
  readonly offers: readonly Pick<
    Offer,
    'state' | 'sentAt' | 'answerBy' | 'answeredAt' | 'arrivalFrom' | 'refusalCode'
  >[];
}

/** How long a request waited for one cause, whole minutes; `now` when that is what it waits for. */
export interface WaitedFor {
  readonly cause: WaitCause;
  readonly minutes: number;
  readonly now: boolean;
}

/** A stretch in which one cause held the request up. */
interface Stretch {
  readonly cause: WaitCause;
  readonly from: Instant;
  readonly until: Instant;
}

const NEVER = Number.POSITIVE_INFINITY;

/** After the yes: first until the house lets people in, then until the bed is there, then until the person has come. */
const afterYes = (facts: WaitFacts): Stretch[] => {
  const { request, offers, admissionFrom } = facts;
  const yes = request.acceptedAt;
  if (yes === null) return [];
  const accepted =
    offers.find((offer) => offer.state === 'accepted') ??
    offers.findLast((offer) => offer.arrivalFrom !== null);
  const arrival = Math.max(yes, accepted?.arrivalFrom ?? yes);
  const ride = request.transport?.at ?? null;
  // A moment that was moved because the ride comes later is a wait for the ride, not for the bed.
  const possible = Math.min(arrival, Math.max(yes, admissionFrom ?? yes));
  const bedUntil = ride !== null && ride <= arrival ? possible : arrival;
  return [
    { cause: 'admission-window', from: yes, until: possible },
    { cause: 'bed', from: possible, until: bedUntil },
    { cause: 'transport', from: bedUntil, until: NEVER },
  ];
};

/** A house that was asked: its answer, then what it said. A yes that came to nothing was a bed that fell away. */
const whileAsked = (offer: WaitFacts['offers'][number]): Stretch[] => {
  const answered = offer.answeredAt ?? NEVER;
  const lost = offer.state === 'withdrawn' && offer.arrivalFrom !== null;
  // A yes that was chosen later waited for that choice; one that counted at once did not.
  const stands = offer.state === 'alternative' || offer.state === 'willing' || offer.state === 'accepted';
  const asked: Stretch = { cause: lost ? 'bed' : 'answer', from: offer.sentAt, until: answered };
  return stands ? [{ cause: 'choice', from: answered, until: NEVER }, asked] : [asked];
};

/** A house could not answer without papers: from its no until they came. */
const forPapers = ({ offers, papersAt = [] }: WaitFacts): Stretch[] =>
  offers.flatMap(({ refusalCode, answeredAt }) => {
    if (refusalCode !== 'information-missing' || answeredAt === null) return [];
    const came = papersAt.filter((at) => at > answeredAt);
    return [{ cause: 'letter' as const, from: answeredAt, until: Math.min(NEVER, ...came) }];
  });

/**
 * All that held the request up, what says most first: where stretches overlap the first one counts. A yes ends what
 * went before it. Without a finished triage no house can say yes, so advice and triage stand before an answer.
 */
const stretches = (facts: WaitFacts): readonly Stretch[] => {
  const asked = facts.offers.flatMap(whileAsked);
  const { sentAt } = facts.request;
  return [
    ...afterYes(facts),
    ...(facts.consults ?? []).map(({ askedAt, answeredAt }) => ({
      cause: 'consult' as const,
      from: askedAt,
      until: answeredAt ?? NEVER,
    })),
    ...(facts.triagedAt === undefined
      ? []
      : [{ cause: 'triage' as const, from: sentAt, until: facts.triagedAt ?? NEVER }]),
    ...asked.filter(({ cause }) => cause === 'choice'),
    ...asked.filter(({ cause }) => cause !== 'choice'),
    ...forPapers(facts),
    { cause: 'no-place' as const, from: sentAt, until: NEVER },
  ];
};

/** When the waiting ended; null while it goes on. */
const endOf = ({ request, admittedAt, offers }: WaitFacts): Instant | null => {
  if (admittedAt !== undefined && admittedAt !== null) return admittedAt;
  if (request.state === 'closed') return request.closedAt;
  if (request.state !== 'admitted') return null;
  return offers.find((offer) => offer.state === 'accepted')?.arrivalFrom ?? request.acceptedAt;
};

/**
 * Where a request waited: every minute from sending to arrival, closing or now belongs to exactly one cause. Answers in
 * the order of `WAIT_CAUSES`, without causes that took no minute and are not what it waits for now.
 */
export const waitsOf = (facts: WaitFacts, now: Instant): WaitedFor[] => {
  const { sentAt } = facts.request;
  const end = endOf(facts);
  // Counted in whole minutes since sending, so that the parts add up to the whole without rounding.
  const minute = (at: Instant): number => Math.floor((at - sentAt) / MINUTE);
  const total = Math.max(0, minute(end ?? now));
  const all = stretches(facts).map(({ cause, from, until }) => ({
    cause,
    from: minute(from),
    until: minute(until),
  }));
  const at = (when: number): WaitCause =>
    all.find(({ from, until }) => from <= when && when < until)?.cause ?? 'no-place';
  const edges = all.flatMap(({ from, until }) => [from, until]).filter((edge) => edge > 0 && edge < total);
  const cuts = [...new Set([0, ...edges, total])].sort((a, b) => a - b);
  const minutes = new Map<WaitCause, number>();
  for (const [index, from] of cuts.slice(0, -1).entries()) {
    const cause = at(from);
    minutes.set(cause, (minutes.get(cause) ?? 0) + (cuts[index + 1] as number) - from);
  }
  const current = end === null ? at(total) : null;
  return WAIT_CAUSES.flatMap((cause) => {
    const waited = minutes.get(cause) ?? 0;
    return waited === 0 && cause !== current ? [] : [{ cause, minutes: waited, now: cause === current }];
  });
};
