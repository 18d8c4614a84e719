import type { z } from 'zod';
import { ById, Id } from '#kernel/contract.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { answeredToVisitor, schemaForVisitor, visit, visitorAs } from '#modules/people/index.ts';
import { writeLooks } from '#platform/access-log/store.ts';
import type { AccessEvent } from '#platform/access-log/types.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Door } from '#platform/http/route.ts';
import { OwnCases, SettleActionBody } from './contract-case.ts';
import type { CasesParts } from './doing.ts';
import { casesPolicies as may } from './policy.ts';
import { settleOwn } from './service-plan.ts';
import { viewOwnCases } from './view-case.ts';

const ByAction = ById.extend({ action: Id });

/** Every look stands in the log of the person, their own too. */
const keepLooks = (
  tx: Tx,
  personId: string,
  cases: OwnCases['cases'],
  told: { readonly event: AccessEvent; readonly at: number },
): Promise<void> => {
  const look = { event: told.event, objectType: 'case', personId, ground: 'own' } as const;
  return writeLooks(
    tx,
    visitorAs(`person:${personId}`, 'resident'),
    cases.map(({ id }) => ({ ...look, objectId: id, categories: ['reason-and-care', 'messages'] })),
    { at: told.at, outcome: 'done' },
  );
};

/** Adds what the person reads of their own plan, and ticks off of it. A relative who reads along reads the stay, and not this. */
export const ownCaseRoutes = (door: Door, { regionOf }: CasesParts): void => {
  const inside = (
    request: Parameters<typeof visit>[1],
    event: AccessEvent,
    act: (tx: Tx, who: { personId: string; now: number }) => Promise<Result<unknown, Refusal>>,
  ) =>
    visit<OwnCases, Refusal>(door, request, async (tx, { personId, relativeId }) => {
      if (relativeId !== null) return refuse({ code: 'own-not-family' });
      const now = door.clock.now();
      const done = await act(tx, { personId, now });
      if (!done.ok) return done;
      const list = await viewOwnCases(tx, { region: await regionOf(tx), now });
      await keepLooks(tx, personId, list.cases, { event, at: now });
      return ok(list);
    });
  door.app.route({
    method: 'GET',
    url: '/api/v1/own/cases',
    schema: schemaForVisitor(
      may.own,
      'Mijn plan: de vraag, wie er helpen en wat is afgesproken',
      {},
      OwnCases,
    ),
    config: { policy: may.own, looks: 'people' },
    handler: async (request, reply) =>
      answeredToVisitor(reply, await inside(request, 'read', async () => ok(null))),
  });
  door.app.route({
    method: 'POST',
    url: '/api/v1/own/cases/:id/actions/:action/settle',
    schema: schemaForVisitor(
      may.own,
      'Ik zeg wat er van mijn eigen afspraak kwam',
      { params: ByAction, body: SettleActionBody },
      OwnCases,
    ),
    config: { policy: may.own, looks: 'people' },
    handler: async (request, reply) => {
      const params = request.params as z.infer<typeof ByAction>;
      const body = request.body as SettleActionBody;
      const said = await inside(request, 'change', (tx, who) => settleOwn(tx, { ...params, ...body }, who));
      if (said.ok) door.committed();
      return answeredToVisitor(reply, said);
    },
  });
};
