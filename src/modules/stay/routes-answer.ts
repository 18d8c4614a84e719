import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Doing } from '#modules/capacity/index.ts';
import type { NextPlaces } from '#modules/placement/index.ts';
import type { Region } from '#modules/region/types.ts';
import type { Tx } from '#platform/db/database.ts';
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

/** Under this head the routes stand in the API reference. */
export const tag = 'stay';

/** The stay as it stands for the caller. */
export const answered = async (tx: Tx, id: string, doing: Doing): Promise<Result<StayAnswer, Refusal>> => {
  const stay = await stayById(tx, id);
  return stay === null ? refuse({ code: 'stay-unknown' }) : ok({ stay: await viewStay(tx, stay, doing) });
};
