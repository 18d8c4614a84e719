import fc from 'fast-check';
import { DAY, HOUR, type Instant, MINUTE } from '#kernel/interval.ts';
import type { HouseRules } from './world.fixture.ts';

/** Beds of the model: two in the first home, one in the second. */
export const BEDS = [0, 1, 2] as const;
export const unitOfBed = (bed: number): 0 | 1 => (bed < 2 ? 0 : 1);
const PEOPLE = 3;

/** An act as generated: which request, offer or claim is meant is a number that is taken modulo what there is. */
export type Act =
  | {
      readonly do: 'send';
      readonly person: number;
      readonly from: number;
      readonly beds: readonly number[];
      readonly short: boolean;
      readonly crisis?: boolean;
    }
  | { readonly do: 'hold'; readonly bed: number; readonly from: number; readonly short: boolean }
  | { readonly do: 'release'; readonly hold: number }
  | { readonly do: 'offer'; readonly request: number; readonly bed: number; readonly hold: boolean }
  | {
      readonly do: 'read' | 'refuse' | 'withdraw' | 'askAgain' | 'decline' | 'choose';
      readonly offer: number;
    }
  | { readonly do: 'alternative'; readonly offer: number; readonly from: number }
  | {
      readonly do: 'accept';
      readonly offer: number;
      readonly bed: number | null;
      readonly from: number | null;
      readonly extra?: boolean;
    }
  | { readonly do: 'plan'; readonly request: number; readonly from: number }
  | { readonly do: 'arrive'; readonly request: number; readonly at: number }
  | { readonly do: 'notArrived' | 'close'; readonly request: number }
  | {
      readonly do: 'expectedEnd';
      readonly claim: number;
      readonly until: number;
      readonly latest: number | null;
      readonly stale: boolean;
    }
  | {
      readonly do: 'depart';
      readonly claim: number;
      readonly at: number;
      readonly cleaning: number;
      readonly stale: boolean;
    }
  | { readonly do: 'move'; readonly claim: number; readonly bed: number; readonly stale: boolean }
  | {
      readonly do: 'closeBeds';
      readonly unit: 0 | 1;
      readonly bed: number | null;
      readonly from: number;
      readonly until: number;
    }
  | { readonly do: 'openBeds'; readonly closure: number }
  | { readonly do: 'staff'; readonly unit: 0 | 1; readonly staffed: number }
  | { readonly do: 'confirm'; readonly unit: 0 | 1 }
  | { readonly do: 'clock'; readonly by: number }
  | { readonly do: 'again'; readonly command: number; readonly otherBody: boolean }
  | { readonly do: 'board' };

/** Moments that make bugs likely: around now, the clocks of a hold and of a ward, the ends of usual stays. */
const LATTICE: readonly number[] = [
  ...[-9 * DAY, -2 * DAY, -DAY, -HOUR, -5 * MINUTE, -1],
  ...[0, 0, 0, 0, 1, 4 * MINUTE, 5 * MINUTE + 1, 45 * MINUTE, HOUR],
  ...[DAY, DAY + HOUR, 2 * DAY, 9 * DAY, 14 * DAY, 35 * DAY],
];
/** How far the clock goes on: to the end of a hold, past the age of a figure, over midnight and the change of the clocks. */
const STEPS: readonly number[] = [
  ...[1, MINUTE, 45 * MINUTE - 1, 45 * MINUTE, 45 * MINUTE, HOUR, HOUR, 4 * HOUR, 11 * HOUR],
  ...[12 * HOUR, 12 * HOUR + MINUTE],
  ...[23 * HOUR, DAY, 25 * HOUR, 2 * DAY, 9 * DAY, 14 * DAY, 36 * DAY],
];

/** When histories begin: an ordinary Monday, and the evenings before the clocks change. */
export const STARTS: readonly Instant[] = [
  '2026-11-23T10:00:00Z',
  '2026-10-24T21:30:00Z',
  '2027-03-27T22:30:00Z',
  '2027-10-30T21:30:00Z',
].map((text) => Date.parse(text));

