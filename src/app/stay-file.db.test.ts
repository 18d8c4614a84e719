import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asOwner } from '#platform/db/owner.ts';
import { TEST_KEY } from '#platform/postgres/test-database.ts';
import { erasePerson, exportPerson } from './records/file.ts';
import { actsOf } from './stay-acts.fixture.ts';
import { openStayHouse } from './stay-house.fixture.ts';

const NOW = Date.parse('2026-10-21T10:00:00Z');
const WORD = 'kanarie';

let stays: Awaited<ReturnType<typeof openStayHouse>>;
let own: ReturnType<typeof actsOf>;

beforeAll(async () => {
  stays = await openStayHouse(NOW);
  own = actsOf(stays);
  await stays.house.owner.query("set app.keeper = 'on'");
});
afterAll(() => stays.house.close());

/** Everything that other parts of the house write about a stay, each with the word in it. */
const written = async (stayId: string, requestId: string, personId: string): Promise<void> => {
  const put = (sql: string, ...values: unknown[]) => stays.house.owner.query(sql, values);
  await put(
    `insert into stay_observation (id, stay_id, kind, day, day_part, at, seen_by, name, measured, text, recorded_at, actor)
     values (gen_random_uuid(), $1, 'sleep', '2026-10-21', 'night', now(), 'family', $2, '{"hours": 6}', $2, now(), 'x')`,
    ...[stayId, WORD],
  );
  await put(
    `insert into stay_medication (id, stay_id, medicine, change, detail, reason, day, by_name, at, actor)
     values (gen_random_uuid(), $1, $2, 'stopped', $2, $2, '2026-10-21', $2, now(), 'x')`,
    ...[stayId, WORD],
  );
  await put(
    `insert into stay_answer (id, stay_id, number, seen, finding, advice, follow_up, medication, saved_at, saved_by, sent_at, sent_by)
     values (gen_random_uuid(), $1, 1, $2, $2, $2, $2, jsonb_build_array($2::text), now(), 'x', now(), 'x')`,
    ...[stayId, WORD],
  );
  const [{ id: handoverId } = { id: '' }] = (
    await put(
      `insert into stay_handover (id, request_id, person_id, stay_id, direction, from_org, to_name, state, sections, saved_at,
         saved_by, sent_at)
       select gen_random_uuid(), $1, $2, $3, 'out', organisation_id, 'Huis elders', 'sent', jsonb_build_object('a', $4::text),
         now(), 'x', now() from stay_stay where id = $3 returning id`,
      ...[requestId, personId, stayId, WORD],
    )
  ).rows as { id: string }[];
  await put(
    `insert into stay_handover_sent (handover_id, number, sections, at, actor)
     values ($1, 1, jsonb_build_object('a', $2::text), now(), 'x')`,
    ...[handoverId, WORD],
  );
  await put(
    `insert into stay_handover_file (id, handover_id, name, mime, bytes, at, actor)
     values (gen_random_uuid(), $1, $2, 'application/pdf', 'x', now(), 'x')`,
    ...[handoverId, WORD],
  );
  await put('update stay_task set label = $2 where stay_id = $1', stayId, WORD);
  await put('update stay_return set who = $2, note = $2 where stay_id = $1', stayId, WORD);
  await put('update stay_contact set words = $2 where stay_id = $1', stayId, WORD);
};

describe('the file of somebody who stayed', () => {
  it('has everything of the stay; making them unknown takes what was said and seen, and leaves what is counted', async () => {
    const { url } = stays.house;
    const { stayId, requestId, personId, claimId } = await stays.admit();
    const due = '2026-11-01';
    await own.done(stayId, 'wishes', { kind: 'goal', text: WORD });
    const barrier = { code: 'wmo', owner: 'municipality', ownerName: WORD, note: WORD, due };
    await own.done(stayId, 'barriers', barrier);
    const [talk] = (await own.seen(stayId)).meetings;
    const outcome = { present: [WORD], care: WORD, treatment: WORD, agreed: WORD };
    await own.done(stayId, `meetings/${talk?.id}/hold`, outcome, 1);
    const decision = { untilDay: '2027-02-01', reason: WORD, decidedBy: WORD, role: 'elderly-doctor' };
    await own.done(stayId, 'extension', decision);
    expect((await stays.leave(claimId, 'home')).statusCode).toBe(200);
    await own.untilEnded(stayId);
    await written(stayId, requestId, personId);
    const fileOf = () =>
      asOwner(url, async (tx) => {
        const exported = await exportPerson(tx, personId, TEST_KEY);
        if (!exported.ok) throw new Error(exported.refusal.code);
        return exported.value;
      });
    const before = await fileOf();
    const filled = Object.keys(before).filter((table) => JSON.stringify(before[table]).includes(WORD));
    expect(filled.filter((table) => table.startsWith('stay_')).toSorted()).toEqual(
      [
        ...['answer', 'barrier', 'contact', 'extension', 'handover', 'handover_file', 'handover_sent'],
        ...['medication', 'meeting', 'observation', 'return', 'task', 'wish'],
      ].map((name) => `stay_${name}`),
    );
    expect(await asOwner(url, (tx) => erasePerson(tx, personId, NOW))).toEqual({ ok: true, value: null });
    const after = await fileOf();
    expect(JSON.stringify(after)).not.toContain(WORD);
    expect(after['stay_barrier']).toMatchObject([{ code: 'wmo', due, solved_day: '2026-10-21' }]);
    expect(after['stay_contact']).toHaveLength(2);
    expect(after['stay_stay']).toMatchObject([{ id: stayId, destination: 'home' }]);
    expect(after['stay_handover_file']).toEqual([]);
  });
});
