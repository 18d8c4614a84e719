import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '#kernel/interval.ts';
import { record } from '#platform/diary/diary.ts';
import { reviewLog } from './review.ts';
import { NOW, openReviewHouse, type ReviewHouse } from './review-house.fixture.ts';

let tower: ReviewHouse;

beforeAll(async () => {
  tower = await openReviewHouse();
});
afterAll(() => tower.api.close());
beforeEach(() => tower.clear());

describe('the rules over the log', () => {
  it('ask nothing about looks that care explains', async () => {
    expect(await tower.run()).toBe(0);
    expect((await tower.alerts()).alerts).toEqual([]);
  });

  it('ask who looked without a relation, by name; the person is a number with age band and sex, in no words more', async () => {
    await tower.look();
    await tower.look({ at: NOW - HOUR + MINUTE });
    expect(await tower.run()).toBe(1);
    const found = await tower.alerts();
    const { ward } = tower;
    expect(found).toMatchObject({
      open: 1,
      alerts: [
        {
          who: { name: ward.name, role: 'ward' },
          person: { number: tower.personId.slice(-6).toUpperCase(), ageBand: '85-89', sex: 'female' },
          ...{
            rules: ['no-relation'],
            looks: 2,
            seen: ['name-and-contact'],
            grounds: ['none'],
            closed: null,
          },
        },
      ],
    });
    expect(JSON.stringify(found)).not.toMatch(new RegExp(`Hofsteenge|1941|${tower.personId}`));
  });

  it('never raise the same twice: run again, at the same moment, or by hand', async () => {
    await tower.look();
    const opened = await Promise.all([tower.run(), tower.run(), tower.run(NOW + MINUTE)]);
    expect(opened.reduce((sum, each) => sum + each, 0)).toBe(1);
    await tower.run(NOW + DAY);
    const said = await reviewLog(tower.api.house.database, { from: NOW - 30 * DAY, until: NOW + 2 * DAY });
    expect(said).toEqual([
      expect.stringMatching(/^Zuid Zorg: .* \(ward\) looked at person [0-9A-F]{6}, 1 looks: no-relation$/),
    ]);
    expect((await tower.alerts()).alerts).toMatchObject([{ looks: 1, version: 1 }]);
  });

  it('let new looks join what is open, and open another when it is closed', async () => {
    await tower.look();
    await tower.run();
    await tower.look({ at: NOW + MINUTE, ground: 'break-glass' });
    await tower.run(NOW + HOUR);
    const joined = await tower.first();
    expect(joined).toMatchObject({ looks: 2, rules: ['break-glass', 'no-relation'], version: 2 });
    expect((await tower.close(joined)).statusCode).toBe(200);
    await tower.run(NOW + 2 * HOUR);
    expect((await tower.alerts()).alerts).toEqual([]);
    await tower.look({ at: NOW + 3 * HOUR });
    await tower.run(NOW + 4 * HOUR);
    const again = await tower.first();
    expect(again).toMatchObject({ looks: 1, rules: ['no-relation'] });
    expect(again.id).not.toBe(joined.id);
  });

  it('see a shared surname and a colleague, without accents, prefix or the other half; a common name says nothing', async () => {
    const { ward } = tower;
    const rename = (name: string) =>
      tower.api.owner.query('update region_professional set name = $1 where id = $2', [name, ward.id]);
    const called = (name: string) =>
      tower.api.owner.query('update people_person set name = $1 where id = $2', [name, tower.personId]);
    const rulesFor = async (nurse: string, person: string) => {
      await rename(nurse);
      await called(person);
      await tower.forget();
      await tower.run();
      return (await tower.alerts()).alerts[0]?.rules ?? [];
    };
    try {
      await tower.look({ ground: 'treatment' });
      expect(await rulesFor('S. Wiërs', 'Mw. Geertje van der Wiers-Bakker')).toEqual(['same-surname']);
      expect(await rulesFor('S. de Vries', 'Geertje de Vries')).toEqual([]);
      expect(await rulesFor('G. Wiers', 'Geertje Wiers')).toEqual(['colleague', 'same-surname']);
      expect(await rulesFor('S. Hoving', 'Geertje Wiers')).toEqual([]);
      expect(await rulesFor('G. de Vries', 'G. de Vries')).toEqual([]);
      expect(await rulesFor('Geertje de Vries', 'Mw. Geertje de Vries')).toEqual(['colleague']);
    } finally {
      await rename('Oefen ward');
      await called('Geertje Hofsteenge');
    }
  });

  it('see a look at the neighbours, when the officer told where colleagues live and care does not explain it', async () => {
    const { ward } = tower;
    await tower.api.owner.query("update people_person set pc4 = '9405' where id = $1", [tower.personId]);
    const told = { homes: [{ professionalId: ward.id, pc4: '9405' }] };
    expect((await tower.api.call(tower.officer, 'PUT', '/api/v1/review/homes', told)).json()).toMatchObject({
      colleagues: expect.arrayContaining([expect.objectContaining({ id: ward.id, pc4: '9405' })]),
    });
    await tower.look({ ground: 'administration' });
    await tower.look({ ground: 'treatment' });
    await tower.run();
    expect(await tower.first()).toMatchObject({ rules: ['same-postcode'], looks: 1 });
    const foreign = { homes: [{ professionalId: tower.api.small.gp.id, pc4: '9405' }] };
    expect(
      (await tower.api.call(tower.officer, 'PUT', '/api/v1/review/homes', foreign)).json(),
    ).toMatchObject({
      code: 'colleague-unknown',
    });
    const gone = { homes: [{ professionalId: ward.id, pc4: null }] };
    const left = (await tower.api.call(tower.officer, 'PUT', '/api/v1/review/homes', gone)).body;
    expect(left).not.toContain('9405');
  });
});

