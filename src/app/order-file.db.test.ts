import { afterAll, beforeAll, expect, it } from 'vitest';
import { instantOf } from '#kernel/calendar.ts';
import { DAY } from '#kernel/interval.ts';
import { newId } from '#platform/db/ids.ts';
import { asOwner } from '#platform/db/owner.ts';
import { TEST_KEY } from '#platform/postgres/test-database.ts';
import { openDayHouse } from './day-house.fixture.ts';
import { erasePerson, exportPerson } from './records/file.ts';
import { overdue } from './records/retention.ts';

const TODAY = '2026-11-23';
const NOW = instantOf(TODAY, 9 * 60, 'Europe/Amsterdam');
const WORD = 'kanarie';
const IN_CARE = { ok: false, refusal: { code: 'person-in-care' } };

let day: Awaited<ReturnType<typeof openDayHouse>>;
beforeAll(async () => {
  day = await openDayHouse(NOW, TODAY);
});
afterAll(() => day.house.close());

const erase = (id: string, now = NOW) => asOwner(day.house.url, (tx) => erasePerson(tx, id, now));
const fileOf = async (id: string) => {
  const exported = await asOwner(day.house.url, (tx) => exportPerson(tx, id, TEST_KEY));
  if (!exported.ok) throw new Error(exported.refusal.code);
  return exported.value;
};

it('who still gets a treatment is not made unknown; afterwards what was written of it goes and the counts stay', async () => {
  const written = { dose: WORD, limits: WORD, stopRule: WORD, specialistName: WORD };
  const signed = await day.signed(written);
  const [id, visit] = [signed.person?.id ?? '', signed.visitList[0]?.id ?? ''];
  const [halfDay] = day.halfDays;
  if (halfDay === undefined) throw new Error('the house has no half-days');
  await day.plan({ id: visit }, halfDay, 0);
  await day.house.owner.query(
    `insert into day_treatment_act (id, visit_id, kind, at, received_at, by_name, body, actor)
     values ($1, $2, 'deviated', now(), now(), $3, jsonb_build_object('text', $3::text), 'x')`,
    [newId(), visit, WORD],
  );
  expect(await erase(id)).toEqual(IN_CARE);
  await day.done(day.specialist, `/orders/${signed.id}/stop`, { reason: WORD });
  const before = await fileOf(id);
  for (const table of ['day_treatment_order', 'day_treatment_signature', 'day_treatment_act'])
    expect(JSON.stringify(before[table])).toContain(WORD);
  // Both chairs were given back; that somebody had them is part of the file.
  expect(before['capacity_claim']).toHaveLength(2);
  expect(before['platform_diary']?.map(({ event }) => event)).toContain('order-stopped');
  expect(await erase(id)).toEqual({ ok: true, value: null });
  const after = await fileOf(id);
  expect(JSON.stringify(after)).not.toContain(WORD);
  expect(after['day_treatment_order']).toMatchObject([{ id: signed.id, state: 'stopped', visits: 1 }]);
  expect(after['day_treatment_visit']).toMatchObject([{ id: visit, state: 'cancelled' }]);
});

it('an order nobody planned holds nobody back once it is over, and keeps the record twenty years', async () => {
  const signed = await day.signed();
  const id = signed.person?.id ?? '';
  const lastDay = instantOf(signed.validUntil, 0, 'Europe/Amsterdam');
  expect(await erase(id, lastDay)).toEqual(IN_CARE);
  // The blood came half a year later: the record is kept from then on.
  const last = NOW + 170 * DAY;
  day.house.clock.at = last;
  await day.done(day.specialist, `/orders/${signed.id}/lab`, { on: '2027-05-10', ok: true });
  const years = new Date(last).setUTCFullYear(2047);
  const people = async (now: number) => (await asOwner(day.house.url, (tx) => overdue(tx, now))).people;
  expect(await people(years - DAY)).not.toContain(id);
  expect(await people(years + DAY)).toContain(id);
  expect(await erase(id, lastDay + 2 * DAY)).toEqual({ ok: true, value: null });
});
