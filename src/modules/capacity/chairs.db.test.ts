import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '#kernel/interval.ts';
import { newId } from '#platform/db/ids.ts';
import { rows } from '#platform/db/sql.ts';
import { linesAbout } from '#platform/diary/diary.ts';
import { acting, type Beds, command, NOW, openBeds } from './beds.fixture.ts';
import { arriveOnChair, changeChairs, claimMany, leaveChair, releaseMany } from './service-chair.ts';
import { placesOfUnit } from './store.ts';
import { chairClaimsOf, chairsOf, putChairs } from './store-chair.ts';
import { loadPlaces } from './store-import.ts';
import type { Chair } from './types-chair.ts';

let house: Beds['house'];
let doing: Beds['doing'];
let hold: Beds['hold'];
let chairs: readonly Chair[];

const unit = () => house.small.units[0];
const tx = <T>(work: Parameters<typeof house.database.transaction<T>>[1]) =>
  house.database.transaction({ ...acting, organisationId: house.small.wards[0].organisationId }, work);

beforeAll(async () => {
  ({ house, doing, hold } = await openBeds());
  chairs = Array.from({ length: 6 }, (_, i) => ({
    id: newId(),
    unitId: unit(),
    code: `S${i + 1}`,
    room: i < 3 ? 'treatment' : 'living',
    lying: i === 0,
  }));
  await tx((each) => putChairs(each, chairs));
});
afterAll(() => house.close());

const chair = (i: number): string => chairs[i]?.id ?? '';
/** A stretch of minutes of a morning, each story on a day of its own. */
const at = (day: number, from: number, until: number) => ({
  from: NOW + day * 24 * HOUR + from * MINUTE,
  until: NOW + day * 24 * HOUR + until * MINUTE,
});
const wish = (i: number, during: ReturnType<typeof at>, subject = newId()) => ({
  placeId: chair(i),
  subject,
  during,
});
const claim = (wishes: Parameters<typeof claimMany>[2]) => tx((each) => claimMany(each, doing(), wishes));
/** The claims of a question that must be answered with yes. */
const claimed = async (wishes: Parameters<typeof claimMany>[2]): Promise<string[]> => {
  const answer = await claim(wishes);
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
  return answer.value.map(({ id }) => id);
};
const one = async (i: number, during: ReturnType<typeof at>, subject?: string): Promise<string> =>
  (await claimed([wish(i, during, subject)]))[0] ?? '';
const standing = (day: number) => tx((each) => chairClaimsOf(each, unit(), at(day, 0, 480)));

describe('chairs', () => {
  it('are there in the order of their codes, and no bed', async () => {
    const found = await tx((each) => chairsOf(each, [unit()]));
    expect(found).toEqual(chairs);
    expect(await tx((each) => placesOfUnit(each, unit()))).toBe(40);
    const beds = await tx((each) => loadPlaces(each));
    expect(beds.filter(({ id }) => chairs.some((each) => each.id === id))).toEqual([]);
    expect(await hold(command(chair(0)))).toEqual({ ok: false, refusal: { code: 'place-unknown' } });
  });

  it('the last one goes to one of thirty who ask at the same moment, the others read that it is taken', async () => {
    for (let day = 1; day <= 3; day++) {
      let runs = 0;
      const answers = await Promise.all(
        Array.from({ length: 30 }, (_, i) =>
          tx((each) => {
            runs += 1;
            return claimMany(each, doing(), [wish(5, at(day, i, 60 + i))]);
          }),
        ),
      );
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      for (const answer of answers)
        if (!answer.ok)
          expect(answer.refusal).toEqual([expect.objectContaining({ placeId: chair(5), reason: 'taken' })]);
      // Nobody was tried again because the database refused: the answer came from the decision.
      expect(runs).toBe(30);
      expect(await standing(day)).toHaveLength(1);
    }
  });

  it('thirty who each want two, in either order, never wait for each other in a ring', async () => {
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, i) => {
        const both = [wish(1, at(4, 0, 30)), wish(4, at(4, 30, 60))];
        return claim(i % 2 === 0 ? both : both.toReversed());
      }),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await standing(4)).toHaveLength(2);
  });

  it('are all given or none, and everything that was in the way is said', async () => {
    await one(1, at(5, 0, 30));
    const answer = await claim([
      wish(1, at(5, 15, 45)),
      wish(2, at(5, 0, 30)),
      wish(2, at(5, 20, 50)),
      { ...wish(0, at(5, 0, 30)), placeId: newId() },
      { ...wish(0, at(5, 0, 30)), placeId: house.small.places[0][0] as string },
    ]);
    expect(answer).toMatchObject({
      ok: false,
      refusal: [
        { placeId: chair(1), reason: 'taken' },
        { placeId: chair(2), reason: 'taken', during: at(5, 20, 50) },
        { reason: 'unknown' },
        { reason: 'unknown' },
      ],
    });
    expect(await standing(5)).toHaveLength(1);
  });

  it('of another house are not ours to give', async () => {
    const stranger = doing(NOW, house.small.wards[1].organisationId);
    const answer = await tx((each) => claimMany(each, stranger, [wish(1, at(6, 0, 30))]));
    expect(answer).toMatchObject({ ok: false, refusal: [{ reason: 'other-unit' }] });
  });

  it('one after the other fit without a gap, and the taking is on record without saying for whom', async () => {
    const subject = newId();
    const [first = ''] = await claimed([wish(1, at(7, 0, 15), subject), wish(3, at(7, 15, 60), subject)]);
    expect((await claim([wish(1, at(7, 15, 30))])).ok).toBe(true);
    const lines = await tx((each) => linesAbout(each, first));
    expect(lines.map(({ event, unitId }) => [event, unitId])).toEqual([['chair-claimed', unit()]]);
    expect(JSON.stringify(lines)).not.toContain(subject);
  });
});