const moment = fc.constantFrom(...LATTICE);
/** When something happened: mostly now, or a while ago, sometimes impossible. */
const happened = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(0, -1, -HOUR) },
  { weight: 1, arbitrary: moment },
);
/** When something is to happen: mostly now or soon. */
const wanted = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(0, 0, HOUR, DAY) },
  { weight: 1, arbitrary: moment },
);
const bed = fc.constantFrom(...BEDS);
const unit = fc.constantFrom(0 as const, 1 as const);
const which = fc.nat({ max: 63 });
const seldom = fc.integer({ min: 0, max: 7 }).map((n) => n === 7);
const mostlyNot = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary });
/** Whom to ask at once: one bed, one in each home, or whatever. */
const asked = fc.oneof(
  { weight: 4, arbitrary: bed.map((each) => [each]) },
  { weight: 2, arbitrary: fc.constantFrom([0, 2], [2, 1]) },
  { weight: 1, arbitrary: fc.array(bed, { maxLength: 2 }) },
);

/** One kind of act with what it is about. */
const act = <D extends Act['do'], R>(
  weight: number,
  name: D,
  rest: { [K in keyof R]: fc.Arbitrary<R[K]> },
) => ({
  weight,
  arbitrary: fc.record({ do: fc.constant(name), ...rest }) as unknown as fc.Arbitrary<
    Extract<Act, { do: D }>
  >,
});

/** What the region of a history agreed: who is asked next, and who chooses. */
export const anyRules: fc.Arbitrary<HouseRules> = fc.record({
  autoNext: fc.boolean(),
  choice: fc.constantFrom('first' as const, 'person' as const),
});

/** Any act; those that begin a route and carry it on come often, so that the others have something to work on. */
export const anyAct: fc.Arbitrary<Act> = fc.oneof(
  act(5, 'send', {
    person: fc.nat({ max: PEOPLE - 1 }),
    from: wanted,
    beds: asked,
    short: fc.boolean(),
    crisis: seldom,
  }),
  act(1, 'hold', { bed, from: wanted, short: fc.boolean() }),
  act(2, 'release', { hold: which }),
  act(2, 'offer', { request: which, bed, hold: fc.boolean() }),
  act(1, 'read', { offer: which }),
  act(1, 'refuse', { offer: which }),
  act(1, 'withdraw', { offer: which }),
  act(6, 'accept', { offer: which, bed: mostlyNot(bed), from: mostlyNot(moment), extra: seldom }),
  act(2, 'alternative', { offer: which, from: wanted }),
  act(2, 'askAgain', { offer: which }),
  act(1, 'decline', { offer: which }),
  act(2, 'choose', { offer: which }),
  act(2, 'plan', { request: which, from: wanted }),
  act(6, 'arrive', { request: which, at: happened }),
  act(1, 'notArrived', { request: which }),
  act(1, 'close', { request: which }),
  act(3, 'expectedEnd', {
    claim: which,
    until: fc.oneof(wanted, moment),
    latest: mostlyNot(moment),
    stale: seldom,
  }),
  act(5, 'depart', { claim: which, at: happened, cleaning: fc.constantFrom(0, 30, 1440), stale: seldom }),
  act(2, 'move', { claim: which, bed, stale: seldom }),
  act(1, 'closeBeds', { unit, bed: mostlyNot(bed), from: moment, until: moment }),
  act(1, 'openBeds', { closure: which }),
  act(1, 'staff', { unit, staffed: fc.nat({ max: 3 }) }),
  act(4, 'confirm', { unit }),
  act(3, 'clock', { by: fc.constantFrom(...STEPS) }),
  act(3, 'again', { command: which, otherBody: seldom }),
  act(2, 'board', {}),
);
