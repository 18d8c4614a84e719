import type { z } from 'zod';

import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Doing } from '#modules/capacity/index.ts';
import type { Region } from '#modules/region/types.ts';
import type { Tx } from '#platform/db/database.ts';
import type { RequestAnswer } from './contract.ts';
import type { PlaceSearch } from './search.ts';
import { viewRequests } from './view.ts';

/** What the routes of the one route need beside the door. */
export interface PlacementParts {
  readonly regionOf: (tx: Tx) => Promise<Region>;
  readonly search: PlaceSearch;
}

/** Every step answers with the request as it stands for the caller. */
export type Answered = z.infer<typeof RequestAnswer>;

/** Under this head the routes stand in the API reference. */
export const tag = 'placement';

/** The request as it stands for the caller. */
export const answered = async (tx: Tx, id: string, doing: Doing): Promise<Result<Answered, Refusal>> => {
  const reader = { organisationId: doing.actor.organisationId, now: doing.now, region: doing.region };
  const [request] = await viewRequests(tx, reader, [id]);
  return request === undefined ? refuse({ code: 'request-unknown' }) : ok({ request });
};
