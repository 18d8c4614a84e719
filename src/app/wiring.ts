import { type Doing, sweepHolds } from '#modules/capacity/index.ts';
import { expireOffers, followCapacity } from '#modules/placement/index.ts';
import type { Region } from '#modules/region/types.ts';
import type { Clock } from '#platform/clock.ts';
import type { Database, Tx } from '#platform/db/database.ts';
import {
  type Position,
  positionNow,
  readCursor,
  saveCursor,
  type WrittenEntry,
} from '#platform/diary/diary.ts';
import { forgetOldKeys } from '#platform/http/keys.ts';

const CURSOR = 'wiring';
const SYSTEM = { actor: 'system', organisationId: null } as const;
const SWEEP_MS = 1_000;
const SAVE_MS = 5_000;
const FOLLOWED = new Set(['left', 'displaced', 'moved']);

/** What the wiring works with. */
export interface WiringParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly regionOf: (tx: Tx) => Promise<Region>;
  readonly report: (error: unknown) => void;
}

/** Which event wakes which room, and what time does by itself. Everything here may run twice without harm. */
export interface Wiring {
  /** From where the diary must be read, so that nothing that happened while we were away is missed. */
  readonly from: Position;
  hear(lines: readonly WrittenEntry[]): Promise<void>;
  stop(): Promise<void>;
}

/** The desk is a party to every request; what happens by itself happens in its name. */
const doingOf = async (tx: Tx, parts: WiringParts): Promise<Doing> => {
  const region = await parts.regionOf(tx);
  return {
    actor: { id: 'system', organisationId: region.agreement.deskOrganisationId },
    now: parts.clock.now(),
    region,
  };
};

const asDesk = async (
  parts: WiringParts,
  work: (tx: Tx, doing: Doing) => Promise<unknown>,
): Promise<void> => {
  const region = await parts.database.transaction(SYSTEM, parts.regionOf);
  const acting = { actor: 'system', organisationId: region.agreement.deskOrganisationId };
  await parts.database.transaction(acting, async (tx) => work(tx, await doingOf(tx, parts)));
};

const sweep = (parts: WiringParts): Promise<void> =>
  asDesk(parts, async (tx, doing) => {
    await expireOffers(tx, doing);
    await sweepHolds(tx, doing);
  });

/** Starts the wiring; it sweeps every second, and remembers how far it read. */
export const startWiring = async (parts: WiringParts): Promise<Wiring> => {
  const from = await parts.database.transaction(
    SYSTEM,
    async (tx) => (await readCursor(tx, CURSOR)) ?? positionNow(tx),
  );
  let position = from;
  let savedAt = performance.now();
  let sweeping: Promise<void> = Promise.resolve();
  const save = async (): Promise<void> => {
    savedAt = performance.now();
    await parts.database.transaction(SYSTEM, (tx) => saveCursor(tx, CURSOR, position));
  };
  const timer = setInterval(() => {
    sweeping = sweeping.then(() => sweep(parts)).catch(parts.report);
  }, SWEEP_MS);
  const keys = setInterval(() => {
    parts.database.transaction(SYSTEM, (tx) => forgetOldKeys(tx, parts.clock.now())).catch(parts.report);
  }, 600_000);
  timer.unref();
  keys.unref();
  return {
    from,
    async hear(lines) {
      const followed = lines.filter((line) => line.room === 'capacity' && FOLLOWED.has(line.event));
      for (const line of followed) await asDesk(parts, (tx, doing) => followCapacity(tx, line, doing));
      const last = lines.at(-1);
      if (last !== undefined) position = { xid: last.xid, id: last.id };
      if (followed.length > 0 || performance.now() - savedAt > SAVE_MS) await save();
    },
    async stop() {
      clearInterval(timer);
      clearInterval(keys);
      await sweeping;
      await save().catch(parts.report);
    },
  };
};
