import { localDay, plusDays } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { REGION_ZONE } from '#modules/region/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { record } from '#platform/diary/diary.ts';
import type { Actor } from '#platform/http/actor.ts';
import type { ServiceView, StateBody } from './contract.ts';
import { standingAt } from './service-search.ts';
import { maySpeak, serviceView } from './service-view.ts';
import { lookById } from './store-search.ts';
import { followState, insertState, setAssured } from './store-state.ts';
import { LONGEST_WAIT, type SocialCode } from './types.ts';

/** Who says something of a service, and when. */
interface Saying {
  readonly id: string;
  readonly actor: Actor;
  readonly now: Instant;
}

type Answer = Result<ServiceView, Refusal<SocialCode>>;

/** The service when this actor may speak for it. */
const mineOf = async (tx: Tx, { id, actor }: Saying): Promise<Refusal<SocialCode> | null> => {
  if ((await lookById(tx, id)) === null) return { code: 'service-unknown' };
  return (await maySpeak(tx, id, actor)) ? null : { code: 'service-not-yours' };
};

const written = async (
  tx: Tx,
  event: string,
  saying: Saying,
  body: Record<string, unknown>,
): Promise<Answer> => {
  const { id, actor, now } = saying;
  await followState(tx, id);
  await record(tx, [
    {
      ...{ at: now, room: 'social', event, subject: id, unitId: null },
      ...{ organisationId: actor.organisationId, actor: actor.id, body },
    },
  ]);
  const view = await serviceView(tx, id, { actor, standing: standingAt(now, null) });
  return view === null ? refuse({ code: 'service-unknown' }) : ok(view);
};

/** Says whether there is room. A wait has weeks; a closing may have a day, which has not passed. */
export const sayState = async (tx: Tx, saying: Saying, body: StateBody): Promise<Answer> => {
  const refused = await mineOf(tx, saying);
  if (refused !== null) return refuse(refused);
  if (body.state === 'waiting' && body.weeks === null) return refuse({ code: 'state-needs-weeks' });
  if (body.state === 'waiting' && (body.weeks ?? 0) > LONGEST_WAIT)
    return refuse({ code: 'state-weeks-many', params: { most: LONGEST_WAIT } });
  const untilDay = body.state === 'closed' ? body.untilDay : null;
  const today = localDay(saying.now, REGION_ZONE);
  if (untilDay !== null && untilDay <= today) return refuse({ code: 'state-day-past' });
  if (untilDay !== null && untilDay > plusDays(today, 7 * LONGEST_WAIT))
    return refuse({ code: 'state-day-far' });
  const weeks = body.state === 'waiting' ? body.weeks : null;
  await insertState(tx, {
    ...{ serviceId: saying.id, state: body.state, weeks, untilDay },
    ...{ at: saying.now, by: saying.actor.id },
  });
  return written(tx, 'state-said', saying, { state: body.state });
};

/** Says in one tap that the service is as the map says, today. */
export const assure = async (tx: Tx, saying: Saying): Promise<Answer> => {
  const refused = await mineOf(tx, saying);
  if (refused !== null) return refuse(refused);
  await setAssured(tx, saying.id, localDay(saying.now, REGION_ZONE));
  return written(tx, 'assured', saying, {});
};
