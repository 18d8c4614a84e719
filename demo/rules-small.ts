import { halfDayAt, plusDays } from '#kernel/calendar.ts';
import { DAY, HOUR, MINUTE } from '#kernel/interval.ts';
import { staffUnit } from '#modules/capacity/index.ts';
import { REGION_ZONE } from '#modules/region/index.ts';
import { confirm, expectEnd } from './acts.ts';
import { leavingTime } from './past.ts';
import { isQuiet, oldestTap } from './rules-figures.ts';
import type { Rule, Scene } from './scene.ts';
import { unitOf } from './sites.ts';

/** Wards where the work itself keeps the figures fresh: small changes happen there. */
const LIVELY = [
  'peelo-lijsterbes',
  'peelo-zuid',
  'havezate-es',
  'havezate-brink',
  'larikshof-linde',
  'marsdijk-weide',
].map((code) => unitOf(code).id);

const lively = (scene: Scene): string | undefined => {
  const open = LIVELY.filter((unitId) => !scene.visitors.wards.has(unitId) && !isQuiet(scene, unitId));
  return open[Math.floor(scene.chance() * open.length)];
};

/** The talk of the day: an expected end moves a day or two. Nobody planned behind loses a bed by it. */
const endMoves: Rule = (scene) => {
  const unitId = lively(scene);
  const claims = scene.looks.get(unitId ?? '')?.facts.claims ?? [];
  const movable = scene.guests.filter(
    ({ claim, unitId: ward }) =>
      ward === unitId &&
      claim.during.until > scene.now + 4 * DAY &&
      !claims.some((other) => other.placeId === claim.placeId && other.id !== claim.id),
  );
  const guest = movable[Math.floor(scene.chance() * movable.length)];
  if (guest === undefined) return null;
  const days = [-2, -1, 1, 2, 3][Math.floor(scene.chance() * 5)] ?? 1;
  const until = leavingTime(scene.chance, guest.claim.during.until + days * DAY);
  const latest = scene.chance() < 0.2 ? until + 3 * DAY : null;
  const stay = { claimId: guest.claim.id, unitId: guest.unitId };
  return () => expectEnd(scene.world, scene.now, stay, { until, latest });
};

/** A ward says that all its beds have staff in a half-day to come. */
const staffTold: Rule = (scene) => {
  const unitId = lively(scene);
  const look = scene.looks.get(unitId ?? '');
  if (unitId === undefined || look === undefined) return null;
  const { day, halfDay } = halfDayAt(scene.now + 20 * HOUR, REGION_ZONE);
  const told = { unitId, day: plusDays(day, 0), halfDay, staffed: look.facts.places.length };
  return () =>
    scene.world.stage.act(scene.world.cast.ward(unitId), scene.now, (tx, doing) =>
      staffUnit(tx, told, doing),
    );
};

const tap: Rule = (scene) => {
  const unitId = oldestTap(scene, 35 * MINUTE);
  return unitId === null ? null : () => confirm(scene.world, scene.now, [unitId], 'tap');
};

/** What fills an ordinary hour when nothing is due. */
export const small: Rule = (scene) => {
  const luck = scene.chance();
  const order =
    luck < 0.6
      ? [endMoves, tap, staffTold]
      : luck < 0.9
        ? [tap, endMoves, staffTold]
        : [staffTold, endMoves, tap];
  for (const rule of order) {
    const happening = rule(scene);
    if (happening !== null) return happening;
  }
  return null;
};
