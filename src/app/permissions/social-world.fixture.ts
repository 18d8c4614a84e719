import type { ApiHouse } from '#app/api-house.fixture.ts';
import { newId } from '#platform/db/ids.ts';
import type { Ids } from './stay-world.fixture.ts';

/** A referral of the practice, about somebody it sent, to a service of the first home, written by hand. */
export const socialThings = async (
  { owner, small }: ApiHouse,
  of: { readonly person: string; readonly service: string },
): Promise<Ids> => {
  const [referral, consent] = [newId(), newId()];
  const [practice, home] = [small.gp.organisationId, small.wards[0].organisationId];
  await owner.query(
    `insert into people_consent (id, person_id, purpose, receiver_org, explicit, given_by, recorded_by, recorded_org, given_at)
     values ($1, $2, 'welfare', $3, true, 'person', 'maker', $4, now())`,
    [consent, of.person, home, practice],
  );
  await owner.query(
    `insert into social_referral (id, code, person_id, service_id, from_org, to_org, consent_id, question, warm, state, version,
       made_at, made_by, due_at, read_at)
     values ($1, 'V-1', $2, $3, $4, $5, $6, 'Bij de Vinkenslag slaap ik niet', 'receiver-calls', 'sent', 1, now(), 'maker',
       now() + interval '7 days', now())`,
    [referral, of.person, of.service, practice, home, consent],
  );
  await owner.query(
    `insert into social_referral_step (id, referral_id, step, at, by_name, by_org, words)
     values ($1, $2, 'sent', now(), 'maker', $3, 'Zangvogel')`,
    [newId(), referral, practice],
  );
  return { referral, service: of.service };
};
