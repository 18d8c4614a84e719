import { DAY, HOUR, type Instant, MINUTE } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';
import { atClock, between, leavingTime, nextClock, type Past, type Resident, within } from './past.ts';
import { planPlacement, quickPlan } from './placement-plan.ts';
import { expectAt, leaveAt } from './residents.ts';
import { OVERDUE_SINCE, SHAPES, type Shape } from './shape.ts';

/** Within this a departure shows on the bed itself; who stays is expected to leave later. */
const NEAR = 54 * HOUR;
/** An expected end further away than this was set on the first day. */
const FAR = 17 * DAY;
/** Short kinds of stay are not expected to last longer than so many days more. */
const KEEP_DAYS: Readonly<Partial<Record<Product, number>>> = {
  'reo-observation': 3,
  'wlz-crisis': 5,
  respite: 5,
};

const inWard = (past: Past, unitId: string): Resident[] =>
  [...past.residents.values()]
    .filter((each) => each.unitId === unitId && !each.stays && !each.told)
    .toSorted((a, b) => a.leavesAt - b.leavesAt);

/** Some stay beyond their expected end, and nobody changed it: chosen days before, so that it could be believed. */
const overstay = (past: Past, shape: Shape): void => {
  past.agenda.add(past.now - OVERDUE_SINCE - 40 * HOUR, async (at) => {
    const chosen = inWard(past, shape.unitId)
      .filter((each) => each.arrivedAt < at - 5 * DAY)
      .slice(-shape.overdue);
    for (const resident of shape.overdue === 0 ? [] : chosen) {
      resident.stays = true;
      leaveAt(past, resident, past.now + DAY);
      await expectAt(past, resident, { at, until: atClock(past.now - OVERDUE_SINCE, 14 * 60), latest: null });
    }
  });
};

const soonAt = (past: Past, n: number): Instant =>
  nextClock(past.now, n === 0 ? [630, 840, 960] : [690], n === 0 ? 75 * MINUTE : 18 * HOUR);

const leaveSoon = async (past: Past, resident: Resident, n: number, at: Instant): Promise<void> => {
  const until = soonAt(past, n);
  leaveAt(past, resident, until);
  await expectAt(past, resident, { at, until, latest: null });
};

const stayOn = async (
  past: Past,
  resident: Resident,
  { product, uncertain }: { readonly product: Product; readonly uncertain: boolean },
  at: Instant,
): Promise<void> => {
  const near = resident.expectedEnd < past.now + NEAR;
  // A ward that looks again often finds that somebody can go home earlier than was thought on the first day.
  const far = resident.expectedEnd > past.now + FAR && past.chance() < 0.65;
  const days = between(past.chance, 0, KEEP_DAYS[product] ?? 13);
  const until = near || far ? leavingTime(past.chance, past.now + NEAR + days * DAY) : resident.expectedEnd;
  leaveAt(past, resident, far ? until : Math.max(resident.leavesAt, until));
  if (!near && !far && !uncertain) return;
  const latest = uncertain ? until + between(past.chance, 2, 5) * DAY : null;
  await expectAt(past, resident, { at, until, latest });
};

/** Who stays gets an expected end: a few today or tomorrow, the others later, some of them uncertain. */
const expectAll = async (
  past: Past,
  shape: Shape,
  staying: readonly Resident[],
  at: Instant,
): Promise<void> => {
  const { product, leaving, uncertain } = shape;
  for (const [n, resident] of staying.entries()) {
    if (n < leaving) await leaveSoon(past, resident, n, at);
    else await stayOn(past, resident, { product, uncertain: n < leaving + uncertain }, at);
  }
};

/** Who is too many leaves in these hours, and for who is too few somebody comes. */
const shapeWard = async (past: Past, shape: Shape, at: Instant): Promise<void> => {
  const stretch = past.shaping(shape.unitId);
  const here = inWard(past, shape.unitId);
  const wanted = shape.present === null ? here.length : shape.present - countStaying(past, shape.unitId);
  const leaving = here.slice(0, Math.max(0, here.length - wanted));
  leaving.forEach((resident, n) => {
    leaveAt(past, resident, within(stretch, 0.05 + (0.35 * (n + 1)) / (leaving.length + 1)));
  });
  await expectAll(past, shape, here.slice(leaving.length), at);
  for (let n = 0; n < wanted - here.length; n++) {
    const share = 0.35 + (0.25 * (n + 1)) / (wanted - here.length + 1);
    planPlacement(
      past,
      quickPlan(shape.product, shape.unitId, within(stretch, share), within(stretch, share + 0.35)),
    );
  }
};

const countStaying = (past: Past, unitId: string): number =>
  [...past.residents.values()].filter((each) => each.unitId === unitId && (each.stays || each.told)).length;

/** A ward that is much too full empties over two days, not in one morning. */
const thin = (past: Past, shape: Shape, at: Instant): Promise<void> => {
  const here = inWard(past, shape.unitId);
  const many = shape.present === null ? 0 : here.length - shape.present - 1;
  for (const [n, resident] of here.slice(0, Math.max(0, many)).entries())
    leaveAt(past, resident, leavingTime(past.chance, at + n * 12 * HOUR));
  return Promise.resolve();
};

/** After newcomers settled in: nobody but who should leaves within two days. */
const tidy = async (past: Past, shape: Shape, at: Instant): Promise<void> => {
  const began = past.shaping(shape.unitId).from;
  const here = inWard(past, shape.unitId).filter(
    (each) => each.expectedEnd > past.now + 44 * HOUR || each.arrivedAt > began,
  );
  await expectAll(past, { ...shape, leaving: 0, uncertain: 0 }, here, at);
};

/** Writes the shaping of all wards into the agenda. */
export const planShaping = (past: Past): void => {
  for (const shape of SHAPES) {
    const stretch = past.shaping(shape.unitId);
    overstay(past, shape);
    past.agenda.add(stretch.from - 2 * DAY, (at) => thin(past, shape, at));
    past.agenda.add(stretch.from, (at) => shapeWard(past, shape, at));
    past.agenda.add(within(stretch, 0.99), (at) => tidy(past, shape, at));
  }
};
