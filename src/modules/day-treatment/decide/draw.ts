import type { Chance } from '#kernel/seeded.ts';
import { choicesFor } from '#planning/rota/choices.ts';
import { withoutCost } from '#planning/rota/costs.ts';
import type { Shapes } from '#planning/rota/order-shape.ts';
import type { Placed } from '#planning/rota/order-sheet.ts';
import type { Course, Rota, ToSeat, WithoutReason } from '#planning/rota/types.ts';

/** A rota in which everybody who stands is locked and only the open half-days take somebody in. */
export interface Drawing {
  readonly rota: Rota;
  readonly shapes: Shapes;
  readonly chance: Chance;
  /** Half-days before this one have begun. */
  readonly firstHalfDay: number;
  /** Who cannot stay where they are and is not moved: a person decides, and until then the others go by that moment. */
  readonly stuck: readonly Placed[];
}

/** A visit without a moment, and why. */
export type Without = ToSeat & { readonly why: WithoutReason };

/** Who got a moment beside who stands, who did not, and what that costs. */
export interface Drawn {
  readonly placed: readonly Placed[];
  readonly without: readonly Without[];
  readonly cost: number;
  /** Proven: nothing that was asked here can be had for less. */
  readonly bound: number;
}

/** A visit by itself, as a name. */
export const idOf = ({ course, visit }: ToSeat): string => `${course} ${visit}`;

/** What it costs that this one visit has no moment. */
export const goingWithout = (rota: Rota, { course }: ToSeat): number =>
  withoutCost({ ...(rota.courses[course] as Course), visits: [{ locked: null }] });

/** Gives each of these the best moment there is when everybody else has theirs, one after the other; who gets none, why. */
export const fillIn = (
  { rota, shapes, firstHalfDay }: Drawing,
  visits: readonly ToSeat[],
  standing: readonly Placed[],
): Omit<Drawn, 'bound'> => {
  const without: Without[] = [];
  let [placed, cost] = [standing, 0];
  for (const visit of visits) {
    const found = choicesFor({ rota, shapes, visit, placed, firstHalfDay, count: 1 });
    const [moment] = found.moments;
    if (moment === undefined) without.push({ ...visit, why: found.without ?? 'full' });
    else placed = [...placed, moment];
    cost += moment?.cost ?? goingWithout(rota, visit);
  }
  return { placed, without, cost };
};
