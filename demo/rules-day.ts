import { localDay, localTime, weekdayOf } from '#kernel/calendar.ts';
import { HOUR, MINUTE } from '#kernel/interval.ts';
import { ok } from '#kernel/result.ts';
import { pick } from '#kernel/seeded.ts';
import {
  choicesOf,
  draftOrder,
  keepActs,
  nursesOf,
  planVisit,
  setRota,
  signOrder,
} from '#modules/day-treatment/index.ts';
import { REGION_ZONE } from '#modules/region/index.ts';
import type { Professional } from '#modules/region/types.ts';
import { dayPersonOf, drawCourse, type Odd } from './day-courses.ts';
import { orderOf, specialistFor } from './day-orders.ts';
import { plannerOf, tabletNurseOf } from './day-rooms.ts';
import type { ComesNow, DayNow } from './day-scene.ts';
import { actsUntil, sent } from './day-turns.ts';
import { luckOf } from './luck.ts';
import { PROFESSIONALS } from './professionals.ts';
import type { Rule, Scene } from './scene.ts';

/** Does a visitor play somebody with this role in this room? Then it is theirs. */
const isPlayed = ({ visitors }: Scene, { role, unitId }: Pick<Professional, 'role' | 'unitId'>): boolean =>
  PROFESSIONALS.some((who) => who.role === role && who.unitId === unitId && visitors.busy.has(who.id));

/** One in thirty does not come; now and then something goes differently. */
const oddOf = (key: string): Odd | null => {
  const luck = luckOf(key, 'odd');
  if (luck < 0.03) return 'missed';
  return luck < 0.06 ? 'deviated' : null;
};

const actsOf = (visits: readonly ComesNow[], now: number) =>
  visits.flatMap((visit) => actsUntil({ ...visit, odd: oddOf(visit.key) }, visit.acts, now));

const givesIn = (scene: Scene, { room, comes }: DayNow): ReturnType<Rule> => {
  const nurse = tabletNurseOf(room.unitId);
  if (isPlayed(scene, nurse)) return null;
  for (const [id, visits] of Map.groupBy(comes, ({ halfDayId }) => halfDayId)) {
    const acts = sent(actsOf(visits, scene.now));
    if (acts.length === 0) continue;
    const told = { id, acts, byName: nurse.name };
    return () => scene.world.stage.act(nurse, scene.now, (tx, doing) => keepActs(tx, told, doing));
  }
  return null;
};

/** People come, are treated and go, as the nurse writes it down; a visitor's own tablet is left alone. */
export const dayGives: Rule = (scene) => {
  for (const day of scene.day) {
    const happening = givesIn(scene, day);
    if (happening !== null) return happening;
  }
  return null;
};

/** A specialist orders again after so long. */
const ORDERS_EVERY = 70 * MINUTE;
const GROUPS = ['iron', 'iron', 'iron', 'iron', 'iron', 'immunoglobulin', 'immunoglobulin'] as const;
/** Who was treated in the history has a number below this. */
const HISTORY = 400;

const isOffice = (now: number): boolean => {
  const { minutes, weekday } = localTime(now, REGION_ZONE);
  return weekday < 6 && minutes >= 9 * 60 && minutes < 16 * 60 + 30;
};

/** The hospital orders for somebody new, a few times a day. */
export const dayAsks: Rule = (scene) => {
  const { now, chance, seed, day, visitors } = scene;
  const due = day.filter(({ orders }) => now - (orders.signedAt ?? 0) >= ORDERS_EVERY);
  // The small room asks less often: it has its turn when the large one was served.
  const [first] = due;
  if (first === undefined || !isOffice(now)) return null;
  if (first !== day[0] && now - (first.orders.signedAt ?? 0) < 30 * HOUR) return null;
  const group = pick(chance, [...GROUPS, 'bone', 'bone', 'bone'] as const);
  const person = dayPersonOf(seed, HISTORY + first.orders.count);
  const course = drawCourse(chance, person, { unitId: first.room.unitId, group });
  const who = specialistFor(course);
  if (visitors.busy.has(who.id)) return null;
  const today = localDay(now, REGION_ZONE);
  const body = orderOf(course, { today, first: null, visits: group === 'immunoglobulin' ? 2 : 1 });
  return () =>
    scene.world.stage.act(who, now, async (tx, doing) => {
      const draft = await draftOrder(tx, body, doing);
      if (!draft.ok) return draft;
      const { id, version } = draft.value;
      return signOrder(tx, { id, version, signedBy: who.name }, doing);
    });
};

/** A planner lets about so many wait, for whoever wants to plan along. */
const WAIT = 10;
/** So many are looked at in one go. */
const LOOKS_AT = 3;

/** The planner gives who waits longest the first moment that fits. */
export const dayPlans: Rule = (scene) => {
  const full = scene.day.find(
    ({ room, waiting }) => waiting.length > WAIT && !isPlayed(scene, plannerOf(room.unitId)),
  );
  if (full === undefined || !isOffice(scene.now) || scene.chance() < 0.5) return null;
  const { unitId } = full.room;
  const from = Math.floor(scene.chance() * (full.waiting.length - LOOKS_AT));
  return () =>
    scene.world.stage.act<unknown>(plannerOf(unitId), scene.now, async (tx, doing) => {
      for (const visitId of full.waiting.slice(from, from + LOOKS_AT)) {
        const found = await choicesOf(tx, { visitId, unitId }, doing);
        const choice = found.ok ? found.value.choices[0] : undefined;
        if (choice === undefined) continue;
        const { halfDayId, start, chairs, nurse } = choice;
        const place = { halfDayId, start, chairs: chairs.map(({ id }) => id), nurseId: nurse.id };
        return planVisit(tx, { id: visitId, place, version: null }, doing);
      }
      return ok(null);
    });
};

/** The rota goes on with the ordinary week, eight weeks ahead. */
export const dayRota: Rule = (scene) => {
  for (const { room, unstaffed } of scene.day) {
    const planner = plannerOf(room.unitId);
    const lines = unstaffed.flatMap(({ id, version, day, part }) => {
      const line = room.now.find((each) => each.weekday === weekdayOf(day) && each.part === part);
      return line === undefined ? [] : [{ id, version, initials: line.nurses }];
    });
    if (lines.length > 0 && !isPlayed(scene, planner))
      return () =>
        scene.world.stage.act<unknown>(planner, scene.now, async (tx, doing) => {
          const there = (await nursesOf(tx, [room.unitId])).filter(({ ended }) => !ended);
          const known = new Map(there.map(({ initials, id }) => [initials, id]));
          const halfDays = lines.map(({ initials, ...halfDay }) => ({
            ...halfDay,
            nurses: initials.flatMap((each) => known.get(each) ?? []),
          }));
          return setRota(tx, room.unitId, { halfDays }, doing);
        });
  }
  return null;
};
