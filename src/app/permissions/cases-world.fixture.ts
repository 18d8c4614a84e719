import type { ApiHouse } from '#app/api-house.fixture.ts';
import { newId } from '#platform/db/ids.ts';
import type { Ids } from './stay-world.fixture.ts';

const PARTS = '{question,plan,messages,meetings,conversation}';

/** A case the practice coordinates, about somebody it sent, in which the first home helps; with a meeting in it. */
const caseThings = async ({ owner, small }: ApiHouse, person: string): Promise<Ids> => {
  const of = { case: newId(), action: newId(), meeting: newId(), line: newId() };
  const [practice, home] = [small.gp.organisationId, small.wards[0].organisationId];
  await owner.query(
    `insert into cases_case (id, code, person_id, coordinator_org, opened_at, opened_by) values ($1, 'S-1', $2, $3, now(), 'maker')`,
    [of.case, person, practice],
  );
  for (const organisation of [practice, home]) {
    const consent = newId();
    await owner.query(
      `insert into people_consent (id, person_id, purpose, receiver_org, explicit, given_by, recorded_by, recorded_org, given_at)
       values ($1, $2, 'welfare', $3, true, 'person', 'maker', $4, now())`,
      [consent, person, organisation, practice],
    );
    await owner.query(
      'insert into cases_helper (case_id, organisation_id, consent_id, parts, joined_at) values ($1, $2, $3, $4, now())',
      [of.case, organisation, consent, PARTS],
    );
  }
  await owner.query(
    "insert into cases_question (case_id, words) values ($1, 'Bij de Vinkenslag slaap ik niet')",
    [of.case],
  );
  await owner.query(
    `insert into cases_action (id, case_id, what, owner_org, due, state, made_at, made_org, made_by)
     values ($1, $2, 'Kooitje schoonmaken', $3, '2026-12-01', 'open', now(), $3, 'maker')`,
    [of.action, of.case, practice],
  );
  await owner.query(
    `insert into cases_meeting (id, case_id, at, minutes, place, made_at, made_by)
     values ($1, $2, '2026-12-01T13:00Z', 30, 'Vinkenslag', now(), 'maker')`,
    [of.meeting, of.case],
  );
  await owner.query(
    `insert into cases_note_line (id, meeting_id, case_id, place, version, text, by_name, at)
     values ($1, $2, $3, 1, 1, 'Zangvogel', 'maker', now())`,
    [of.line, of.meeting, of.case],
  );
  return { ...of, helper: home };
};

/** A question that comes back in the practice, of somebody it knows by its own number, and a case, written by hand. */
export const casesThings = async (house: ApiHouse, person: string): Promise<Ids> => {
  const { owner, small } = house;
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
  return { signal, ...(await caseThings(house, person)) };
};
