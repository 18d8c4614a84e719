import { expect } from 'vitest';
import { instantOf, localDay } from '#kernel/calendar.ts';
import { FOREVER } from '#kernel/interval.ts';
import type { PlaceState } from '#modules/capacity/types.ts';
import { here, lastDay, type Model, type Staying, ZONE } from './oracle.fixture.ts';
import type { CareFact, HandoverFact, StayFact, Truth } from './world.fixture.ts';

const stayOf = (truth: Truth, person: number): StayFact | undefined =>
  truth.stays.findLast((stay) => stay.person === person);

/** I8: a bed is somebody's until they left it, and from that moment no longer; a plan that was cancelled has none. */
const bedsFit = (model: Model, truth: Truth): void => {
  const real = truth.beds.map(
    ({ bed, person, here: isHere }) => `${bed} ${person} ${isHere ? 'here' : 'planned'}`,
  );
  const wanted = model.people.flatMap(({ plan, stay }, person) => [
    ...(plan === null ? [] : [`${plan.bed} ${person} planned`]),
    ...(stay === null || stay.endedAt !== null ? [] : [`${stay.bed} ${person} here`]),
  ]);
  expect(real.sort(), 'whose beds are').toEqual(wanted.sort());
  for (const { bed, at, until } of truth.left)
    expect(Math.abs(until - at), `bed ${bed} is free from the moment of leaving`).toBeLessThanOrEqual(1);
};

const coversOnce = (rows: readonly CareFact[], from: number, until: number, person: number): void => {
  const borders = [from, ...rows.flatMap((row) => [row.from, row.until])];
  for (const at of borders.filter((border) => border >= from && border < until)) {
    const covering = rows.filter((row) => row.from <= at && at < row.until);
    expect(covering.length, `responsible for ${person} at ${new Date(at).toISOString()}`).toBe(1);
  }
};

/** Death ends it, and somebody outside the region who said on the telephone that it is theirs. */
const endsWith = ({ endedAt, died, handover }: Staying): number | null =>
  died || (handover?.state === 'received' && handover.to === 'outside') ? endedAt : null;

/** I9: at every instant of a stay one organisation and one doctor are responsible, and afterwards until the next says yes. */
const careFits = (model: Model, truth: Truth): void => {
  for (const [person, { by, stay }] of model.people.entries()) {
    const rows = truth.care.filter((row) => row.person === person).sort((a, b) => a.from - b.from);
    const standing = rows.filter((row) => row.from <= model.now && model.now < row.until);
    expect(
      standing.map((row) => row.by),
      `who is responsible for ${person}`,
    ).toEqual(by === null ? [] : [by]);
    for (const [i, row] of rows.entries())
      expect(row.from, `responsible for ${person} twice`).toBeGreaterThanOrEqual(
        rows[i - 1]?.until ?? row.from,
      );
    if (stay === null) continue;
    const house = rows.filter((row) => row.by === stay.home && row.until > stay.arrivedAt);
    for (const row of house) expect(row.doctor, `the doctor of ${person}`).not.toBeNull();
    coversOnce(rows, stay.arrivedAt, endsWith(stay) ?? model.now, person);
  }
};

/** I10: nobody is expected beyond the last day of their care unless it was decided; days are those of the calendar. */
const lengthFits = (stay: Staying, fact: StayFact, until: number | undefined): void => {
  expect(fact.arrivedDay).toBe(stay.arrivedDay);
  expect(fact.extended.length > 0 || stay.extended === null).toBe(true);
  if (until === undefined || stay.beyond) return;
  const last = lastDay(stay);
  const late = instantOf(last, 10 * 60 + 30, ZONE) <= stay.since;
  if (!late) expect(localDay(until, ZONE) <= last, `${localDay(until, ZONE)} is beyond ${last}`).toBe(true);
};

const staysFit = (model: Model, truth: Truth): void => {
  for (const [person, { stay }] of model.people.entries()) {
    const fact = stayOf(truth, person);
    if (stay === null) continue;
    expect(fact, `the stay of ${person}`).toMatchObject({
      ...{ home: stay.home, arrivedAt: stay.arrivedAt, care: stay.care, isAway: stay.away },
      endedAt: stay.endedAt,
    });
    if (fact === undefined) continue;
    const on = truth.beds.find((bed) => bed.person === person && bed.here);
    lengthFits(stay, fact, on?.until);
    handoversFit(stay, fact);
  }
};

/** I19: what was written stays written, and what is sent has all of it. */
function handoversFit(stay: Staying, fact: StayFact): void {
  const newest = fact.handovers.at(-1);
  expect(newest?.state ?? null, 'the handover').toBe(stay.handover?.state ?? null);
  if (newest === undefined || stay.handover === null) return;
  expect(newest.written).toEqual(stay.handover.written);
  // What was sent last had everything that was written by then; afterwards only more is written.
  for (const section of Object.keys(newest.newest)) expect(stay.handover.written).toHaveProperty(section);
}

const HERE: readonly PlaceState[] = ['occupied', 'soon'];

/** The board is the fold of the facts: a bed with somebody in it shows so, until they left. */
export const boardFits = (model: Model, board: readonly PlaceState[]): void => {
  const taken = new Set(here(model).map(({ bed }) => bed));
  const plans = new Set(model.people.flatMap(({ plan }) => (plan === null ? [] : [plan.bed])));
  for (const [bed, state] of board.entries()) {
    if (taken.has(bed)) expect(HERE, `bed ${bed}`).toContain(state);
    else if (plans.has(bed)) expect(['held', 'free', 'soon'], `bed ${bed}`).toContain(state);
    else expect(state, `bed ${bed}`).toBe('free');
  }
};

/** I19: what was sent stays as it was sent; nothing that was sent, and no stay, goes away. */
export const nothingLost = (before: Truth, after: Truth): void => {
  const known = new Map<string, HandoverFact>();
  for (const stay of after.stays) for (const handover of stay.handovers) known.set(handover.id, handover);
  for (const stay of before.stays) {
    expect(after.stays.some(({ id }) => id === stay.id)).toBe(true);
    for (const { id, sent } of stay.handovers)
      expect(known.get(id)?.sent.slice(0, sent.length), `what was sent of ${id}`).toEqual(sent);
  }
  expect(after.care.length).toBeGreaterThanOrEqual(before.care.length);
};

/** The house is as the model says. */
export const isAsModelled = (model: Model, truth: Truth): void => {
  bedsFit(model, truth);
  staysFit(model, truth);
  careFits(model, truth);
  expect(truth.care.every(({ until }) => until <= FOREVER)).toBe(true);
};
