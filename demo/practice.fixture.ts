import pg from 'pg';
import { expect } from 'vitest';
import { type FigurePhase, figurePhase } from '#kernel/freshness.ts';
import type { Instant } from '#kernel/interval.ts';
import { createTestDatabase, TEST_KEY } from '#platform/postgres/test-database.ts';
import { makePracticeRegion } from './make.ts';
import { practiceRegion } from './region.ts';

/** The practice region in a database of a test's own, and its owner to look into it. */
export interface MadeRegion {
  readonly url: string;
  ask<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>;
  count(text: string, values?: unknown[]): Promise<number>;
  phases(now: Instant): Promise<FigurePhase[]>;
  /** What must be true of the region at every moment, whoever lived in it. */
  expectSound(): Promise<void>;
  drop(): Promise<void>;
}

/** A Thursday in autumn, three days before the clock goes back: the moment most files look at the region. */
export const THURSDAY: Instant = Date.parse('2026-10-22T09:41:00Z');

const PRESENT = 'arrived_at is not null and left_at is null and away_at is null';

/** Each of these finds what must never be. */
const NEVER = {
  'somebody in two beds': `select subject from capacity_claim where ${PRESENT} group by 1 having count(*) > 1`,
  'two people in one bed': `select place_id from capacity_claim where ${PRESENT} group by 1 having count(*) > 1`,
  'two claims at once on one bed': `
    select 1 from capacity_claim a join capacity_claim b on a.place_id = b.place_id and a.id < b.id and a.during && b.during
    where a.kind <> 'cleaning' and b.kind <> 'cleaning' and a.released_at is null and b.released_at is null
      and a.displaced_at is null and b.displaced_at is null`,
  'an open request without exactly one responsible organisation': `
    select r.id from placement_request r join placement_person p on p.request_id = r.id
      left join placement_responsibility s on s.person_id = p.person_id and upper(s.during) = 'infinity'
    where r.state <> 'closed' group by r.id having count(s.id) <> 1`,
  'somebody admitted who is not there': `
    select 1 from placement_request r left join placement_offer o on o.request_id = r.id and o.state = 'accepted'
      left join capacity_claim c on c.id = o.claim_id and c.arrived_at is not null and c.left_at is null
    where r.state = 'admitted' and c.id is null`,
};

/** The practice region as it is at this moment, made once for all files that ask for the same. */
export const practiceDatabase = (now: Instant, days?: number) =>
  createTestDatabase({
    name: `practice region ${now} ${days}`,
    fill: (url) =>
      makePracticeRegion(url, { seed: 2026, now, key: TEST_KEY, ...(days === undefined ? {} : { days }) }),
  });

/** Makes the practice region as it is at this moment, with so many days behind it. */
export const madeRegion = async (now: Instant, days?: number): Promise<MadeRegion> => {
  const { url, drop } = await practiceDatabase(now, days);
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  const ask = async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> =>
    (await owner.query<Row>(text, values)).rows;
  const count = async (text: string, values: unknown[] = []): Promise<number> =>
    Number((await ask<{ n: string }>(`select count(*) as n from (${text}) as t`, values))[0]?.n);
  return {
    url,
    ask,
    count,
    async phases(at) {
      const figures = await ask<{ as_of: Date; source: 'tap' }>('select as_of, source from capacity_figure');
      const { agreement } = practiceRegion(at);
      return figures.map((each) => figurePhase(each.as_of.getTime(), each.source, at, agreement));
    },
    async expectSound() {
      const found: [what: string, times: number][] = [];
      for (const [what, text] of Object.entries(NEVER)) found.push([what, await count(text)]);
      expect(found.filter(([, times]) => times !== 0)).toEqual([]);
    },
    async drop() {
      await owner.end();
      await drop();
    },
  };
};
