import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { plusDays } from '#kernel/calendar.ts';
import { DAY } from '#kernel/interval.ts';
import type { SignalList } from '#modules/cases/contract.ts';
import { writeRegion } from '#modules/region/index.ts';
import type { Professional } from '#modules/region/types.ts';
import { newId } from '#platform/db/ids.ts';
import { type ApiHouse, openApiHouse } from './api-house.fixture.ts';
import { goOverAll } from './recurring.ts';
import { eventually } from './stay-house.fixture.ts';

const NOW = Date.parse('2026-11-22T10:00:00Z');
const TODAY = '2026-11-22';
const BSN = '999990019';

let house: ApiHouse;
let other: Professional;
beforeAll(async () => {
  house = await openApiHouse({ now: NOW });
  other = { ...house.small.gp, id: newId(), organisationId: newId(), name: 'Oefen buurpraktijk' };
  const organisation = {
    ...{ id: other.organisationId, code: 'buur', name: 'Praktijk De Buur' },
    kind: 'gp' as const,
  };
  await house.house.database.transaction({ actor: 'maker', organisationId: null }, (tx) =>
    writeRegion(
      tx,
      {
        organisations: [{ ...organisation, ura: null, agb: null, phone: null, email: null, party: true }],
        professionals: [other],
      },
      { actor: 'maker', now: NOW },
    ),
  );
});
afterAll(() => house.close());
beforeEach(async () => {
  house.clock.at = NOW;
  await house.owner.query('delete from cases_known');
});

interface Contact {
  readonly number?: string;
  readonly bsn?: string;
  readonly day: string;
  readonly reason?: string;
}
const contact = (of: Contact) => ({
  birthDate: '1961-04-03',
  sex: 'female',
  kind: 'consult',
  helper: 'HA-1',
  ...of,
});
/** Six times in 85 days for sleep. */
const sleepless = (whose: { number?: string; bsn?: string } = { number: '10423' }) =>
  Array.from({ length: 6 }, (_, at) => contact({ ...whose, day: plusDays(TODAY, -17 * at), reason: 'P06' }));

const bring = async (who: Professional, contacts: readonly object[]) => {
  const answer = await house.post(who, '/contacts', { contacts });
  return answer.json<{ added?: number; same?: number; code?: string }>();
};
const list = async (who: Professional, scope = 'open'): Promise<SignalList> => {
  const answer = await house.call(who, 'GET', `/api/v1/recurring?scope=${scope}`);
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return answer.json<SignalList>();
};
const found = (who: Professional): Promise<SignalList> =>
  eventually(async () => {
    const now = await list(who);
    return now.signals.length > 0 ? now : null;
  });
const step = async (who: Professional, id: string, name: string, body: object = {}) => {
  const answer = await house.post(who, `/recurring/${id}/${name}`, body);
  return answer.json<{ signal?: SignalList['signals'][number]; code?: string }>();
};
const night = () => goOverAll(house.house.database, house.clock.at);

