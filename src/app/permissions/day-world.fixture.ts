import type { ApiHouse } from '#app/api-house.fixture.ts';
import { newId } from '#platform/db/ids.ts';
import type { Ids } from './stay-world.fixture.ts';

/** A signed order with one visit: for somebody the practice sent and the first home looks after, written by hand. */
export const orderThings = async ({ owner, small }: ApiHouse, person: string): Promise<Ids> => {
  const [order, visit, halfDay, nurse, plan] = [newId(), newId(), newId(), newId(), newId()];
  const site = small.wards[0].organisationId;
  await owner.query('insert into day_treatment_room (unit_id, organisation_id) values ($1, $2)', [
    small.units[0],
    site,
  ]);
  await owner.query(
    `insert into day_treatment_treatment (code, version, body, organisation_id, signed_by, signed_at, actor)
     values ('denosumab', 1, $1, $2, 'dr. Oefen', now(), 'maker')`,
    [
      {
        ...{ name: 'Denosumab', group: 'bone', setUp: 10, running: 0, observation: 15, ratio: 4 },
        ...{ seats: [{ room: 'treatment', lying: false, from: 0, until: 25 }], competences: ['injection'] },
        ...{ labDays: null, firstInHospital: false, pharmacyDays: 2, coldChain: true, weight: false },
        ...{ emergency: ['Zuurstof'], reaction: ['Stop'], source: 'Oefening' },
      },
      small.gp.organisationId,
    ],
  );
  await owner.query(
    `insert into day_treatment_order (id, code, person_id, treatment, treatment_version, hospital_org, site_org, specialist_name,
       specialist_phone, visits, interval_days, tolerance_days, from_day, latest_day, valid_until, dose, stop_rule, limits, wishes, state,
       signed_at, signed_by, signature, made_at, actor)
     values ($1, 'TK-0001', $2, 'denosumab', 1, $3, $4, 'dr. Vinkenslag', '0599-77 01 04', 1, 0, 0, '2026-11-23', '2026-12-20',
       '2027-05-01', '60 mg', 'Niet zonder kooitje', 'Zangvogel',
       '{"weekdays": [], "part": null}', 'signed', now(), 'dr. Vinkenslag', 1, now(), 'maker')`,
    [order, person, small.gp.organisationId, site],
  );
  await owner.query(
    `insert into day_treatment_half_day (id, unit_id, day, part, opens, closes)
     values ($1, $2, '2026-11-30', 'morning', '2026-11-30T08:00Z', '2026-11-30T12:00Z')`,
    [halfDay, small.units[0]],
  );
  await owner.query(
    "insert into day_treatment_nurse (id, unit_id, name, initials) values ($1, $2, 'A. Visser', 'AV')",
    [nurse, small.units[0]],
  );
  await owner.query('insert into day_treatment_shift (half_day_id, nurse_id) values ($1, $2)', [
    halfDay,
    nurse,
  ]);
  // Planned, so that the week of the room has a name to keep.
  await owner.query(
    `insert into day_treatment_visit (id, order_id, number, state, signature, half_day_id, during, nurse_id, set_up)
     values ($1, $2, 1, 'planned', 1, $3, '[2026-11-30T08:30Z,2026-11-30T08:55Z)', $4, '[2026-11-30T08:30Z,2026-11-30T08:40Z)')`,
    [visit, order, halfDay, nurse],
  );
  await owner.query(
    `insert into day_treatment_plan (id, organisation_id, unit_id, from_day, until_day, made_at, actor, state, cost, bound)
     values ($1, $2, $3, '2026-11-30', '2026-12-07', now(), 'maker', 'ready', 10, 9)`,
    [plan, site, small.units[0]],
  );
  return { order, visit, 'half-day': halfDay, nurse, plan };
};
