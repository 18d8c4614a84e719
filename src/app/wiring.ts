import { setTimeout as wait } from 'node:timers/promises';
import { type Doing, expireDoubts, extendRosters, sweepHolds } from '#modules/capacity/index.ts';
import { concernsContacts, goOver } from '#modules/cases/index.ts';
import { concernsMoment, concernsOrder, followGiven, followMoment } from '#modules/day-treatment/index.ts';
import {
  type DueStep,
  dueSteps,
  followCapacity,
  type NextPlaces,
  takeDueStep,
} from '#modules/placement/index.ts';
import type { Region } from '#modules/region/types.ts';
import { closeTakenBack, concernsReferral } from '#modules/social/index.ts';
import {
  beginStay,
  concernsHandover,
  concernsStay,
  followHandover,
  followStay,
  missingStays,
} from '#modules/stay/index.ts';
import type { Clock } from '#platform/clock.ts';
import { byHouse } from '#platform/db/by-house.ts';
import type { Database, Tx } from '#platform/db/database.ts';
import {
  isAfter,
  type Position,
  positionNow,
  readCursor,
  saveCursor,
  type WrittenEntry,
} from '#platform/diary/diary.ts';
import { forgetOldKeys } from '#platform/http/keys.ts';
import { isForReview, reviewAround } from './review.ts';

const CURSOR = 'wiring';
const SYSTEM = byHouse('system');
const SWEEP_MS = 1_000;
const SAVE_MS = 5_000;
const ON_THE_WAY_MS = 300;
const AGAIN_MS = 250;
const JUDGE_ATTEMPTS = 5;
const FORGET_MS = 600_000;
const FOLLOWED = new Set(['left', 'displaced', 'moved']);

/** What the wiring works with. */
export interface WiringParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly regionOf: (tx: Tx) => Promise<Region>;
  readonly report: (error: unknown) => void;
  /** Where else a request fits, by what this process sees. */
  readonly nextPlaces: NextPlaces;
}

/** Which event wakes which room, and what time does by itself. Everything here may run twice without harm. */
export interface Wiring {
  /** From where the diary must be read, so that nothing that happened while we were away is missed. */
  readonly from: Position;
  /** Takes lines in and follows them behind each other, without holding up who reads the diary. */
  hear(lines: readonly WrittenEntry[]): void;
  stop(): Promise<void>;
}

/** The desk is a party to every request; what happens by itself happens in its name. */
const doingOf = async (tx: Tx, parts: WiringParts): Promise<Doing> => {
  const region = await parts.regionOf(tx);
  return {
    actor: { id: SYSTEM.actor, organisationId: region.agreement.deskOrganisationId },
    now: parts.clock.now(),
    region,
  };
};

const asDesk = async (
  parts: WiringParts,
  work: (tx: Tx, doing: Doing) => Promise<unknown>,
): Promise<void> => {
  const region = await parts.database.transaction(SYSTEM, parts.regionOf);
  const acting = byHouse('system', region.agreement.deskOrganisationId);
  await parts.database.transaction(acting, async (tx) => work(tx, await doingOf(tx, parts)));
};

/** A stay is kept by its house; what happens to it by itself happens in the name of that house. */
const asHouse = async (
  parts: WiringParts,
  organisationId: string,
  work: (tx: Tx, doing: Doing) => Promise<void>,
): Promise<void> => {
  const actor = { id: SYSTEM.actor, organisationId };
  await parts.database.transaction({ actor: actor.id, organisationId }, async (tx) =>
    work(tx, { actor, now: parts.clock.now(), region: await parts.regionOf(tx) }),
  );
};

/** What a line of a unit brings about there, in the name of the house whose unit it is. */
const atUnit = async (
  parts: WiringParts,
  line: WrittenEntry,
  work: (tx: Tx, line: WrittenEntry, doing: Doing) => Promise<void>,
): Promise<void> => {
  const { units, sites } = await parts.database.transaction(SYSTEM, parts.regionOf);
  const unit = units.find(({ id }) => id === line.unitId);
  const site = sites.find(({ id }) => id === unit?.siteId);
  if (site !== undefined) await asHouse(parts, site.organisationId, (tx, doing) => work(tx, line, doing));
};

/** What became of requests means for what was handed over with them, in the name of who asked; answers how many. */
const followOfAskers = async (parts: WiringParts, lines: readonly WrittenEntry[]): Promise<number> => {
  const cancelled = lines.filter(concernsHandover);
  for (const line of cancelled)
    if (line.organisationId !== null)
      await asHouse(parts, line.organisationId, (tx, doing) => followHandover(tx, line, doing));
  return cancelled.length;
};

/** What was given near home may complete an order, in the name of the hospital that wrote it; answers whether it was looked at. */
const followGivenNearHome = async (parts: WiringParts, line: WrittenEntry): Promise<boolean> => {
  if (!concernsOrder(line) || line.organisationId === null) return false;
  await asHouse(parts, line.organisationId, (tx, doing) => followGiven(tx, line, doing));
  return true;
};

/** Contacts that came in are gone over at once, in the name of whose they are; answers whether it was looked at. */
const followContacts = async (parts: WiringParts, line: WrittenEntry): Promise<boolean> => {
  if (!concernsContacts(line) || line.organisationId === null) return false;
  await asHouse(parts, line.organisationId, async (tx, doing) => {
    await goOver(tx, doing);
  });
  return true;
};

