import { z } from 'zod';
import { Id } from '#kernel/contract.ts';
import { ok } from '#kernel/result.ts';
import { doingOf } from '#modules/capacity/index.ts';
import type { Category, Look } from '#platform/access-log/types.ts';
import { type Door, read } from '#platform/http/route.ts';
import { StayList } from './contract-list.ts';
import { stayPolicies as may } from './policy.ts';
import { type StayParts, tag } from './routes-answer.ts';
import { STAY_SCOPES } from './types-list.ts';
import { viewStays } from './view-list.ts';

const ListAsk = z.object({ scope: z.enum(STAY_SCOPES).default('house'), unit: Id.optional() });
type ListAsk = z.infer<typeof ListAsk>;

const PROFILE: readonly Category[] = ['profile', 'stay'];
const NAMED: readonly Category[] = [...PROFILE, 'name-and-contact'];

/** One look for each person in the list. */
const seenInList = ({ stays }: StayList): readonly Look[] =>
  stays.map(({ stayId, person }) => ({
    event: 'list',
    objectType: 'stay',
    objectId: stayId,
    categories: person === null ? PROFILE : NAMED,
  }));

/** Adds the list of stays. */
export const stayListRoutes = (door: Door, parts: StayParts): void => {
  read<unknown, ListAsk, StayList>(door, {
    url: '/api/v1/stays',
    tag,
    summary: 'Who stays in this house, whom this practice has in one, or who left in the last thirty days',
    policy: may.see,
    query: ListAsk,
    answer: StayList,
    looks: seenInList,
    run: async (ask) => {
      const asked = { scope: ask.query.scope, unitId: ask.query.unit };
      return ok(await viewStays(ask.tx, asked, await doingOf(parts, ask)));
    },
  });
};
