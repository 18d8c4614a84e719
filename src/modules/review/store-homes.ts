import type { Tx } from '#platform/db/database.ts';
import { rows } from '#platform/db/sql.ts';

/** Where colleagues of the acting organisation live, in four digits. */
export const loadHomes = (tx: Tx): Promise<{ readonly professionalId: string; readonly pc4: string }[]> =>
  rows(
    tx,
    'select professional_id as "professionalId", pc4 from review_home where organisation_id = platform_org()',
  );

/** Writes it down, or over what stood there. */
export const saveHome = async (tx: Tx, professionalId: string, pc4: string): Promise<void> => {
  await rows(
    tx,
    `insert into review_home (professional_id, organisation_id, pc4) values ($1, platform_org(), $2)
     on conflict (professional_id) do update set pc4 = excluded.pc4`,
    [professionalId, pc4],
  );
};

/** Forgets it. */
export const removeHome = async (tx: Tx, professionalId: string): Promise<void> => {
  await rows(tx, 'delete from review_home where professional_id = $1', [professionalId]);
};
