import fc from 'fast-check';
import { DAY, HOUR, type Instant, MINUTE } from '#kernel/interval.ts';
import { type Act, CARES, SECTIONS } from './world.fixture.ts';

/** Two beds in each of two homes, and people for them. */
export const BEDS = 4;
export const homeOf = (bed: number): 0 | 1 => (bed < 2 ? 0 : 1);
const PEOPLE = 3;

/** When histories begin: an ordinary Monday, and the nights in which the clocks change, on both sides of midnight. */
export const STARTS: readonly Instant[] = [
  ...['2026-11-23T10:00:00Z', '2026-10-24T21:30:00Z', '2026-10-24T22:30:00Z', '2026-10-17T22:10:00Z'],
  ...['2027-03-27T22:30:00Z', '2027-03-27T23:30:00Z', '2027-03-20T23:10:00Z'],
].map((text) => Date.parse(text));

const STEPS: readonly number[] = [
  ...[MINUTE, HOUR, 4 * HOUR, 11 * HOUR, 23 * HOUR, DAY, 25 * HOUR],
  ...[2 * DAY, 7 * DAY, 8 * DAY, 9 * DAY, 14 * DAY],
];

const person = fc.nat({ max: PEOPLE - 1 });
const bed = fc.nat({ max: BEDS - 1 });
const care = fc.constantFrom('reo-observation' as const, ...CARES);

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

/** Any act; those that carry a stay on come often, so that the others have something to work on. */
const anyAct: fc.Arbitrary<Act> = fc.oneof(
  act(6, 'ask', { person, bed, care }),
  act(7, 'arrive', { person }),
  act(1, 'cancel', { person }),
  act(2, 'move', { person, bed }),
  act(4, 'depart', {
    person,
    to: fc.constantFrom('home', 'home', 'hospital', 'died'),
    ago: fc.constantFrom(0, 0, 0, HOUR, 3 * DAY),
  }),
  act(4, 'expect', { person, day: fc.constantFrom(1, 2, 8, 9, 9, 10, 14, 15, 60) }),
  act(3, 'extend', {
    person,
    days: fc.constantFrom(-1, 0, 1, 1, 3, 30, 200),
    role: fc.constantFrom('gp', 'elderly-doctor', 'elderly-doctor'),
  }),
  act(1, 'away', { person }),
  act(1, 'back', { person }),
  act(2, 'care', { person, care }),
  act(5, 'write', {
    person,
    section: fc.constantFrom(...SECTIONS),
    text: fc.constantFrom('penicilline', 'trap met leuning', 'paracetamol'),
    to: fc.constantFrom('gp', 'gp', 'home', 'outside'),
  }),
  act(4, 'send', { person }),
  act(3, 'confirm', { person }),
  act(1, 'phone', { person }),
  act(1, 'revoke', { person }),
  act(3, 'clock', { by: fc.constantFrom(...STEPS) }),
);

/** Any history of so many acts at most. */
export const anyActs = (most: number): fc.Arbitrary<Act[]> =>
  fc.array(anyAct, { maxLength: most, size: 'max' });