describe('a question that comes back', () => {
  it('is in the list of the practice as soon as its contacts came in, with why', async () => {
    expect(await bring(house.small.gp, sleepless())).toEqual({ added: 6, same: 0 });
    const { signals, gone } = await found(house.small.gp);
    expect(gone).toEqual({ people: 1, contacts: 6, until: TODAY });
    expect(signals).toEqual([
      {
        ...{
          id: expect.any(String),
          state: 'new',
          aside: null,
          againOn: null,
          since: TODAY,
          decidedBy: null,
        },
        who: { person: null, name: null, number: '10423', bsnEnd: null, birthDate: '1961-04-03' },
        signs: [
          { code: 'same-reason', reason: 'P06', contacts: 6, days: 90 },
          { code: 'no-social', days: 365 },
        ],
      },
    ]);
  });

  it('brought in again changes nothing, and the round of the night twice neither', async () => {
    await bring(house.small.gp, sleepless());
    const [before] = (await found(house.small.gp)).signals;
    expect(await bring(house.small.gp, sleepless())).toEqual({ added: 0, same: 6 });
    expect(await night()).toBe(0);
    expect((await list(house.small.gp)).signals).toEqual([before]);
  });

  it('is asked of the person before anything comes of it, each step with who took it', async () => {
    await bring(house.small.gp, sleepless());
    const [{ id } = { id: '' }] = (await found(house.small.gp)).signals;
    expect((await step(house.small.gp, id, 'settle', { outcome: 'conversation' })).code).toBe(
      'signal-not-asked',
    );
    expect((await step(house.small.gp, id, 'look')).signal?.state).toBe('looked');
    const asked = await step(house.small.gp, id, 'ask');
    expect(asked.signal).toMatchObject({ state: 'asked', decidedBy: house.small.gp.name });
    expect((await step(house.small.gp, id, 'look')).code).toBe('signal-not-now');
    await step(house.small.gp, id, 'settle', { outcome: 'conversation' });
    expect((await list(house.small.gp)).signals).toEqual([]);
    expect((await list(house.small.gp, 'settled')).signals[0]).toMatchObject({ id, state: 'conversation' });
  });

  it('put aside comes back after its term when it still stands, and is gone when it does not', async () => {
    await bring(house.small.gp, sleepless());
    const [{ id } = { id: '' }] = (await found(house.small.gp)).signals;
    const aside = (againOn: string) => step(house.small.gp, id, 'aside', { reason: 'cause-known', againOn });
    expect((await aside(TODAY)).code).toBe('signal-term');
    expect((await aside('2027-11-23')).code).toBe('signal-term');
    expect(
      (await step(house.small.gp, id, 'aside', { reason: 'person-says-no', againOn: '2026-11-24' })).code,
    ).toBe('signal-not-asked');
    expect((await aside('2026-11-24')).signal?.state).toBe('not-now');
    house.clock.at = NOW + DAY;
    await night();
    expect((await list(house.small.gp)).signals).toEqual([]);
    house.clock.at = NOW + 2 * DAY;
    await night();
    expect((await list(house.small.gp)).signals[0]).toMatchObject({
      id,
      state: 'new',
      aside: null,
      since: '2026-11-24',
    });
    house.clock.at = NOW + 100 * DAY;
    await night();
    expect(await list(house.small.gp)).toMatchObject({ signals: [], gone: { contacts: 6 } });
    house.clock.at = NOW + 4 * 365 * DAY;
    await night();
    expect((await list(house.small.gp)).gone).toEqual({ people: 0, contacts: 0, until: null });
  });

  it('is known by BSN without keeping one, with the name only where the practice may read it', async () => {
    await bring(house.small.gp, sleepless({ bsn: BSN }));
    const { signals } = await found(house.small.gp);
    expect(signals[0]?.who).toEqual({
      ...{ person: null, name: null, number: null },
      ...{ bsnEnd: '019', birthDate: '1961-04-03' },
    });
    const kept = await house.owner.query('select to_jsonb(k)::text as row from cases_known k');
    expect(kept.rows[0].row).not.toContain(BSN);
  });

  it('is refused as a whole with another birth date, and with a day that is yet to come', async () => {
    await bring(house.small.gp, sleepless());
    const [wrong] = sleepless();
    expect(await bring(house.small.gp, [{ ...wrong, birthDate: '1962-04-03' }])).toMatchObject({
      code: 'contact-other-birth-date',
    });
    expect(await bring(house.small.gp, [{ ...wrong, day: '2026-11-23' }])).toMatchObject({
      code: 'contact-to-come',
    });
    const { rows } = await house.owner.query('select count(*)::int as n from cases_contact');
    expect(rows).toEqual([{ n: 6 }]);
  });
});

