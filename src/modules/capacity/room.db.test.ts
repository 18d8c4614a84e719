import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '#platform/db/ids.ts';
import { rows } from '#platform/db/sql.ts';
import { linesAbout } from '#platform/diary/diary.ts';
import { type Beds, openBeds } from './beds.fixture.ts';
import { lockedLimits, setRoom } from './service-room.ts';
import { loadPlaces, putPlaces } from './store-import.ts';
import { readFacts } from './store-picture.ts';

let beds: Beds;
const roomId = newId();

beforeAll(async () => {
  beds = await openBeds();
  const { as, small } = beds.house;
  await as(small.wards[0], async (tx) => {
    const known = await loadPlaces(tx);
    const two = known.filter((place) => [beds.place(0), beds.place(1)].includes(place.id));
    const room = { id: roomId, code: '12', sex: 'any', cohort: null } as const;
    await putPlaces(
      tx,
      two.map((place) => ({ ...place, room })),
    );
  });
});
afterAll(() => beds.house.close());

const turn = (ward: 0 | 1, sex: 'female' | 'male', room = roomId) =>
  beds.house.as(beds.house.small.wards[ward], (tx, doing) =>
    setRoom(tx, { roomId: room, sex, cohort: 'mrsa' }, doing),
  );

it('turns a room for all its beds at once, and says so in the diary', async () => {
  const room = { id: roomId, code: '12', sex: 'female', cohort: 'mrsa' };
  expect(await turn(0, 'female')).toEqual({ ok: true, value: room });
  const { as, small } = beds.house;
  const facts = await as(small.gp, (tx, { now }) =>
    readFacts(tx, [small.units[0]], now, () => 'Europe/Amsterdam'),
  );
  const rooms = facts.get(small.units[0])?.places.map((place) => [place.id, place.room ?? null]);
  for (const [id, here] of rooms ?? [])
    expect(here).toEqual([beds.place(0), beds.place(1)].includes(String(id)) ? room : null);
  const limits = await as(small.gp, (tx, doing) => lockedLimits(tx, beds.place(1), doing));
  expect(limits?.room).toEqual({ code: '12', sex: 'female', cohort: 'mrsa' });
  const lines = await as(small.desk, (tx) => linesAbout(tx, small.units[0]));
  expect(lines.at(-1)).toMatchObject({ event: 'room-set', body: { roomId, sex: 'female', cohort: 'mrsa' } });
});

it('is turned by its own ward only, and only when it exists', async () => {
  expect(await turn(1, 'male')).toMatchObject({ ok: false, refusal: { code: 'other-unit' } });
  expect(await turn(0, 'male', newId())).toMatchObject({ ok: false, refusal: { code: 'room-unknown' } });
});

it('waits for who asks for one of its beds, so that nobody is asked on the word of a moment ago', async () => {
  const { as, small } = beds.house;
  await as(small.gp, async (tx, doing) => {
    await lockedLimits(tx, beds.place(0), doing);
    const impatient = as(small.wards[0], async (other, acting) => {
      await rows(other, "set local lock_timeout = '40ms'");
      return setRoom(other, { roomId, sex: 'male', cohort: null }, acting);
    });
    await expect(impatient).rejects.toThrow();
  });
  expect(await turn(0, 'male')).toMatchObject({ ok: true });
});
