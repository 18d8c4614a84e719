import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY, HOUR, type Instant, MINUTE } from '#kernel/interval.ts';
import { PRODUCTS } from '#kernel/product.ts';
import { pick, seeded } from '#kernel/seeded.ts';
import type { Flows, ListRow, ProductHistory, Then, TowerList } from './contract.ts';
import { type ListWorld, openListWorld, READERS } from './list-world.fixture.ts';

const NOW: Instant = Date.parse('2026-10-22T09:41:00Z');
/** A busy machine takes its time. */
const PATIENT = { timeout: 120_000 };
const chance = seeded(41);

let world: ListWorld;
beforeAll(async () => {
  world = await openListWorld(NOW);
}, 240_000);
afterAll(() => world.close());

const ask: ListWorld['ask'] = (who, path) => world.ask(who, path);
const get: ListWorld['get'] = (who, path) => world.get(who, path);
const listOf: ListWorld['listOf'] = (who, number) => world.listOf(who, number);
const wholeList: ListWorld['wholeList'] = (who, number) => world.wholeList(who, number);

const countIn = ({ rows, sums }: TowerList): number =>
  rows.length + sums.reduce((sum, { count }) => sum + count, 0);

const byAnyone = (number: string): Promise<TowerList> => wholeList(pick(chance, READERS), number);

/** Each count of a day has as many rows. */
const countsOf = async (day: ProductHistory['days'][number], number: string): Promise<void> => {
  const shown = { beds: day.beds, 'free-at-ten': day.free, asked: day.asked, placed: day.placed };
  for (const [of, count] of Object.entries({ ...shown, refused: day.refused, unmet: day.unmet })) {
    const list = await byAnyone(`of=${of}&${number}`);
    expect([of, list.number, countIn(list)]).toEqual([of, count, count]);
  }
};

/** A mean is the minutes of its rows, shared by the minutes of the day. */
const meanOf = async (shown: number, number: string): Promise<void> => {
  const list = await wholeList('desk', number);
  expect(list.number).toBeCloseTo(shown, 9);
  const minutes = list.rows.reduce((sum, row) => sum + (row.minutes ?? 0), 0);
  expect([list.kind, minutes, list.rows.length]).toEqual(['mean', list.minutes?.rows, list.total]);
  expect(minutes / (list.minutes?.day ?? 0)).toBeCloseTo(shown, 9);
  expect(countIn(await byAnyone(number))).toBe(list.total);
};

/** Each number of a line of the board then has as many rows; gives how many people were in those beds. */
const boardOf = async (row: Then['rows'][number], at: string): Promise<number> => {
  for (const of of ['beds', 'occupied', 'claimed', 'closed', 'free'] as const) {
    const list = await byAnyone(`of=${of}&at=${at}&site=${row.siteId}&product=${row.product}`);
    expect([of, list.number, countIn(list)]).toEqual([of, row[of], row[of] ?? 0]);
  }
  return row.occupied;
};

/** A whole hour of the last weeks. */
const someMoment = (): string =>
  new Date(
    Math.floor((NOW - Math.floor(chance() * 30 * DAY) - 2 * HOUR) / HOUR) * HOUR + 7 * MINUTE,
  ).toISOString();