describe('a question of the person', () => {
  it('about a look, however old, stands before the officer at once with the words and the day of the answer', async () => {
    const old = await tower.look({ ground: 'treatment', at: NOW - 200 * DAY });
    await tower.run();
    await tower.api.owner.query(
      `insert into people_answer (id, person_id, look_id, kind, said, at, organisation_id, due_at)
       values (gen_random_uuid(), $1, $2, 'question', 'Wie was dit?', $3, $4, $5)`,
      [tower.personId, old, new Date(NOW), tower.ward.organisationId, new Date(NOW + 7 * DAY)],
    );
    await tower.api.house.database.transaction(
      { actor: `person:${tower.personId}`, organisationId: null },
      (tx) =>
        record(tx, [
          {
            ...{ at: NOW, room: 'people', event: 'own-question', subject: tower.personId, unitId: null },
            ...{ organisationId: tower.ward.organisationId, actor: `person:${tower.personId}`, body: {} },
          },
        ]),
    );
    await expect
      .poll(async () => (await tower.alerts()).alerts, { timeout: 20_000, interval: 50 })
      .toMatchObject([{ rules: ['asked'], looks: 1, questions: [{ text: 'Wie was dit?' }] }]);
    expect(await tower.run(NOW + HOUR)).toBe(0);
  });
});

describe('the emergency button', () => {
  it('stands before the officer of that house by itself, with the reason, on top', async () => {
    await tower.look({ at: NOW - DAY });
    await tower.run();
    const { ward } = tower;
    const pressed = await tower.api.post(ward, '/emergency', {
      ...{ name: 'Geertje Hofsteenge', birthDate: '1941-05-02' },
      reason: 'benauwd, geen tijd om te vragen',
    });
    expect(pressed.statusCode).toBe(200);
    await expect
      .poll(async () => (await tower.alerts()).alerts, { timeout: 20_000, interval: 50 })
      .toMatchObject([
        { rules: ['break-glass', 'no-relation'], reasons: ['benauwd, geen tijd om te vragen'] },
      ]);
    expect(await tower.alerts(tower.api.small.officers[0])).toEqual({ alerts: [], open: 0 });
  });
});
