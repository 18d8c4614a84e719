import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Doing } from '#modules/capacity/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { lockStay } from './store.ts';
import type { Stay } from './types.ts';

/** What a command about a stay answers. */
export type StayResult = Promise<Result<Stay, Refusal>>;

/** A stay of the acting house, under lock, over or not. */
export const openOwnStay = async (tx: Tx, id: string, doing: Doing): StayResult => {
  const stay = await lockStay(tx, id);
  return stay === null || stay.organisationId !== doing.actor.organisationId
    ? refuse({ code: 'stay-unknown' })
    : ok(stay);
};

/** The same while somebody is there: afterwards nothing of it changes any more. */
export const openRunningStay = async (tx: Tx, id: string, doing: Doing): StayResult => {
  const found = await openOwnStay(tx, id, doing);
  return found.ok && found.value.endedAt !== null ? refuse({ code: 'stay-over' }) : found;
};

/** The same in the version that was read. */
export const openReadStay = async (tx: Tx, id: string, version: number, doing: Doing): StayResult => {
  const found = await openRunningStay(tx, id, doing);
  return found.ok && found.value.version !== version ? refuse({ code: 'version-stale' }) : found;
};