describe('the list behind a number', () => {
  it('of the board at a moment is as long as the number, for whoever looks', PATIENT, async () => {
    let people = 0;
    for (let turn = 0; turn < 12; turn++) {
      const at = someMoment();
      const { rows, waiting } = await get<Then>('gp', `/history/then?at=${at}`);
      people += await boardOf(pick(chance, rows), at);
      for (const { product, count } of waiting) {
        const list = await byAnyone(`of=waiting&at=${at}&product=${product}`);
        expect([list.number, countIn(list)]).toEqual([count, count]);
      }
    }
    expect(people).toBeGreaterThan(20);
  });

  it('of a day is as long as the number, and a mean is the minutes of its rows', PATIENT, async () => {
    for (const product of PRODUCTS.slice(0, 4)) {
      const { days, asOf } = await get<ProductHistory>('gp', `/history/products?product=${product}&days=30`);
      for (const day of [pick(chance, days), pick(chance, days), ...days.slice(-1)]) {
        const number = `product=${product}&day=${day.day}&asOf=${asOf}`;
        await countsOf(day, number);
        await meanOf(day.occupied, `of=occupied&${number}`);
        await meanOf(day.waiting, `of=waiting&${number}`);
      }
    }
  });

  it('of some weeks together is as long as the sum, and comes in pages', async () => {
    const { days } = await get<ProductHistory>('gp', '/history/products?product=elv-high&days=30');
    for (const of of ['asked', 'placed', 'refused', 'unmet'] as const) {
      const list = await wholeList('desk', `of=${of}&product=elv-high&days=30`);
      const shown = days.reduce((sum, day) => sum + day[of], 0);
      expect([of, list.number, countIn(list)]).toEqual([of, shown, shown]);
    }
    const first = await listOf('desk', 'of=asked&product=elv-high&days=30');
    expect(first.rows.length).toBe(Math.min(200, first.total));
    expect(first.rows.length + first.more).toBe(first.total);
    const rest = await listOf('desk', 'of=asked&product=elv-high&days=30&skip=3');
    expect(rest.rows[0]).toEqual(first.rows[3]);
  });

  it('of a way is everybody who went it; the middle wait is the one in the middle of them', async () => {
    const flows = await get<Flows>('gp', '/history/flows?days=30');
    const told = flows.ways.filter((way) => way.people !== null);
    expect(told.length).toBeGreaterThan(3);
    for (const { from, product, to, people, medianWaitHours } of told.slice(0, 6)) {
      const way = `product=${product}&origin=${from}&to=${encodeURIComponent(to)}&days=30`;
      const list = await wholeList('desk', `of=flow&${way}`);
      expect([list.number, countIn(list)]).toEqual([people, people]);
      expect(list.rows.every((row) => row.origin === from && row.to === to)).toBe(true);
      const waits = await wholeList('desk', `of=flow-wait&${way}`);
      expect(waits.number).toBe(medianWaitHours);
      const hours = waits.rows.map(
        (row) => (Date.parse(row.until ?? '') - Date.parse(row.from ?? '')) / HOUR,
      );
      if (medianWaitHours !== null)
        expect(hours[Math.floor((hours.length - 1) / 2)]).toBeCloseTo(medianWaitHours, 3);
    }
  });

  it('of a stop on the way is everybody of the ways that are told, and nobody of the others', async () => {
    const { ways } = await get<Flows>('gp', '/history/flows?days=30');
    const sum = (fits: (way: Flows['ways'][number]) => boolean): number =>
      ways.filter(fits).reduce((people, way) => people + (way.people ?? 0), 0);
    for (const [stop, shown] of [
      ['origin=hospital', sum(({ from }) => from === 'hospital')],
      ['product=elv-high', sum(({ product }) => product === 'elv-high')],
      ['to=here', sum(({ to }) => to === 'here')],
      ['to=no-place:no-bed', sum(({ to }) => to === 'no-place:no-bed')],
    ] as const) {
      const list = await byAnyone(`of=flow&${stop}&days=30`);
      expect([stop, list.number ?? 0, countIn(list)]).toEqual([stop, shown, shown]);
    }
  });

  it('stays hidden when the number is hidden, also for the desk', async () => {
    const flows = await get<Flows>('desk', '/history/flows?days=30');
    const hidden = flows.ways.filter((way) => way.people === null);
    expect(hidden.length).toBeGreaterThan(0);
    for (const { from, product, to } of hidden.slice(0, 4))
      for (const of of ['flow', 'flow-wait']) {
        const way = `product=${product}&origin=${from}&to=${encodeURIComponent(to)}&days=30`;
        const list = await listOf('desk', `of=${of}&${way}`);
        expect(list).toMatchObject({ number: null, untold: 'few', total: 0, rows: [], sums: [], more: 0 });
      }
  });

  it('carries the newest meaning of its number', async () => {
    const { definition } = await listOf('gp', 'of=refused&product=elv-high&days=30');
    expect(definition).toMatchObject({ code: 'refused', version: 1, validFrom: '2026-11-22' });
  });

  it('of what is still to come, was not kept, or is no number at all is refused with a sentence', async () => {
    const later = new Date(NOW + HOUR).toISOString();
    const refused = async (number: string) => {
      const answer = await ask('desk', `/history/list?product=elv-high&${number}`);
      return [answer.statusCode, answer.json().code];
    };
    expect(await refused(`of=beds&at=${later}`)).toEqual([400, 'not-yet']);
    expect(await refused('of=beds&at=2025-01-01T10:00:00Z')).toEqual([404, 'before-history']);
    expect(await refused('of=asked&day=2025-01-01')).toEqual([404, 'before-history']);
    expect(await refused('of=asked&day=2026-10-23')).toEqual([400, 'not-yet']);
    for (const number of [
      'of=beds&days=30',
      'of=flow-wait&days=30',
      'of=asked&at=2026-10-20T10:00:00Z',
      'of=beds',
    ])
      expect(await refused(number)).toEqual([404, 'no-such-number']);
  });
});

/** What only who may open a row is told of it. */
const isOpen = (row: ListRow): boolean =>
  [row.unit, row.bed, row.from, row.until, row.minutes, row.origin, row.to, row.because, row.requestId].some(
    (each) => each !== null,
  );

