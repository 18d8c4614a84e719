import { expect } from 'vitest';
import type { Instant } from '#kernel/interval.ts';
import type { Claim, PlaceState } from '#modules/capacity/types.ts';
import { factsOn, isStanding, isTakenAt, type Model, unitAt } from './model.fixture.ts';
import { forbiddenIn } from './pure-store.fixture.ts';
import type { OfferFact, RequestFact, ResponsibleFact, Truth } from './world.fixture.ts';

/** Where a request may come from one look to the next; an end stays an end. */
const ARROWS: Readonly<Record<RequestFact['state'], readonly RequestFact['state'][]>> = {
  draft: [],
  searching: ['searching', 'offered', 'closed'],
  offered: ['offered', 'searching', 'accepted', 'closed'],
  // Whose bed went to a fact searches again, and the next home may be asked by itself at once.
  accepted: ['accepted', 'searching', 'offered', 'admitted', 'closed'],
  admitted: ['admitted', 'closed'],
  closed: ['closed'],
};

/** I6: only the arrows of the table. */
const arrows = (before: Truth, after: Truth): void => {
  const now = new Map(after.requests.map((request) => [request.id, request.state]));
  for (const { id, state } of before.requests)
    expect(ARROWS[state], `request ${id} was ${state}`).toContain(now.get(id));
};

const PENDING: readonly OfferFact['state'][] = ['open', 'alternative', 'willing'];

/** I7: what a request says of its offers is so, and an accepted offer has its bed. */
const offersFit = (truth: Truth, now: Instant): void => {
  for (const { id, state } of truth.requests) {
    const offers = truth.offers.filter((offer) => offer.request === id);
    const open = offers.filter((offer) => PENDING.includes(offer.state)).length;
    const accepted = offers.filter((offer) => offer.state === 'accepted');
    expect(accepted.length, `yeses that stand for ${id}`).toBeLessThanOrEqual(1);
    expect([state, open > 0], `request ${id}`).toEqual([state, state === 'offered']);
    if (state === 'closed') continue;
    const claims = accepted.map((offer) => truth.claims.find((claim) => claim.id === offer.claim));
    const kinds = claims.map((claim) =>
      claim !== undefined && isStanding(claim, now) ? claim.kind : 'none',
    );
    const wanted = { accepted: ['reserved'], admitted: ['stay'] }[state as 'accepted'] ?? [];
    expect(kinds, `the bed of request ${id}, ${state}`).toEqual(wanted);
  }
};

/** From when somebody is to be responsible for a stay: from the arrival, or, when it lies before the request, the takeover. */
const careSince = (claim: Claim, rows: readonly ResponsibleFact[], end: Instant): Instant => {
  const arrived = claim.arrivedAt ?? end;
  const taken = rows.filter((row) => row.house !== null && row.from < end).at(-1);
  if (taken === undefined) return end;
  const asked = rows.find((row) => row.request === taken.request)?.from ?? taken.from;
  return asked <= arrived ? arrived : taken.from;
};

/** I9: at every instant of a stay exactly one organisation is responsible. */
const oneResponsible = (truth: Truth, now: Instant): void => {
  for (const claim of truth.claims.filter((each) => each.arrivedAt !== null)) {
    const rows = truth.responsible
      .filter((row) => row.person === claim.subject)
      .sort((a, b) => a.from - b.from);
    const end = claim.leftAt ?? now;
    const begin = careSince(claim, rows, end);
    const borders = [begin, ...rows.flatMap((row) => [row.from, row.until])];
    for (const at of borders.filter((border) => border >= begin && border < end)) {
      const covering = rows.filter((row) => row.from <= at && at < row.until);
      expect(covering.length, `responsible for ${claim.subject} at ${new Date(at).toISOString()}`).toBe(1);
    }
  }
};

