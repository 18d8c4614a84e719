import { HOUR, MINUTE } from '#kernel/interval.ts';
import { countTeam, endStop, reportLoad, startStop } from '#modules/capacity/index.ts';
import type { Professional } from '#modules/region/types.ts';
import { loadAt } from './loads.ts';
import { luckOf } from './luck.ts';
import type { Rule, Scene } from './scene.ts';
import { FORGETFUL, TEAMS } from './teams.ts';

/** A hospital counts about twice an hour. */
const COUNTS_EVERY = 24 * MINUTE;
/** From this many on the emergency department may stop for a while. */
const TOO_MANY = 27;
/** A team tells before its number grows old; the forgetful one only after a day. */
const TELLS_AFTER = 2.5 * HOUR;
const FORGETS_FOR = 27 * HOUR;

/** Who tells it for the hospital; nobody while a visitor plays one of its people. */
const nurseOf = (scene: Scene): Professional | null => {
  const nurses = scene.world.cast.anyOf(['transfer-nurse']);
  if (nurses.some((nurse) => scene.visitors.busy.has(nurse.id))) return null;
  return nurses[0] ?? null;
};

/** The hospital counts, stops when it cannot go on, and takes people in again when it said it would. */
export const hospitalTells: Rule = (scene) => {
  const nurse = nurseOf(scene);
  if (nurse === null) return null;
  const { now, chance, aside, world } = scene;
  const over = aside.stops.find((stop) => stop.during.until <= now);
  if (over !== undefined) return () => world.stage.act(nurse, now, (tx, doing) => endStop(tx, over, doing));
  const due = aside.loads.find((load) => now - load.asOf >= COUNTS_EVERY);
  if (due === undefined) return null;
  const value = loadAt(due.kind, now, chance);
  const stops = due.kind === 'emergency' && value >= TOO_MANY && aside.stops.length === 0;
  const stop = { siteId: due.siteId, kind: due.kind, reason: 'full' as const, until: now + 90 * MINUTE };
  return () =>
    world.stage.act<unknown>(nurse, now, async (tx, doing) => {
      const told = await reportLoad(tx, { ...due, value, source: 'tap' }, doing);
      return told.ok && stops ? startStop(tx, stop, doing) : told;
    });
};

const tellsAfter = (teamId: string): number =>
  teamId === FORGETFUL ? FORGETS_FOR : TELLS_AFTER + HOUR * luckOf(teamId, 'tap');

/** A team tells its number again: mostly the same, now and then one more or less. A visitor's own team is left alone. */
export const teamTells: Rule = (scene) => {
  const { now, chance, aside, world } = scene;
  const due = aside.teams.find((team) => now - team.asOf >= tellsAfter(team.id));
  const organisationId = TEAMS.find((team) => team.id === due?.id)?.organisationId;
  const who = world.cast.anyOf(['ward']).find((each) => each.organisationId === organisationId);
  if (due === undefined || who === undefined || scene.visitors.busy.has(who.id)) return null;
  const free = Math.max(0, due.free + (Math.floor(chance() * 3) - 1));
  const waitingDays = free > 0 ? null : (due.waitingDays ?? 3 + Math.floor(chance() * 9));
  const count = { teamId: due.id, free, waitingDays, closedUntil: null, freshUntil: null };
  return () => world.stage.act(who, now, (tx, doing) => countTeam(tx, { ...count, source: 'tap' }, doing));
};
