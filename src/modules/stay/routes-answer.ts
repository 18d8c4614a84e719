import { z } from 'zod';
import { Id } from '#kernel/contract.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Doing } from '#modules/capacity/index.ts';
import type { NextPlaces } from '#modules/placement/index.ts';
import type { Region } from '#modules/region/types.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Actor } from '#platform/http/actor.ts';
import type { StayAnswer } from './contract.ts';
import { stayById } from './store.ts';
import { viewStay } from './view.ts';

/** What the routes of this room need beside the door. */
export interface StayParts {
  readonly regionOf: (tx: Tx) => Promise<Region>;
  /** Where else a request fits, by what this process sees. */
  readonly nextPlaces: NextPlaces;
  /** A practice region says so on every page. */
  readonly practice: boolean;
}

/** A stay in the address. */
export const ById = z.object({ id: Id });
export type ById = z.infer<typeof ById>;

/** Under this head the routes stand in the API reference. */
export const tag = 'stay';

/** In whose name a route acts, and when. */
export const doingOf = async (
  parts: StayParts,
  ask: { readonly tx: Tx; readonly actor: Actor; readonly now: Instant },
): Promise<Doing> => ({ actor: ask.actor, now: ask.now, region: await parts.regionOf(ask.tx) });

/** The stay as it stands for the caller. */
export const answered = async (tx: Tx, id: string, doing: Doing): Promise<Result<StayAnswer, Refusal>> => {
  const stay = await stayById(tx, id);
  return stay === null ? refuse({ code: 'stay-unknown' }) : ok({ stay: await viewStay(tx, stay, doing) });
};
