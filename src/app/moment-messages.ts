import {
  allRooms,
  letterAbout,
  type TellingKind,
  type TellingRules,
  tellMoments,
  textAbout,
} from '#modules/day-treatment/index.ts';
import type { Region } from '#modules/region/types.ts';
import type { Clock } from '#platform/clock.ts';
import { byHouse } from '#platform/db/by-house.ts';
import type { Database, Tx } from '#platform/db/database.ts';
import type { Compose } from '#platform/outbox/mail.ts';
import { MESSENGER } from '#platform/outbox/messenger.ts';
import type { ComposeShort } from '#platform/outbox/short-message.ts';
import { type Delivery, enqueue } from '#platform/outbox/store.ts';

const TICK_MS = 1_000;
const LOOK_MS = 15_000;
const EVENTS: ReadonlyMap<string, TellingKind> = new Map([
  ['moment-invitation', 'invitation'],
  ['moment-moved', 'moved'],
  ['moment-gone', 'gone'],
  ['moment-reminder', 'reminder'],
]);

/** What telling people of their moments works with. */
export interface MomentParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly regionOf: (tx: Tx) => Promise<Region>;
  readonly report: (error: unknown) => void;
  readonly rules: TellingRules;
}

/** Tells every house's people, each house in its own name: a message and that it was told are written together, or neither is. */
const tellAll = async ({ database, clock, regionOf, rules }: MomentParts): Promise<void> => {
  const rooms = await database.transaction(MESSENGER, allRooms);
  for (const organisationId of new Set(rooms.map((room) => room.organisationId))) {
    const now = clock.now();
    const acting = byHouse('messenger', organisationId);
    await database.transaction(acting, async (tx) => {
      const actor = { id: acting.actor, organisationId };
      const sent = await tellMoments(tx, { actor, now, region: await regionOf(tx) }, rules);
      const messages = sent.map(({ telling, kind, way }) => ({
        ...{ kind: way, organisationId, receiverId: telling.visitId, event: `moment-${kind}` },
        ...{ dedupId: `moment-${kind}.${telling.id}`, body: { tellingId: telling.id } },
      }));
      await enqueue(tx, messages, now);
    });
  }
};

/** Starts looking, now and then, at what people must be told of their moments. */
export const startTelling = (parts: MomentParts): { stop(): Promise<void> } => {
  let looked = Number.NEGATIVE_INFINITY;
  let busy: Promise<void> = Promise.resolve();
  const look = async (): Promise<void> => {
    const now = parts.clock.now();
    if (Math.abs(now - looked) < LOOK_MS) return;
    looked = now;
    await tellAll(parts);
  };
  const timer = setInterval(() => {
    busy = busy.then(look).catch(parts.report);
  }, TICK_MS);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await busy;
    },
  };
};

/** What writing to people about their moments needs. */
export interface MomentWriting extends Pick<MomentParts, 'database' | 'clock' | 'regionOf'> {
  readonly key: Buffer;
  readonly publicUrl: string;
  readonly practice: boolean;
}

/** Is this a message about somebody's moment? */
export const isAboutMoment = ({ event }: Delivery): boolean => EVENTS.has(event);

const writing =
  <T>(
    parts: MomentWriting,
    write: (...asked: Parameters<typeof letterAbout>) => Promise<T | 'no-address' | 'overtaken'>,
  ) =>
  async ({ event, body, organisationId }: Delivery): Promise<T | 'no-address' | 'overtaken'> => {
    const kind = EVENTS.get(event);
    if (kind === undefined) return 'overtaken';
    const acting = byHouse('messenger', organisationId);
    return parts.database.transaction(acting, async (tx) => {
      const actor = { id: acting.actor, organisationId };
      const doing = { actor, now: parts.clock.now(), region: await parts.regionOf(tx) };
      const { key, publicUrl, practice } = parts;
      return write(tx, { tellingId: String(body['tellingId']), kind, key, publicUrl, practice }, doing);
    });
  };

/** How letters about moments are written, at the moment they go out. */
export const composeMoments = (parts: MomentWriting): Compose => writing(parts, letterAbout);

/** The same for telephones. */
export const composeTexts = (parts: MomentWriting): ComposeShort => writing(parts, textAbout);
