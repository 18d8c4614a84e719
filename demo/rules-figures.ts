import { HOUR, type Instant, MINUTE } from '#kernel/interval.ts';
import { confirm } from './acts.ts';
import { siteOfUnit } from './beds.ts';
import { luckOf } from './luck.ts';
import type { Rule, Scene } from './scene.ts';
import { SHAPES } from './shape.ts';
import { unitOf } from './sites.ts';

/** Two wards that take turns in having a figure of a certain age, so that there always is one. */
interface Turns {
  readonly wards: readonly [string, string];
  /** From this age on the figure is what it should be. */
  readonly from: number;
  /** Older than this it is renewed, if the other one is what it should be. */
  readonly renewed: number;
  /** At this age it is renewed anyway. */
  readonly atLast: number;
}

const OLD: Turns = {
  wards: [unitOf('rolde-brinkzijde').id, unitOf('weerhuis-hunze').id],
  from: 4 * HOUR + MINUTE,
  renewed: 10.5 * HOUR,
  atLast: 11.6 * HOUR,
};
const TOO_OLD: Turns = {
  wards: [unitOf('zandhof-duin').id, unitOf('beuk-logeren').id],
  from: 12 * HOUR + MINUTE,
  renewed: 30 * HOUR,
  atLast: 60 * HOUR,
};
const IN_TURNS = [OLD, TOO_OLD].flatMap((turns) => turns.wards);

/** A link speaks every eight minutes, and is silent after fifteen. */
const LINK = 8 * MINUTE;
const TAP = 2.5 * HOUR;

const ageOf = (scene: Scene, unitId: string): number => {
  const asOf = scene.looks.get(unitId)?.facts.figure?.asOf;
  return asOf === undefined ? Number.POSITIVE_INFINITY : scene.now - asOf;
};

/**
 * A ward whose figure is old on purpose: whatever is done there would make it fresh, so little is done. Right after it
 * stood by its figures it works like any other.
 */
export const isQuiet = (scene: Scene, unitId: string): boolean =>
  OLD.wards.includes(unitId) && ageOf(scene, unitId) > OLD.from / 2 && ageOf(scene, unitId) < OLD.renewed;

const isLinked = (unitId: string): boolean =>
  SHAPES.some((shape) => shape.unitId === unitId && shape.figure.source === 'link');

/** Linked record systems of an organisation speak for all their wards at once. */
export const linkSpeaks: Rule = (scene) => {
  const silent = [...scene.looks.keys()].find((unitId) => isLinked(unitId) && ageOf(scene, unitId) >= LINK);
  if (silent === undefined) return null;
  const { organisationId } = siteOfUnit(silent);
  const together = [...scene.looks.keys()].filter(
    (unitId) => isLinked(unitId) && siteOfUnit(unitId).organisationId === organisationId,
  );
  return () => confirm(scene.world, scene.now, together, 'link');
};

const tapsAfter = (unitId: string): number => TAP + 70 * MINUTE * luckOf(unitId, 'tap');

/** A ward stands by its figures before they grow old. A visitor's own ward is left to the visitor. */
export const wardConfirms: Rule = (scene) => {
  const due = [...scene.looks.keys()].find(
    (unitId) =>
      !IN_TURNS.includes(unitId) &&
      !scene.visitors.wards.has(unitId) &&
      ageOf(scene, unitId) >= tapsAfter(unitId),
  );
  return due === undefined ? null : () => confirm(scene.world, scene.now, [due], 'tap');
};

const turnOf = (scene: Scene, turns: Turns): string | null => {
  const [a, b] = turns.wards;
  const mayRenew = (one: string, other: string): boolean =>
    ageOf(scene, one) >= turns.atLast ||
    (ageOf(scene, one) >= turns.renewed && ageOf(scene, other) >= turns.from);
  if (mayRenew(a, b)) return a;
  return mayRenew(b, a) ? b : null;
};

/** One figure is always a bit old, and one too old: two wards each take turns. The desk telephones the latter. */
export const turnsChange: Rule = (scene) => {
  const old = turnOf(scene, OLD);
  if (old !== null) return () => confirm(scene.world, scene.now, [old], 'tap');
  const stale = turnOf(scene, TOO_OLD);
  return stale === null ? null : () => confirm(scene.world, scene.now, [stale], 'phone');
};

/** The oldest figure of a ward that is to be fresh, for when nothing else happens; null when all are from just now. */
export const oldestTap = (scene: Scene, least: Instant): string | null => {
  const taps = [...scene.looks.keys()]
    .filter((unitId) => !IN_TURNS.includes(unitId) && !isLinked(unitId) && !scene.visitors.wards.has(unitId))
    .toSorted((a, b) => ageOf(scene, b) - ageOf(scene, a));
  const [oldest] = taps;
  return oldest === undefined || ageOf(scene, oldest) < least ? null : oldest;
};