/** A yes that was taken back ends what hung on it, in the name of each who referred; answers whether it was looked at. */
const followTakenBack = async (parts: WiringParts, line: WrittenEntry): Promise<boolean> => {
  const { organisations } = line.body;
  if (!concernsReferral(line) || !Array.isArray(organisations)) return false;
  for (const organisationId of organisations)
    await asHouse(parts, String(organisationId), (tx, { now }) =>
      closeTakenBack(tx, line.subject, { actor: SYSTEM.actor, organisationId: String(organisationId), now }),
    );
  return true;
};

/** Who arrived while nobody listened has a stay too. */
const beginMissing = async (parts: WiringParts): Promise<void> => {
  const missing = await parts.database.transaction(SYSTEM, missingStays);
  for (const { requestId, organisationId } of missing)
    await asHouse(parts, organisationId, (tx, doing) => beginStay(tx, requestId, doing));
};

/** Each answer that did not come is a step of its own: one that fails holds up no other, and locks its own beds only. */
const takeSteps = async (parts: WiringParts): Promise<void> => {
  let steps: readonly DueStep[] = [];
  await asDesk(parts, async (tx, doing) => {
    steps = await dueSteps(tx, doing);
  });
  for (const step of steps)
    await asDesk(parts, (tx, doing) => takeDueStep(tx, step, parts.nextPlaces, doing)).catch(parts.report);
};

const sweep = async (parts: WiringParts): Promise<void> => {
  await takeSteps(parts);
  // Each locks beds of its own, in the order of the house: not one after the other in the same transaction.
  await asDesk(parts, sweepHolds);
  await asDesk(parts, expireDoubts);
};

/** Lines that wait to be followed, one after the other; a line that fails is tried again until it is done. */
const openQueue = (parts: WiringParts, start: Position) => {
  let position = start;
  let saved = performance.now();
  let stopped = false;
  let busy: Promise<void> = Promise.resolve();
  const save = async (): Promise<void> => {
    saved = performance.now();
    await parts.database.transaction(SYSTEM, (tx) => saveCursor(tx, CURSOR, position));
  };
  /** Tried a few times; then beds go on, and the day's round finds it. */
  const judge = async (line: WrittenEntry): Promise<void> => {
    for (let attempt = 1; !stopped; attempt++) {
      try {
        return await reviewAround(parts.database, line);
      } catch (error) {
        parts.report(error);
        if (attempt === JUDGE_ATTEMPTS) return;
        await wait(AGAIN_MS);
      }
    }
  };
  /** What one line brings about; answers whether it brought about anything. */
  const followLine = async (line: WrittenEntry): Promise<boolean> => {
    const ofBeds = line.room === 'capacity' && FOLLOWED.has(line.event);
    if (ofBeds) await asDesk(parts, (tx, doing) => followCapacity(tx, line, parts.nextPlaces, doing));
    const ofStay = concernsStay(line);
    if (ofStay) await atUnit(parts, line, followStay);
    const ofMoments = concernsMoment(line);
    if (ofMoments) await atUnit(parts, line, followMoment);
    const handed = await followOfAskers(parts, [line]);
    const given = await followGivenNearHome(parts, line);
    const gone = await followContacts(parts, line);
    const shut = await followTakenBack(parts, line);
    // Who looks in an emergency is judged today, not when the day is gone over.
    const judged = isForReview(line);
    if (judged) await judge(line);
    return ofBeds || ofStay || ofMoments || handed > 0 || given || gone || shut || judged;
  };
  /** How far we came is remembered on the way: who dies in the middle of many lines does not begin again at the first. */
  const follow = async (lines: readonly WrittenEntry[]): Promise<void> => {
    let acted = false;
    const start = position;
    for (const line of lines.filter((each) => isAfter(each, start))) {
      acted = (await followLine(line)) || acted;
      position = { xid: line.xid, id: line.id };
      if (acted && performance.now() - saved > ON_THE_WAY_MS) await save();
    }
    if (acted || performance.now() - saved > SAVE_MS) await save();
  };
  const untilDone = async (lines: readonly WrittenEntry[]): Promise<void> => {
    while (!stopped) {
      try {
        return await follow(lines);
      } catch (error) {
        parts.report(error);
        await wait(AGAIN_MS);
      }
    }
  };
  return {
    add: (lines: readonly WrittenEntry[]): void => {
      busy = busy.then(() => untilDone(lines));
    },
    async stop() {
      stopped = true;
      await busy;
      await save().catch(parts.report);
    },
  };
};

/** Starts the wiring; it sweeps every second, and remembers how far it followed, so that a restart misses nothing. */
export const startWiring = async (parts: WiringParts): Promise<Wiring> => {
  const from = await parts.database.transaction(SYSTEM, async (tx) => {
    const known = await readCursor(tx, CURSOR);
    if (known !== null) return known;
    // Written down before the first line: who dies before anything was followed begins here again, not later.
    const now = await positionNow(tx);
    await saveCursor(tx, CURSOR, now);
    return now;
  });
  const queue = openQueue(parts, from);
  let sweeping: Promise<void> = beginMissing(parts).catch(parts.report);
  const timer = setInterval(() => {
    sweeping = sweeping.then(() => sweep(parts)).catch(parts.report);
  }, SWEEP_MS);
  const keys = setInterval(() => {
    parts.database.transaction(SYSTEM, (tx) => forgetOldKeys(tx, parts.clock.now())).catch(parts.report);
    asDesk(parts, extendRosters).catch(parts.report);
    beginMissing(parts).catch(parts.report);
  }, FORGET_MS);
  timer.unref();
  keys.unref();
  return {
    from,
    hear: queue.add,
    async stop() {
      clearInterval(timer);
      clearInterval(keys);
      await sweeping;
      await queue.stop();
    },
  };
};
