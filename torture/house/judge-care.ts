import type { Handed } from '#torture/kill/handed.ts';
import { asOwner } from './judge.ts';

/** A stay, with the house somebody stays in and the doctor who said yes. */
interface StayRow {
  readonly requestId: string;
  readonly personId: string;
  readonly house: string;
  readonly doctor: string | null;
  readonly arrivedAt: number;
  readonly endedAt: number | null;
}

/** Who is responsible from one moment to another. */
export interface Care {
  readonly by: string;
  readonly doctor: string | null;
  readonly from: number;
  readonly until: number;
}

const ms = (column: string): string => `(extract(epoch from ${column}) * 1000)::float8`;
const STAYS = `select s.request_id as "requestId", s.person_id as "personId", s.organisation_id as house, o.doctor,
    ${ms('s.arrived_at')} as "arrivedAt", ${ms('s.ended_at')} as "endedAt"
  from stay_stay s join placement_offer o on o.request_id = s.request_id and o.doctor is not null`;
const CARE = `select person_id as "personId", organisation_id as by, doctor, ${ms('lower(during)')} as "from",
    ${ms('upper(during)')} as until from placement_responsibility order by lower(during)`;
const RECEIVED = `select id, ${ms('received_at')} as at from stay_handover where received_at is not null`;

/** Who must be responsible from the arrival on: the house, and from when both are so, who said yes and somebody left. */
export const careOf = (stay: StayRow, handed: Handed | undefined, receivedAt: number | undefined): Care[] => {
  const { house, doctor, arrivedAt, endedAt } = stay;
  const confirmed = handed?.state === 'received' && receivedAt !== undefined ? handed : null;
  if (confirmed === null || endedAt === null || receivedAt === undefined)
    return [{ by: house, doctor, from: arrivedAt, until: Number.POSITIVE_INFINITY }];
  const passed = Math.max(endedAt, receivedAt);
  const here = { by: house, doctor, from: arrivedAt, until: passed };
  // Outside the region it is nobody's whom we know.
  if (confirmed.toOrg === null) return [here];
  const next = { by: confirmed.toOrg, doctor: confirmed.doctor, from: passed };
  return [here, { ...next, until: Number.POSITIVE_INFINITY }];
};

const same = (a: readonly Care[], b: readonly Care[]): boolean =>
  a.length === b.length &&
  a.every(({ by, doctor, from, until }, index) => {
    const other = b[index];
    return other?.by === by && other.doctor === doctor && other.from === from && other.until === until;
  });

/**
 * Stays with an instant at which not exactly one organisation and one doctor are responsible, or another than the one whose
 * turn it is: the house from the arrival, who said yes from the departure or from the yes, whichever came last.
 */
export const careFaultsIn = (url: string, handed: readonly Handed[]): Promise<string[]> =>
  asOwner(url, async (client) => {
    const { rows: stays } = await client.query<StayRow>(STAYS);
    const { rows: care } = await client.query<Care & { personId: string }>(CARE);
    const { rows: received } = await client.query<{ id: string; at: number }>(RECEIVED);
    const out = new Map(
      handed.flatMap((each) => (each.direction === 'out' ? [[each.requestId, each] as const] : [])),
    );
    const receivedAt = new Map(received.map(({ id, at }) => [id, at]));
    const rows = Map.groupBy(care, ({ personId }) => personId);
    return stays.flatMap((stay) => {
      const told = out.get(stay.requestId);
      const wanted = careOf(stay, told, receivedAt.get(told?.id ?? ''));
      const found = (rows.get(stay.personId) ?? []).filter(({ until }) => until > stay.arrivedAt);
      return same(wanted, found)
        ? []
        : [`${stay.requestId}: ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`];
    });
  });
