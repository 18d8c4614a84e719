import type { Ledger } from '#torture/kill/ledger.ts';
import { asOwner } from './judge.ts';

const MOVED = `select count(*)::integer as n from unnest($1::uuid[], $2::uuid[]) as told (request, place)
  where not exists (select 1 from stay_stay s join capacity_claim c on c.id = s.claim_id
    where s.request_id = told.request and c.place_id = told.place)`;
const SHUT = 'select id, upper(during) <= now() as ended from capacity_closure';
const STAFFED = `select unit_id::text || ' ' || day::text || ' ' || half_day as key, staffed from capacity_staffing`;

/** What wards were told and is not so: moves, beds that were shut or opened, staff; and beds that nobody shut. */
export const wardFaultsIn = (
  url: string,
  { moved, shut, staffed }: Pick<Ledger, 'moved' | 'shut' | 'staffed'>,
): Promise<string[]> =>
  asOwner(url, async (client) => {
    const places = [moved.map(({ requestId }) => requestId), moved.map(({ placeId }) => placeId)];
    const lost = (await client.query<{ n: number }>(MOVED, places)).rows[0]?.n ?? 0;
    const closures = (await client.query<{ id: string; ended: boolean }>(SHUT)).rows;
    const staff = (await client.query<{ key: string; staffed: number }>(STAFFED)).rows;
    const ended = new Map(closures.map((each) => [each.id, each.ended]));
    return [
      ...Array.from({ length: lost }, () => 'moved'),
      ...shut.flatMap((each) => (ended.get(each.id) === each.ended ? [] : ['shut'])),
      ...(closures.length === shut.length ? [] : ['shut by nobody']),
      ...[...staffed].flatMap(([key, count]) =>
        staff.some((row) => row.key === key && row.staffed === count) ? [] : ['staff'],
      ),
    ];
  });
