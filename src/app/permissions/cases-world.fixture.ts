import type { ApiHouse } from '#app/api-house.fixture.ts';
import { newId } from '#platform/db/ids.ts';
import type { Ids } from './stay-world.fixture.ts';

/** A question that comes back in the practice, of somebody it knows by its own number, written by hand. */
export const casesThings = async ({ owner, small }: ApiHouse): Promise<Ids> => {
  const [known, signal] = [newId(), newId()];
  const practice = small.gp.organisationId;
  await owner.query(
    `insert into cases_known (id, organisation_id, number, birth_date, sex) values ($1, $2, 'Vinkenslag', '1950-01-01', 'female')`,
    [known, practice],
  );
  await owner.query(
    `insert into cases_signal (id, organisation_id, known_id, thresholds, signs, state, since, seen_on)
     values ($1, $2, $3, 1, '[{"code": "same-reason", "reason": "P06", "contacts": 6, "days": 90}]', 'new', '2026-11-22', '2026-11-22')`,
    [signal, practice, known],
  );
  return { signal };
};
