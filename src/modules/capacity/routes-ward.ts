import type { z } from 'zod';
import { isoFromInstant, localDay } from '#kernel/calendar.ts';
import { ById } from '#kernel/contract.ts';
import type { Instant } from '#kernel/interval.ts';
import { ok, refuse } from '#kernel/result.ts';
import { nobody } from '#platform/access-log/looks.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Actor } from '#platform/http/actor.ts';
import { command, type Door, read } from '#platform/http/route.ts';
import { DoubtAnswer, DoubtBody, RosterAnswer, RosterBody } from './contract.ts';
import { type Doing, siteOf } from './doing.ts';
import { capacityPolicies as may } from './policy.ts';
import { doubtUnit, setRoster } from './service-ward.ts';
import { placesOfUnit } from './store.ts';
import { exceptionsOf, rosterOf } from './store-ward.ts';

type DoingOf = (act: { tx: Tx; actor: Actor; now: Instant }) => Promise<Doing>;
const tag = 'capacity';

const rosterAnswer = async (tx: Tx, unitId: string, doing: Doing): Promise<RosterAnswer> => ({
  unitId,
  places: await placesOfUnit(tx, unitId),
  week: await rosterOf(tx, unitId),
  exceptions: (await exceptionsOf(tx, unitId, localDay(doing.now, siteOf(doing.region, unitId).zone))).map(
    ({ day, halfDay, staffed }) => ({ day, halfDay, staffed }),
  ),
});

/** Adds the routes of a ward's roster, and of "klopt niet". */
export const wardRoutes = (door: Door, doing: DoingOf): void => {
  read<ById, unknown, RosterAnswer>(door, {
    url: '/api/v1/units/:id/roster',
    tag,
    summary: 'The ordinary week of a ward, and what was said apart',
    policy: may.close,
    params: ById,
    answer: RosterAnswer,
    looks: nobody,
    run: async (ask) => {
      const now = await doing(ask);
      if (!now.region.units.some((unit) => unit.id === ask.params.id))
        return refuse({ code: 'unit-unknown' });
      return ok(await rosterAnswer(ask.tx, ask.params.id, now));
    },
  });
  command<ById, z.infer<typeof RosterBody>, RosterAnswer>(door, {
    method: 'PUT',
    url: '/api/v1/units/:id/roster',
    tag,
    summary: 'Says the ordinary week of a ward: places with staff per half-day',
    policy: may.close,
    params: ById,
    body: RosterBody,
    answer: RosterAnswer,
    looks: nobody,
    run: async (act) => {
      const now = await doing(act);
      const set = await setRoster(act.tx, act.params.id, act.body.week, now);
      return set.ok ? ok(await rosterAnswer(act.tx, act.params.id, now)) : set;
    },
  });
  command<ById, z.infer<typeof DoubtBody>, DoubtAnswer>(door, {
    url: '/api/v1/units/:id/doubts',
    tag,
    summary: 'Klopt niet: who called heard otherwise; the ward looks within the agreed time',
    policy: may.doubt,
    params: ById,
    body: DoubtBody,
    answer: DoubtAnswer,
    looks: nobody,
    run: async (act) => {
      const about = { unitId: act.params.id, product: act.body.product };
      const told = await doubtUnit(act.tx, about, await doing(act));
      if (!told.ok) return told;
      const { at, answerBy, ...rest } = told.value;
      return ok({ ...rest, at: isoFromInstant(at), answerBy: isoFromInstant(answerBy) });
    },
  });
};
