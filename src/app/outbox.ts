import { setTimeout as wait } from 'node:timers/promises';
import { figurePhase } from '#kernel/freshness.ts';
import { DAY, type Instant } from '#kernel/interval.ts';
import type { Picture } from '#modules/capacity/index.ts';
import { dueReminders } from '#modules/placement/index.ts';
import type { Region } from '#modules/region/types.ts';
import type { Clock } from '#platform/clock.ts';
import { byHouse } from '#platform/db/by-house.ts';
import type { Database, Tx } from '#platform/db/database.ts';
import {
  isAfter,
  lockCursor,
  type Position,
  positionNow,
  readCursor,
  saveCursor,
  type WrittenEntry,
} from '#platform/diary/diary.ts';
import { MESSENGER } from '#platform/outbox/messenger.ts';
import { enqueue, forgetDelivered, type Message } from '#platform/outbox/store.ts';
import { activeWebhooks } from '#platform/outbox/store-webhook.ts';
import { helperMessages } from './helping-messages.ts';
import { figureMessage, messagesOf, type OldFigure, reminderMessage } from './outbox-messages.ts';

const CURSOR = 'outbox';
const SAVE_MS = 5_000;
const AGAIN_MS = 250;
const TICK_MS = 1_000;
const REMIND_MS = 15_000;
const KEEP = 30 * DAY;
const MOST_REMEMBERED = 10_000;
/** Rooms of which others may hear, whatever they asked to be told. */
const TOLD_ROOMS = new Set(['placement', 'platform', 'stay', 'day-treatment', 'social']);

/** What turns the diary into messages. */
export interface OutboxParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly picture: Picture;
  readonly regionOf: (tx: Tx) => Promise<Region>;
  readonly report: (error: unknown) => void;
  /** Whether e-mail is sent at all. */
  readonly mail: boolean;
  /** Whether messages go to telephones. */
  readonly messages: boolean;
}

/** Reads the diary behind who works, and puts on the way what others must hear. */
export interface Outbox {
  /** From where the diary must be read, so that nothing that happened while we were away is missed. */
  readonly from: Position;
  hear(lines: readonly WrittenEntry[]): void;
  stop(): Promise<void>;
}

/** Takes lines in one transaction with the place in the diary: a message is made once, or the lines come again. */
const openTaking = (parts: OutboxParts, state: { capacity: boolean }) => {
  const matters = (line: WrittenEntry): boolean =>
    TOLD_ROOMS.has(line.room) || (line.room === 'capacity' && state.capacity);
  const take = (lines: readonly WrittenEntry[]): Promise<void> =>
    parts.database.transaction(MESSENGER, async (tx) => {
      const before = await lockCursor(tx, CURSOR);
      const fresh = before === null ? lines : lines.filter((line) => isAfter(line, before));
      const last = fresh.at(-1);
      if (last === undefined) return;
      const webhooks = await activeWebhooks(tx);
      state.capacity = webhooks.some(({ topics }) => topics.includes('capacity'));
      const region = await parts.regionOf(tx);
      const { mail, messages } = parts;
      const desk = region.agreement.deskOrganisationId;
      const helpers = await helperMessages(tx, fresh, { desk, mail, messages });
      const byLink = new Set(helpers.map(({ receiverId }) => receiverId));
      const known = { region, webhooks, mail, byLink };
      await enqueue(tx, [...fresh.flatMap((line) => messagesOf(line, known)), ...helpers], parts.clock.now());
      await saveCursor(tx, CURSOR, { xid: last.xid, id: last.id });
    });
  return { matters, take };
};

const oldFigures = (picture: Picture, now: Instant): OldFigure[] =>
  picture.region.units.flatMap(({ id: unitId, email }) => {
    const figure = email === null ? null : (picture.look(unitId, now)?.facts.figure ?? null);
    if (figure === null) return [];
    const phase = figurePhase(figure.asOf, figure.source, now, picture.region.agreement);
    return phase === 'old' ? [{ unitId, asOf: figure.asOf }] : [];
  });

/** Steps that wait for somebody who may not have seen them. */
const waitingSteps = async (parts: OutboxParts, now: Instant): Promise<Message[]> => {
  const region = await parts.database.transaction(MESSENGER, parts.regionOf);
  const actor = { id: byHouse('system').actor, organisationId: region.agreement.deskOrganisationId };
  // The desk is a party to every request.
  const waiting = await parts.database.transaction(
    { actor: actor.id, organisationId: actor.organisationId },
    (tx) => dueReminders(tx, { actor, now, region }),
  );
  return waiting.map((each) => reminderMessage(each, region));
};

/** Messages of this process that were put on the way already: they are not tried again each second. */
const openRemembering = () => {
  const made = new Set<string>();
  return {
    fresh: (due: readonly Message[]) => due.filter(({ dedupId }) => !made.has(dedupId)),
    add(messages: readonly Message[]): void {
      if (made.size > MOST_REMEMBERED) made.clear();
      for (const { dedupId } of messages) made.add(dedupId);
    },
  };
};

/** What time alone asks for. Figures stand in the picture and are looked at each time; requests are read now and then. */
const openReminding = (parts: OutboxParts) => {
  const remembered = openRemembering();
  let looked = Number.NEGATIVE_INFINITY;
  const figures = (now: Instant): Message[] =>
    oldFigures(parts.picture, now).map((figure) => figureMessage(figure, parts.picture.region));
  return async (): Promise<void> => {
    const now = parts.clock.now();
    const whole = Math.abs(now - looked) > REMIND_MS;
    if (whole) looked = now;
    const steps = whole && parts.mail ? await waitingSteps(parts, now) : [];
    const fresh = remembered.fresh(parts.mail ? [...figures(now), ...steps] : []);
    if (!whole && fresh.length === 0) return;
    await parts.database.transaction(MESSENGER, async (tx) => {
      await enqueue(tx, fresh, now);
      await forgetDelivered(tx, now - KEEP);
    });
    remembered.add(fresh);
  };
};

/** Where the outbox goes on reading; the first time that is now. */
const start = (parts: OutboxParts): Promise<{ from: Position; capacity: boolean }> =>
  parts.database.transaction(MESSENGER, async (tx) => {
    const known = await readCursor(tx, CURSOR);
    const from = known ?? (await positionNow(tx));
    if (known === null) await saveCursor(tx, CURSOR, from);
    const webhooks = await activeWebhooks(tx);
    return { from, capacity: webhooks.some(({ topics }) => topics.includes('capacity')) };
  });

/** Starts following the diary and the clock. Messages are made here, never in the transaction of who books. */
export const startOutbox = async (parts: OutboxParts): Promise<Outbox> => {
  const { from, ...state } = await start(parts);
  const { matters, take } = openTaking(parts, state);
  const remind = openReminding(parts);
  let stopped = false;
  let saved = performance.now();
  let busy: Promise<void> = Promise.resolve();
  const follow = async (lines: readonly WrittenEntry[]): Promise<void> => {
    const wanted = lines.some(matters) || performance.now() - saved > SAVE_MS;
    while (wanted && !stopped) {
      try {
        await take(lines);
        saved = performance.now();
        return;
      } catch (error) {
        parts.report(error);
        await wait(AGAIN_MS);
      }
    }
  };
  let reminding: Promise<void> = Promise.resolve();
  const tick = (): void => {
    reminding = reminding.then(remind).catch(parts.report);
  };
  const timer = setInterval(tick, TICK_MS);
  timer.unref();
  return {
    from,
    hear(lines) {
      busy = busy.then(() => follow(lines));
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      await Promise.all([busy, reminding]);
    },
  };
};
