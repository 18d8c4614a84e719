import type { Instant } from '#kernel/interval.ts';
import type { Region } from '#modules/region/types.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Entry } from '#platform/diary/diary.ts';
import type { Actor } from '#platform/http/actor.ts';

/** In whose name and at which moment something is done, and the region it is done in. */
export interface Doing {
  readonly actor: Pick<Actor, 'id' | 'name' | 'organisationId'>;
  readonly now: Instant;
  readonly region: Region;
}

/** What the routes of this room need beside the door. */
export interface CasesParts {
  readonly regionOf: (tx: Tx) => Promise<Region>;
}

/** In whose name a route acts, and when. */
export const doingOf = async (
  { regionOf }: CasesParts,
  { tx, actor, now }: { readonly tx: Tx; readonly actor: Actor; readonly now: Instant },
): Promise<Doing> => ({ actor, now, region: await regionOf(tx) });

/** Under this head the routes stand in the API reference. */
export const tag = 'cases';

/** In whose name something is told; the person acts for no organisation. */
export interface Telling {
  readonly actor: { readonly id: string; readonly organisationId: string | null };
  readonly now: Instant;
}

/** A diary line of this room: ids and codes, never who it is about or what was written. */
export const caseLine = (
  { actor, now }: Telling,
  event: string,
  subject: string,
  body: Entry['body'] = {},
): Entry => ({
  ...{ at: now, room: 'cases', event, subject, unitId: null },
  ...{ organisationId: actor.organisationId, actor: actor.id },
  body: { organisations: actor.organisationId === null ? [] : [actor.organisationId], ...body },
});