describe('a visit that moves', () => {
  it('changes chairs with another in one go, and takes nothing that is taken', async () => {
    const a = await one(1, at(8, 0, 60));
    const b = await one(2, at(8, 0, 60));
    const swap = await tx((each) =>
      changeChairs(each, doing(), {
        moves: [
          { claimId: a, placeId: chair(2), during: at(8, 0, 60) },
          { claimId: b, placeId: chair(1), during: at(8, 0, 60) },
        ],
      }),
    );
    expect(swap).toMatchObject({ ok: true, value: [{ placeId: chair(2) }, { placeId: chair(1) }] });
    const over = await tx((each) =>
      changeChairs(each, doing(), { moves: [{ claimId: a, placeId: chair(1), during: at(8, 30, 90) }] }),
    );
    expect(over).toMatchObject({ ok: false, refusal: [{ placeId: chair(1), reason: 'taken' }] });
    expect(new Map((await standing(8)).map(({ id, placeId }) => [id, placeId]))).toEqual(
      new Map([
        [a, chair(2)],
        [b, chair(1)],
      ]),
    );
  });

  it('takes a chair that another gives back in the same go, and all stays as it was when one cannot be had', async () => {
    const [a, b] = [await one(1, at(12, 0, 60)), await one(2, at(12, 0, 60))];
    const going = { gone: [a], moves: [{ claimId: b, placeId: chair(1), during: at(12, 0, 60) }] };
    const taken = await tx((each) =>
      changeChairs(each, doing(), { ...going, wishes: [wish(1, at(12, 30, 40))] }),
    );
    expect(taken).toMatchObject({ ok: false, refusal: [{ placeId: chair(1), reason: 'taken' }] });
    expect((await standing(12)).map(({ id }) => id).toSorted()).toEqual([a, b].toSorted());
    const done = await tx((each) =>
      changeChairs(each, doing(), { ...going, wishes: [wish(2, at(12, 0, 60))] }),
    );
    expect(done).toMatchObject({ ok: true, value: [{ id: b, placeId: chair(1) }, { placeId: chair(2) }] });
    expect(await standing(12)).toHaveLength(2);
  });

  it('is given back once, and then the chair is free; giving back twice is the same as once', async () => {
    const id = await one(1, at(9, 0, 60));
    await tx((each) => releaseMany(each, doing(), [id]));
    await tx((each) => releaseMany(each, doing(), [id]));
    expect((await claim([wish(1, at(9, 0, 60))])).ok).toBe(true);
    const gone = await tx((each) =>
      changeChairs(each, doing(), { moves: [{ claimId: id, placeId: chair(2), during: at(9, 0, 60) }] }),
    );
    expect(gone).toMatchObject({ ok: false, refusal: [{ reason: 'ended' }] });
  });
});

describe('somebody in a chair', () => {
  const sit = (id: string, when: number) => tx((each) => arriveOnChair(each, id, when, doing(when)));
  const rise = (id: string, when: number) => tx((each) => leaveChair(each, id, when, doing(when)));

  it('sits in one chair at a time, and the next waits until it is empty', async () => {
    const subject = newId();
    const [placed = '', running = ''] = await claimed([
      wish(1, at(10, 0, 15), subject),
      wish(3, at(10, 15, 60), subject),
    ]);
    const next = await one(1, at(10, 15, 30));
    expect((await sit(placed, at(10, 0, 0).from)).ok).toBe(true);
    expect(await sit(placed, at(10, 1, 0).from)).toEqual({ ok: false, refusal: { code: 'already-arrived' } });
    expect(await sit(running, at(10, 14, 0).from)).toEqual({
      ok: false,
      refusal: { code: 'person-elsewhere' },
    });
    expect(await sit(next, at(10, 15, 0).from)).toEqual({ ok: false, refusal: { code: 'chair-occupied' } });
    expect((await rise(placed, at(10, 18, 0).from)).ok).toBe(true);
    expect((await sit(running, at(10, 18, 0).from)).ok).toBe(true);
    expect((await sit(next, at(10, 19, 0).from)).ok).toBe(true);
    expect((await rise(running, at(10, 50, 0).from)).ok).toBe(true);
    expect((await rise(next, at(10, 30, 0).from)).ok).toBe(true);
    expect((await claim([wish(3, at(10, 50, 60))])).ok).toBe(true);
  });

  it('is not given back while they sit there', async () => {
    const id = await one(2, at(11, 0, 60));
    await sit(id, at(11, 0, 0).from);
    await tx((each) => releaseMany(each, doing(), [id]));
    expect((await claim([wish(2, at(11, 0, 60))])).ok).toBe(false);
    await rise(id, at(11, 60, 0).from);
    expect(await rise(id, at(11, 60, 0).from)).toEqual({ ok: false, refusal: { code: 'claim-ended' } });
  });

  it('the database itself refuses two in one chair at once', async () => {
    const add = () =>
      tx((each) =>
        rows(
          each,
          `insert into capacity_claim (id, place_id, subject, kind, during, source)
           values ($1, $2, $3, 'treatment', tstzrange('2027-01-04T09:00Z', '2027-01-04T10:00Z'), 'work')`,
          [newId(), chair(4), newId()],
        ),
      );
    await add();
    await expect(add()).rejects.toMatchObject({ constraint: 'capacity_claim_no_overlap' });
  });
});