describe('contacts from a file', () => {
  const HEAD = 'number;bsn;birth_date;sex;day;kind;reason;helper';
  const send = (rows: readonly string[], preview = false) =>
    house.call(
      house.small.gp,
      'POST',
      `/api/v1/import/contacts?preview=${preview}`,
      [HEAD, ...rows].join('\n'),
      {
        headers: { 'content-type': 'text/csv' },
      },
    );
  const GOOD = Array.from(
    { length: 6 },
    (_, at) => `10423;;1961-04-03;female;${plusDays(TODAY, -at)};consult;P06;HA-1`,
  );

  it('are looked at first, come in, and a second time change nothing', async () => {
    expect((await send(GOOD, true)).json()).toMatchObject({ preview: true, added: 6 });
    expect((await list(house.small.gp)).gone.contacts).toBe(0);
    expect((await send(GOOD)).json()).toMatchObject({ added: 6, same: 0, warningCount: 0 });
    expect((await send(GOOD)).json()).toMatchObject({ added: 0, same: 6 });
    expect((await found(house.small.gp)).signals).toHaveLength(1);
  });

  it('are refused by row and column, with nothing taken over', async () => {
    const bad = [
      ';;1961-04-03;female;2026-11-20;consult;P06;',
      '10424;123456789;1961-04-03;female;2026-11-20;consult;P06;',
      '10425;;1961-13-03;female;2026-11-20;consult;P06;',
      '10426;;1961-04-03;female;2026-11-23;consult;slapen;Jan de Vries',
    ];
    const answer = await send([...GOOD, ...bad]);
    expect(answer.statusCode).toBe(422);
    expect(answer.json<{ fields: { path: string }[] }>().fields.map(({ path }) => path)).toEqual([
      ...['8.number', '9.bsn', '10.birth_date', '11.day', '11.reason', '11.helper'],
    ]);
    expect((await list(house.small.gp)).gone.contacts).toBe(0);
  });

  it('that are older than three years stay out, and a file with names is refused by its heading', async () => {
    const old = '10423;;1961-04-03;female;2023-01-01;consult;P06;HA-1';
    expect((await send([old, ...GOOD])).json()).toMatchObject({ added: 6, warningCount: 1 });
    const named = await house.call(house.small.gp, 'POST', '/api/v1/import/contacts', `${HEAD};name\n`, {
      headers: { 'content-type': 'text/csv' },
    });
    expect(named.json<{ code: string }>().code).toBe('import-columns-unknown');
  });
});

describe('a list over organisations', () => {
  it('cannot be made: another practice, the desk and who steers the region find nothing, in routes and in rows', async () => {
    await bring(house.small.gp, sleepless());
    const [{ id } = { id: '' }] = (await found(house.small.gp)).signals;
    expect((await list(other)).signals).toEqual([]);
    expect((await list(other)).gone).toEqual({ people: 0, contacts: 0, until: null });
    expect((await step(other, id, 'look')).code).toBe('signal-unknown');
    const desk = await house.call(house.small.desk, 'GET', '/api/v1/recurring');
    expect(desk.statusCode).toBe(403);
    const seenBy = async (organisationId: string | null): Promise<number> => {
      let seen = 0;
      await house.owner.query('begin');
      await house.owner.query('set local role verkeerstoren_app');
      await house.owner.query("select set_config('app.actor', 'x', true), set_config('app.org', $1, true)", [
        organisationId ?? '',
      ]);
      for (const table of ['cases_known', 'cases_contact', 'cases_signal']) {
        const { rows } = await house.owner.query(`select count(*)::int as n from ${table}`);
        seen += rows[0].n;
      }
      await house.owner.query('rollback');
      return seen;
    };
    expect(await seenBy(house.small.gp.organisationId)).toBe(1 + 6 + 1);
    for (const each of [other, house.small.desk, house.small.transfer, house.small.wards[0]])
      expect(await seenBy(each.organisationId)).toBe(0);
    expect(await seenBy(null)).toBe(0);
  });

  it('holds the same people apart: the same BSN in two practices is two, and neither learns of the other', async () => {
    await bring(house.small.gp, sleepless({ bsn: BSN }));
    await found(house.small.gp);
    expect(await bring(other, sleepless({ bsn: BSN }).slice(0, 2))).toEqual({ added: 2, same: 0 });
    expect((await list(other)).gone).toEqual({ people: 1, contacts: 2, until: TODAY });
    await night();
    expect((await list(other)).signals).toEqual([]);
  });
});
