import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { capital, listWords, PROPERTY_WORDS } from '#kernel/words.ts';
import { type Doing, lockedLimits } from '#modules/capacity/index.ts';
import { barrierWhy } from '#planning/match/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { limitBroken } from './limits.ts';
import type { Request } from './types.ts';

/**
 * Does a place keep every hard limit of a request, by the same rule as the search? Asked before it is held and under its
 * lock: nobody changes what its room is for in between, and a refusal leaves nothing behind.
 */
export const mustFit = async (
  tx: Tx,
  request: Request,
  ask: { readonly placeId: string; readonly unitId: string },
  doing: Doing,
): Promise<Result<null, Refusal>> => {
  const place = await lockedLimits(tx, ask.placeId, doing);
  if (place === null) return refuse({ code: 'place-unknown' });
  const lacks = request.needs.filter((need) => !place.properties.includes(need));
  if (lacks.length > 0) {
    const missing = listWords(lacks.map((need) => PROPERTY_WORDS[need]));
    return notFitting({ nl: `Ontbreekt hier: ${missing.nl}.`, en: `Missing here: ${missing.en}.` });
  }
  const from = Math.max(request.wantedFrom, doing.now);
  const barrier = limitBroken(doing.region, { unitId: ask.unitId, room: place.room }, request, from);
  return barrier === null ? ok(null) : notFitting(barrierWhy(barrier));
};

const notFitting = (why: { readonly nl: string; readonly en: string }): Result<null, Refusal> =>
  refuse({ code: 'place-does-not-fit', params: { why: capital(why).nl, why_en: capital(why).en } });
