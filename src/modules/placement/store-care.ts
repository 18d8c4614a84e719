import { FOREVER, type Instant } from '#kernel/interval.ts';
import type { Tx } from '#platform/db/database.ts';
import { first, rows } from '#platform/db/sql.ts';
import { range, stamp } from '#platform/db/types.ts';

/** Who is responsible, since when and until when. */
export interface Responsibility {
  readonly id: string;
  readonly requestId: string;
  readonly personId: string;
  readonly organisationId: string;
  readonly doctor: string | null;
  readonly from: Instant;
}

/** From now on this organisation is responsible, until another is. */
export const beginResponsibility = async (tx: Tx, row: Responsibility): Promise<void> => {
  await rows(
    tx,
    `insert into placement_responsibility (id, request_id, person_id, organisation_id, doctor, during) values ($1, $2, $3, $4, $5, $6)`,
    [
      row.id,
      row.requestId,
      row.personId,
      row.organisationId,
      row.doctor,
      range({ from: row.from, until: FOREVER }),
    ],
  );
};

/**
 * Responsibility for this person ends at a moment, at the earliest a millisecond after it began; answers from when
 * somebody else can have it. What ended before stays as it was, also when the moment is entered late. With a request: only when it rests on that request, so that closing one never ends the care another one brought.
 */
export const endResponsibility = async (
  tx: Tx,
  of: { readonly personId: string; readonly requestId: string | null },
  at: Instant,
): Promise<Instant> => {
  await rows(
    tx,
    `update placement_responsibility
     set during = tstzrange(lower(during), greatest($2::timestamptz, lower(during) + interval '1 millisecond'))
     where person_id = $1 and upper(during) = 'infinity' and ($3::uuid is null or request_id = $3)`,
    [of.personId, stamp(at), of.requestId],
  );
  const last = await first<{ ended: Instant | null }>(
    tx,
    'select max(upper(during)) as ended from placement_responsibility where person_id = $1',
    [of.personId],
  );
  return Math.max(at, last?.ended ?? at);
};

/** Who is responsible now, per request. */
export const responsibleFor = (
  tx: Tx,
  requestIds: readonly string[],
  now: Instant,
): Promise<Responsibility[]> =>
  rows<Responsibility>(
    tx,
    `select id, request_id as "requestId", person_id as "personId", organisation_id as "organisationId", doctor,
       lower(during) as "from"
     from placement_responsibility where request_id = any($1::uuid[]) and during @> $2::timestamptz`,
    [requestIds, stamp(now)],
  );

/** Who was responsible for this person since a moment, oldest first; `until` is without end for who is now. */
export const responsibilitiesOf = (
  tx: Tx,
  personId: string,
  since: Instant,
): Promise<(Responsibility & { readonly until: Instant })[]> =>
  rows(
    tx,
    `select id, request_id as "requestId", person_id as "personId", organisation_id as "organisationId", doctor,
       lower(during) as "from", upper(during) as "until"
     from placement_responsibility where person_id = $1 and upper(during) > $2 order by lower(during)`,
    [personId, stamp(since)],
  );

/** Is somebody responsible for this person now, or, when a clock went back, in a moment? */
export const isInCare = async (tx: Tx, personId: string, now: Instant): Promise<boolean> =>
  (await first(tx, 'select 1 from placement_responsibility where person_id = $1 and upper(during) > $2', [
    personId,
    stamp(now),
  ])) !== null;
