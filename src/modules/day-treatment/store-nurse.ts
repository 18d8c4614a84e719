import type { Instant } from '#kernel/interval.ts';
import type { Tx } from '#platform/db/database.ts';
import { first, rows } from '#platform/db/sql.ts';
import { stamp } from '#platform/db/types.ts';
import type { KeptNurse } from './types-room.ts';

const NURSE = `n.id, n.unit_id as "unitId", n.name, n.initials, n.ended_at is not null as ended, n.version,
  coalesce((select jsonb_agg(jsonb_build_object('competence', c.competence, 'validUntil', c.valid_until) order by c.competence)
    from day_treatment_competence c where c.nurse_id = n.id), '[]') as competences`;

/** The nurses of these rooms by name, who left too. */
export const nursesOf = (tx: Tx, unitIds: readonly string[]): Promise<KeptNurse[]> =>
  rows<KeptNurse>(
    tx,
    `select ${NURSE} from day_treatment_nurse n where n.unit_id = any($1::uuid[]) order by n.name, n.id`,
    [unitIds],
  );

/** One nurse of the acting house under lock, which does not keep a rota waiting that names them; null for another house. */
export const lockNurse = (tx: Tx, id: string): Promise<KeptNurse | null> =>
  first<KeptNurse>(tx, `select ${NURSE} from day_treatment_nurse n where n.id = $1 for no key update of n`, [
    id,
  ]);

/** Adds a nurse. */
export const insertNurse = async (
  tx: Tx,
  nurse: Pick<KeptNurse, 'id' | 'unitId' | 'name' | 'initials' | 'competences'>,
): Promise<void> => {
  await rows(tx, 'insert into day_treatment_nurse (id, unit_id, name, initials) values ($1, $2, $3, $4)', [
    nurse.id,
    nurse.unitId,
    nurse.name,
    nurse.initials,
  ]);
  await putCompetences(tx, nurse);
};

/** Writes what is known of a nurse. */
export const writeNurse = async (
  tx: Tx,
  nurse: Pick<KeptNurse, 'id' | 'name' | 'initials' | 'competences' | 'ended'>,
  at: Instant,
): Promise<void> => {
  await rows(
    tx,
    `update day_treatment_nurse set name = $2, initials = $3, version = version + 1,
       ended_at = case when $4 then coalesce(ended_at, $5::timestamptz) end where id = $1`,
    [nurse.id, nurse.name, nurse.initials, nurse.ended, stamp(at)],
  );
  await putCompetences(tx, nurse);
};

const putCompetences = async (
  tx: Tx,
  { id, competences }: Pick<KeptNurse, 'id' | 'competences'>,
): Promise<void> => {
  await rows(
    tx,
    'delete from day_treatment_competence where nurse_id = $1 and not competence = any($2::text[])',
    [id, competences.map(({ competence }) => competence)],
  );
  await rows(
    tx,
    `insert into day_treatment_competence (nurse_id, competence, valid_until)
     select $1, competence, until from unnest($2::text[], $3::date[]) as t(competence, until)
     on conflict (nurse_id, competence) do update set valid_until = excluded.valid_until`,
    [id, competences.map(({ competence }) => competence), competences.map(({ validUntil }) => validUntil)],
  );
};
