import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Doing } from '#modules/capacity/index.ts';
import { endRelation, relate } from '#modules/people/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { record } from '#platform/diary/diary.ts';
import type { WishBody } from './contract-acts.ts';
import { stayLine } from './doing.ts';
import { openOwnStay, type StayResult } from './service-open.ts';
import { insertWish, stayById, stayReads, updateStay } from './store.ts';

const PRACTICE = 'gp';

/** The GP asks, or somebody writes down what the person wants. Earlier words stay readable; the newest count. */
export const tellWish = async (
  tx: Tx,
  act: { readonly stayId: string; readonly wish: WishBody },
  doing: Doing,
): Promise<Result<null, Refusal>> => {
  // The practice asks too, and may not lock what is the house's: a wish only comes in addition.
  const stay = await stayById(tx, act.stayId);
  const { actor, now } = doing;
  if (stay === null || !(await stayReads(tx, stay.id))) return refuse({ code: 'stay-unknown' });
  if (stay.endedAt !== null) return refuse({ code: 'stay-over' });
  const { kind, text } = act.wish;
  await insertWish(tx, stay.id, { id: newId(), kind, text, at: now, actor: actor.id });
  await record(tx, [stayLine(doing, 'wish-told', stay, { kind })]);
  return ok(null);
};

/** Which practice hears how it goes; from now on it may read what was seen. One that was named before may not any more. */
export const namePractice = async (
  tx: Tx,
  act: { readonly stayId: string; readonly version: number; readonly organisationId: string },
  doing: Doing,
): StayResult => {
  const found = await openOwnStay(tx, act.stayId, doing);
  if (!found.ok) return found;
  const stay = found.value;
  if (stay.version !== act.version) return refuse({ code: 'version-stale' });
  const practice = doing.region.organisations.find(({ id }) => id === act.organisationId);
  if (practice?.kind !== PRACTICE) return refuse({ code: 'not-a-practice' });
  const named = { ...stay, gpOrg: practice.id };
  const { actor, now } = doing;
  await updateStay(tx, named);
  const relation = { personId: stay.personId, kind: 'care-team' } as const;
  if (stay.gpOrg !== null && stay.gpOrg !== practice.id)
    await endRelation(tx, { ...relation, organisationId: stay.gpOrg, now });
  await relate(tx, {
    ...relation,
    organisationId: practice.id,
    ground: 'treatment',
    actor: actor.id,
    now,
  });
  await record(tx, [stayLine(doing, 'practice-named', named)]);
  return ok(named);
};
