import { instantFromIso } from '#kernel/calendar.ts';
import { HOUR, type Instant } from '#kernel/interval.ts';
import { ok, refuse } from '#kernel/result.ts';
import type { Picture } from '#modules/capacity/index.ts';
import { type Door, read } from '#platform/http/route.ts';
import { ListAsk, TowerList } from './contract-list.ts';
import type { LiveHistory } from './history.ts';
import { looksAt, tellList } from './list.ts';
import { behindNumber } from './list-find.ts';
import { towerPolicies } from './policy.ts';

/** A number that stands on a screen longer than this is counted again. */
const ON_SCREEN = HOUR;

/**
 * When the number was counted. Only of late: who could choose any moment would find out, count by count, when one person was
 * asked for.
 */
const countedAsOf = ({ asOf }: ListAsk, now: Instant): Instant => {
  const at = asOf === undefined ? now : instantFromIso(asOf);
  return at > now || now - at > ON_SCREEN ? now : at;
};

/** Adds the list behind a number of the past: the facts that were counted, as far as the reader may see them. */
export const listRoutes = (door: Door, picture: Picture, past: LiveHistory): void => {
  read<unknown, ListAsk, TowerList>(door, {
    url: '/api/v1/history/list',
    tag: 'tower',
    summary: 'What a number of the past means and which facts are behind it; of others only days or sums',
    policy: towerPolicies.list,
    query: ListAsk,
    answer: TowerList,
    looks: looksAt,
    run: async ({ tx, actor, query, now }) => {
      const kept = await past.current(now);
      const at = countedAsOf(query, now);
      const found = behindNumber({ kept, picture, now: at }, query);
      if (!found.ok) return found;
      const list = await tellList(tx, actor, { picture, kept, found: found.value, ask: query }, at);
      return list === null ? refuse({ code: 'no-such-number' }) : ok(list);
    },
  });
};
