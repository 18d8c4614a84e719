import type pg from 'pg';
import { asOwner } from '#torture/house/judge.ts';

/** What the log says of the kills, beside what clients were told. */
export interface Logged {
  /** Looks whose answer arrived. */
  readonly told: number;
  /** Those of them that do not stand in the log. */
  readonly unlogged: number;
  /** Looks that were committed, and whose answer was lost on the way: the log is right, and nobody saw anything. */
  readonly unanswered: number;
  /** Lines of what nobody asked. */
  readonly orphans: number;
}

/** How somebody was looked at: one by one, or in a list. */
type Way = 'act' | 'list';

/** What clients were shown of whom, and what they asked without an answer. */
export interface LooksLedger {
  /** An answer came that shows these. Before it the same was asked so many times in vain. */
  told(actor: string, way: Way, objects: readonly string[], inVain: number): void;
  /** Lays the log beside it. */
  judge(url: string): Promise<Logged>;
}

interface Line {
  readonly actor: string;
  readonly way: Way;
  readonly object: string;
  readonly times: number;
}

const keyOf = ({ actor, way, object }: Omit<Line, 'times'>): string => `${actor} ${way} ${object}`;

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

const LINES = `select actor, case when event = 'list' then 'list' else 'act' end as way, object_id as object,
    count(*)::int as times
  from platform_access where actor = any ($1) and outcome = 'done' and object_id is not null group by 1, 2, 3`;

/** Opens an empty one. */
export const openLooks = (): LooksLedger => {
  const told = new Map<string, number>();
  const inVain = new Map<string, number>();
  const lists = new Map<string, number>();
  const actors = new Set<string>();
  const add = (to: Map<string, number>, key: string, times: number): void => {
    to.set(key, (to.get(key) ?? 0) + times);
  };
  return {
    told(actor, way, objects, vain) {
      actors.add(actor);
      // Who stood in a list that never arrived is not known: it may have been anybody.
      if (way === 'list') add(lists, actor, vain);
      for (const object of objects) {
        add(told, keyOf({ actor, way, object }), 1);
        if (way === 'act') add(inVain, keyOf({ actor, way, object }), vain);
      }
    },
    judge: (url) =>
      asOwner(url, async (client: pg.Client) => {
        const { rows } = await client.query<Line>(LINES, [[...actors]]);
        const found = new Map(rows.map((line) => [keyOf(line), line.times]));
        const unlogged = [...told].map(([key, times]) => Math.max(0, times - (found.get(key) ?? 0)));
        const more = rows.map((line) => {
          const key = keyOf(line);
          const asked = (line.way === 'list' ? lists.get(line.actor) : inVain.get(key)) ?? 0;
          return { times: Math.max(0, line.times - (told.get(key) ?? 0)), asked };
        });
        return {
          told: sum([...told.values()]),
          unlogged: sum(unlogged),
          unanswered: sum(more.map(({ times, asked }) => Math.min(times, asked))),
          orphans: sum(more.map(({ times, asked }) => Math.max(0, times - asked))),
        };
      }),
  };
};
