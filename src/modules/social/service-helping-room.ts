import { DAY, type Instant } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Database, Tx } from '#platform/db/database.ts';
import type { Actor } from '#platform/http/actor.ts';
import { openLink, signLink } from '#platform/signed-link.ts';
import type { StateBody } from './contract.ts';
import type { RoomView } from './contract-helping.ts';
import { commonOf, standingAt } from './service-search.ts';
import { sayState } from './service-state.ts';
import { lookById, providerOf } from './store-search.ts';

/** What a link about the room at a service is for, and nothing else: it opens nobody. */
const PURPOSE = 'service-room';
/** As long as a word about a service counts as fresh. */
const ROOM_LINK_FOR = 180 * DAY;

/** The link by which the organisation of a service says whether there is room, without a code. */
export const roomLink = (key: Buffer, serviceId: string, now: Instant): string =>
  signLink(key, { purpose: PURPOSE, subject: serviceId, until: now + ROOM_LINK_FOR });

/** Who comes by such a link, and what it is opened with. */
interface Coming {
  readonly token: string;
  readonly key: Buffer;
  readonly now: Instant;
}

const viewOf = async (tx: Tx, serviceId: string, now: Instant): Promise<RoomView | null> => {
  const look = await lookById(tx, serviceId);
  if (look === null) return null;
  const { id, name, organisation, state } = commonOf(look, standingAt(now, null));
  return { id, name, organisation, state };
};

const atRoom = async (
  database: Database,
  { token, key, now }: Coming,
  work: (tx: Tx, at: { readonly id: string; readonly actor: Actor }) => Promise<Result<unknown, Refusal>>,
): Promise<Result<RoomView, Refusal>> => {
  const link = openLink(key, token, PURPOSE, now);
  if (link.kind !== 'open') return refuse({ code: 'room-link-unknown' });
  const id = link.claim.subject;
  const holder = `room:${id}`;
  const organisationId = await database.transaction({ actor: holder, organisationId: null }, (tx) =>
    providerOf(tx, id),
  );
  if (organisationId === null) return refuse({ code: 'room-link-unknown' });
  const nobody = { name: '', phone: null, siteId: null, unitId: null };
  const actor = { id: holder, role: 'welfare-worker', organisationId, ...nobody };
  return database.transaction({ actor: holder, organisationId }, async (tx) => {
    const done = await work(tx, { id, actor });
    if (!done.ok) return done;
    const view = await viewOf(tx, id, now);
    return view === null ? refuse({ code: 'room-link-unknown' }) : ok(view);
  });
};

/** What the map says of the room at a service, for who holds its link. */
export const lookAtRoom = (database: Database, come: Coming): Promise<Result<RoomView, Refusal>> =>
  atRoom(database, come, async () => ok(null));

/** One tap: there is room, after a wait, not until a day, or after a talk first. */
export const sayRoom = (
  database: Database,
  come: Coming,
  said: StateBody,
): Promise<Result<RoomView, Refusal>> =>
  atRoom(database, come, (tx, { id, actor }) => sayState(tx, { id, actor, now: come.now }, said));