/** Every claim is born once in the diary, arrives once, ends once. */
const diaryFits = (truth: Truth): void => {
  const lines = new Map<string, string[]>();
  for (const { event, subject } of truth.diary) lines.set(subject, [...(lines.get(subject) ?? []), event]);
  const of = (id: string, events: readonly string[]): number =>
    (lines.get(id) ?? []).filter((event) => events.includes(event)).length;
  for (const claim of truth.claims) {
    expect(of(claim.id, ['held', 'moved-in', 'cleaning']), `births of ${claim.id}`).toBeGreaterThanOrEqual(1);
    expect(of(claim.id, ['left', 'moved']), `ends of ${claim.id}`).toBeLessThanOrEqual(1);
    expect(of(claim.id, ['arrived']), `arrivals of ${claim.id}`).toBeLessThanOrEqual(1);
    if (claim.leftAt !== null) expect(of(claim.id, ['left', 'moved']), `end of ${claim.id}`).toBe(1);
  }
};

/** What holds of any house at any moment, whatever was done to it. */
export const holdsAlways = (before: Truth, after: Truth, now: Instant): void => {
  expect(forbiddenIn(after.claims)).toBeNull();
  arrows(before, after);
  offersFit(after, now);
  oneResponsible(after, now);
  diaryFits(after);
};

/** The house is as the model says: who has which bed from when to when, how far each request is, who is responsible. */
export const isAsModelled = (model: Model, truth: Truth): void => {
  const { now } = model;
  const people = new Set(truth.requests.map((request) => request.person));
  const whose = (who: string): string => (people.has(who) ? who : 'somebody');
  const standing = truth.claims
    .filter((claim) => isStanding(claim, now))
    .map(({ id, placeId, kind, subject, during, expiresAt }) => ({
      ...{ id, place: placeId, kind, who: whose(subject), from: during.from, until: during.until },
      expires: expiresAt,
    }));
  const modelled = model.facts.map((fact) => ({ ...fact, who: whose(fact.who) }));
  const byId = (a: { id: string | null }, b: { id: string | null }): number =>
    (a.id ?? '') < (b.id ?? '') ? -1 : 1;
  expect(standing.sort(byId)).toEqual(modelled.sort(byId));
  expect(truth.requests.map(({ id, state }) => [id, state]).sort()).toEqual(
    [...model.requests.values()].map(({ id, state }) => [id, state]).sort(),
  );
  expect(truth.offers.map(({ id, state }) => [id, state]).sort()).toEqual(
    [...model.offers.values()].map(({ id, state }) => [id, state]).sort(),
  );
  for (const [person, row] of model.responsible) {
    const real = truth.responsible.filter(
      (each) => each.person === person && each.from <= now && now < each.until,
    );
    const by = real.map((each) => each.house ?? 'gp');
    expect(by, `responsible for ${person}`).toEqual(row === null ? [] : [row.by]);
  }
};

const HERE: readonly PlaceState[] = ['occupied', 'soon'];
const NEVER_FREE: readonly PlaceState[] = ['held', 'occupied', 'closed', 'unknown'];

/** I5 and I15: a bed is on the board as it is. Nobody in it and nobody planned means free, when the ward vouches for it. */
export const boardFits = (
  model: Model,
  board: readonly PlaceState[],
  extras: readonly PlaceState[],
): void => {
  for (const state of extras) expect(NEVER_FREE, 'a place beyond what there is').toContain(state);
  expect(board).toHaveLength(model.places.length);
  for (const [i, place] of model.places.entries()) {
    const unit = unitAt(model, place);
    const facts = factsOn(model, place);
    if (model.now > model.counts[unit]) expect(board[i], 'a figure too old').toBe('unknown');
    else if (facts.some((fact) => fact.kind === 'stay')) expect(HERE, place).toContain(board[i]);
    else if (isTakenAt(model, place, model.now)) expect(['held', 'closed'], place).toContain(board[i]);
    else if (!model.facts.some((fact) => fact.place === place) && !model.limited.has(unit))
      expect(board[i], place).toBe('free');
  }
};
