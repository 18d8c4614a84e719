import type { Instant } from '#kernel/interval.ts';
import type { Region } from '#modules/region/types.ts';
import type { FilledModel } from '#planning/whatif/types.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Entry } from '#platform/diary/diary.ts';
import type { Actor } from '#platform/http/actor.ts';

/** Under this head the routes stand in the API reference. */
export const tag = 'vooruitkijken';

/** The region filled from its own history at a moment. */
export interface Modelled extends FilledModel {
  readonly at: Instant;
  /** Whole days of history behind it. */
  readonly days: number;
}

/** What the routes of this room need beside the door; the tower's facts are handed in from outside. */
export interface OutlookParts {
  readonly regionOf: (tx: Tx) => Promise<Region>;
  /** The region as a model: the one made at `at` while it is remembered, otherwise that of now. */
  readonly modelled: (at?: Instant) => Promise<Modelled>;
  /** The newest forecast was made then; when that is too long ago, it is made again behind the scenes. */
  readonly asked: (madeAt: Instant) => void;
}

/** In whose name and when something of this room happens. */
export interface Telling {
  readonly actor:
    | Pick<Actor, 'id' | 'organisationId'>
    | { readonly id: string; readonly organisationId: null };
  readonly now: Instant;
}

/** A diary line of this room: ids and codes. Without an organisation in `body` every screen may hear it. */
export const outlookLine = (
  { actor, now }: Telling,
  event: string,
  subject: string,
  body: Entry['body'] = {},
): Entry => ({
  ...{ at: now, room: 'outlook', event, subject, unitId: null },
  ...{ organisationId: actor.organisationId, actor: actor.id, body },
});