describe('what somebody may see of it', () => {
  const AT = '2026-10-20T10:00:00.000Z';
  const occupied = (site = '') => `of=occupied&product=elv-high&at=${AT}${site}`;
  const sitesOf = async (name: string): Promise<string[]> =>
    (
      await world.made.ask<{ name: string }>(
        'select s.name from region_site s join region_organisation o on o.id = s.organisation_id where o.name = $1',
        [name],
      )
    ).map(({ name: site }) => site);

  it('the desk sees every stay with its moments, and a link to each request it may open', async () => {
    const { rows, sums } = await wholeList('desk', 'of=asked&product=elv-high&days=30');
    expect(sums).toEqual([]);
    expect(rows.every((row) => row.from !== null && row.origin !== null)).toBe(true);
    const linked = rows.flatMap(({ requestId }) => requestId ?? []);
    expect(new Set(linked).size).toBe(linked.length);
    expect(linked.length).toBeGreaterThan(rows.length * 0.9);
    for (const id of linked.slice(0, 3)) expect((await ask('desk', `/requests/${id}`)).statusCode).toBe(200);
  });

  it('a house sees its own stays with their moments; of another house the days, and below five not even those', async () => {
    const own = await sitesOf(world.houses.get('ward') ?? '');
    const { rows, sums, enough, total } = await wholeList('ward', occupied());
    const [mine, others] = [rows.filter(isOpen), rows.filter((row) => !isOpen(row))];
    expect(mine.length).toBeGreaterThan(0);
    expect(mine.every((row) => own.includes(row.site ?? ''))).toBe(true);
    expect(mine.some((row) => row.bed !== null && row.from !== null)).toBe(true);
    for (const [site, all] of Map.groupBy(others, (row) => row.site)) {
      expect(own).not.toContain(site);
      expect(all.length).toBeGreaterThanOrEqual(enough);
    }
    expect(others.length + mine.length + sums.reduce((sum, { count }) => sum + count, 0)).toBe(total);
    expect(sums.every(({ site }) => site === null)).toBe(true);
    for (const of of ['asked', 'placed', 'refused', 'unmet']) {
      const list = await wholeList('ward', `of=${of}&product=elv-high&days=30`);
      // Who waits has no house yet; as soon as another house says yes, that is no longer ours to read.
      const sites = list.rows.filter(isOpen).flatMap(({ site }) => site ?? []);
      expect(sites.every((site) => own.includes(site))).toBe(true);
    }
  });

  it('every link opens for who got it, and who asks opens only rows of their own people', async () => {
    for (const who of ['ward', 'gp', 'transfer-nurse'] as const) {
      const open: ListRow[] = [];
      for (const of of ['asked', 'placed', 'refused', 'unmet'])
        open.push(...(await wholeList(who, `of=${of}&product=elv-high&days=30`)).rows.filter(isOpen));
      for (const id of new Set(open.flatMap(({ requestId }) => requestId ?? [])))
        expect((await ask(who, `/requests/${id}`)).statusCode).toBe(200);
      expect(who === 'ward' || open.every(({ requestId }) => requestId !== null)).toBe(true);
    }
  });

  it('who steers the region sees days and no moments of anybody; who has no part in care sees sums', async () => {
    const steers = await wholeList('region-manager', occupied());
    expect(steers.rows.length).toBeGreaterThan(0);
    expect(steers.rows.some(isOpen)).toBe(false);
    const beds = await wholeList('region-manager', `of=beds&product=elv-high&at=${AT}`);
    expect(beds.rows.every((row) => row.bed !== null)).toBe(true);
    const officer = await wholeList('security-officer', occupied());
    expect([officer.rows, officer.sums]).toEqual([[], [{ site: null, count: officer.total }]]);
  });

  it('nobody finds out when somebody was asked for by counting up to a moment of their own choice', async () => {
    const asked = 'of=asked&product=elv-high&days=30';
    const { number, asOf } = await listOf('gp', asked);
    const long = await listOf('gp', `${asked}&asOf=${new Date(NOW - 9 * DAY).toISOString()}`);
    expect([long.number, long.asOf]).toEqual([number, asOf]);
    const late = await listOf('gp', `${asked}&asOf=${new Date(NOW - 5 * MINUTE).toISOString()}`);
    expect(late.asOf).toBe('2026-10-22T09:36:00Z');
  });

  it('nowhere is a name, a birth date or the id of a person', async () => {
    const people = await world.made.ask<{ id: string }>('select id from people_person');
    const ids = new Set(people.map(({ id }) => id));
    expect(ids.size).toBeGreaterThan(50);
    const text = JSON.stringify(await wholeList('desk', occupied()));
    expect(text).not.toMatch(/birth|name"|19[2-6]\d-\d\d-\d\d/i);
    for (const id of text.match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? [])
      expect(ids.has(id)).toBe(false);
  });

  it('each request that can be opened from a row is one line in the log of looks', async () => {
    const seen = () =>
      world.made.count(
        "select 1 from platform_access where policy = 'see-list' and event = 'list' and object_type = 'request' and person_id is not null",
      );
    const before = await seen();
    const list = await listOf('desk', 'of=placed&product=elv-high&days=30');
    const linked = list.rows.filter(({ requestId }) => requestId !== null).length;
    expect(linked).toBeGreaterThan(0);
    expect((await seen()) - before).toBe(linked);
    await listOf('security-officer', 'of=placed&product=elv-high&days=30');
    expect((await seen()) - before).toBe(linked);
  });
});
