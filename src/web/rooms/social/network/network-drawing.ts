import { NEARNESS, type Near } from '#modules/social/types.ts';

/** The middle of the drawing, where the person stands. */
export const MIDDLE = 200;

/** How far from the middle each circle lies, and where on it the first one stands; turned, so that names do not meet. */
const CIRCLES: Readonly<Record<Near, { readonly radius: number; readonly turned: number }>> = {
  close: { radius: 68, turned: -90 },
  around: { radius: 118, turned: -60 },
  further: { radius: 168, turned: -105 },
};

/** The three circles, from near to far. */
export const RADII: readonly number[] = NEARNESS.map((near) => CIRCLES[near].radius);

/** Where each of these people stands: spread evenly over the circle of how near they are. */
export const placesOf = <Person extends { readonly near: Near }>(
  people: readonly Person[],
): readonly { readonly person: Person; readonly x: number; readonly y: number }[] =>
  NEARNESS.flatMap((near) => {
    const there = people.filter((each) => each.near === near);
    const { radius, turned } = CIRCLES[near];
    return there.map((person, i) => {
      const angle = ((turned + (360 / there.length) * i) * Math.PI) / 180;
      return { person, x: MIDDLE + radius * Math.cos(angle), y: MIDDLE + radius * Math.sin(angle) };
    });
  });
