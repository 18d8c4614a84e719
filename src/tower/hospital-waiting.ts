import { daysBetween, instantFromIso, isoFromInstant, localDay } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { RequestView } from '#modules/placement/contract.ts';
import { openRequestIds, viewRequests } from '#modules/placement/index.ts';
import { REGION_ZONE } from '#modules/region/index.ts';
import type { Region } from '#modules/region/types.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Actor } from '#platform/http/actor.ts';
import type { HospitalWaiting } from './contract-departures.ts';

type Waiter = HospitalWaiting['waiting'][number];

/** The hospital's part is over, there is a decision for long-term care, and no place: a wrong bed by law. */
const hasDecision = ({ triage }: Pick<RequestView, 'triage'>): boolean =>
  triage.answers.some(({ question, answer }) => question === 'wlz' && answer === 'indicated');

const kindOf = (request: Pick<RequestView, 'triage'>, daysWaiting: number): Waiter['kind'] => {
  if (daysWaiting < 0) return 'not-yet';
  return hasDecision(request) ? 'wrong-bed' : 'delayed';
};

const waiterOf = (request: RequestView, today: string): Waiter => {
  const readyDay = localDay(instantFromIso(request.wantedFrom), REGION_ZONE);
  const daysWaiting = daysBetween(readyDay, today);
  const yes = request.offers.find(({ state }) => state === 'accepted');
  return {
    requestId: request.id,
    code: request.code,
    name: request.person?.name ?? null,
    ageBand: request.ageBand,
    product: request.product,
    state: request.state,
    readyDay,
    daysWaiting,
    cause: request.waits.find(({ now }) => now)?.cause ?? null,
    site: yes?.site ?? null,
    arrivalFrom: yes?.arrivalFrom ?? null,
    kind: kindOf(request, daysWaiting),
  };
};

/** Adds up who waits: a wrong bed by law apart from a delayed departure; who is not ready yet waits no day. @internal */
export const waitingTotals = (
  waiting: readonly Pick<Waiter, 'kind' | 'daysWaiting'>[],
): HospitalWaiting['totals'] => {
  const of = (kind: Waiter['kind']) => {
    const own = waiting.filter((each) => each.kind === kind);
    return { people: own.length, days: own.reduce((sum, { daysWaiting }) => sum + daysWaiting, 0) };
  };
  return { wrongBed: of('wrong-bed'), delayed: of('delayed'), notYet: of('not-yet').people };
};

/** The people of one's own hospital who have no place yet, or have one and have not gone; who waits longest first. */
export const hospitalWaiting = async (
  tx: Tx,
  actor: Actor,
  at: { readonly region: Region; readonly now: Instant },
): Promise<HospitalWaiting> => {
  const reader = { organisationId: actor.organisationId, ...at };
  const open = await viewRequests(tx, reader, await openRequestIds(tx));
  const requests = open.filter(({ referrer }) => referrer.organisationId === actor.organisationId);
  const today = localDay(at.now, REGION_ZONE);
  const waiting = requests
    .map((request) => waiterOf(request, today))
    .sort((a, b) => b.daysWaiting - a.daysWaiting);
  return { waiting, totals: waitingTotals(waiting), asOf: isoFromInstant(at.now) };
};
