import type { openStayHouse } from '#app/stay-house.fixture.ts';
import { HOUR, type Instant } from '#kernel/interval.ts';
import type { ObservationView } from '#modules/stay/contract-observation.ts';
import { trendOf } from '#modules/stay/decide/trend.ts';
import { observationById } from '#modules/stay/store-observation.ts';
import type { Tx } from '#platform/db/database.ts';
import { rows } from '#platform/db/sql.ts';
import type { Measured } from './beside.ts';

type Stays = Awaited<ReturnType<typeof openStayHouse>>;

const SEEN = 500;

/** Five hundred observations over the days of the stay, as many kinds through each other as are on the strip. */
const fill = async (stays: Stays, stayId: string, now: Instant): Promise<void> => {
  await stays.house.owner.query(
    `insert into stay_observation (id, stay_id, kind, day, day_part, at, seen_by, name, measured, text, recorded_at, actor)
     select gen_random_uuid(), $1, k.kind, (at at time zone 'Europe/Amsterdam')::date, k.part, at, 'nurse', 'Oefen', k.measured, 'gezien', at, 'bench'
     from (select n, $2::timestamptz - n * interval '15 minutes' as at from generate_series(1, $3) n) o
     join (values (0, 'note', 'morning', '{}'::jsonb), (1, 'sleep', 'night', '{"hours": 6.5}'), (2, 'walking', 'afternoon', '{"metres": 40}'),
       (3, 'meal', 'evening', '{"part": 0.5}')) as k (at_n, kind, part, measured) on k.at_n = n % 4`,
    [stayId, new Date(now).toISOString(), SEEN],
  );
};

/** As everyone builds it: which there are, and then each of them; the strip is made of them as ours is. */
const seenPerRow = async (tx: Tx, stayId: string, days: readonly string[]) => {
  const ids = await rows<{ id: string }>(
    tx,
    'select id from stay_observation where stay_id = $1 order by at desc, id desc',
    [stayId],
  );
  const seen = [];
  for (const { id } of ids) {
    const one = await observationById(tx, stayId, id);
    if (one !== null) seen.push(one);
  }
  return {
    rows: JSON.parse(JSON.stringify(trendOf(seen, days))),
    newest: seen.slice(0, 20).map(({ id, text }) => ({ id, text })),
  };
};

/** A stay with five hundred observations: the strip of its days and the newest of them, in the name of who works there. */
export const measureSeen = async (stays: Stays, now: Instant): Promise<Measured> => {
  const { house, small, call, clock } = stays.house;
  const ward = small.wards[1];
  clock.at = now - SEEN * (HOUR / 4) - HOUR;
  const { stayId } = await stays.admit({}, 1);
  clock.at = now;
  await fill(stays, stayId, now);
  const ask = async () => {
    const answer = await call(ward, 'GET', `/api/v1/stays/${stayId}/observations`);
    if (answer.statusCode !== 200) throw new Error(answer.body);
    return answer.json<{ observation: ObservationView }>().observation;
  };
  const { days } = await ask();
  const acting = { actor: ward.id, organisationId: ward.organisationId };
  return {
    name: 'stay-seen',
    ours: ask,
    peer: () =>
      house.database.transaction(acting, (tx) =>
        seenPerRow(
          tx,
          stayId,
          days.map(({ day }) => day),
        ),
      ),
    shared: (({ rows: strip, seen }: ObservationView) => ({
      rows: strip,
      newest: seen.map(({ id, text }) => ({ id, text })),
    })) as (answer: never) => unknown,
    within: 15,
  };
};
