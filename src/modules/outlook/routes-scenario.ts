import { z } from 'zod';
import { instantFromIso } from '#kernel/calendar.ts';
import { ById, Id, Problem } from '#kernel/contract.ts';
import { ok, refuse } from '#kernel/result.ts';
import { nobody } from '#platform/access-log/looks.ts';
import { writeTable } from '#platform/csv/write.ts';
import { admitted, command, type Door, read } from '#platform/http/route.ts';
import {
  Scenario,
  ScenarioBody,
  ScenarioFile,
  ScenarioList,
  ScenarioPatch,
  ShareAnswer,
  ShareBody,
  SharedAsk,
  SharedScenario,
} from './contract.ts';
import { type OutlookParts, tag } from './doing.ts';
import { outlookPolicies as may } from './policy.ts';
import {
  changeScenario,
  dropScenario,
  keepScenario,
  openShared,
  scenarioView,
  shareScenario,
  unshareScenario,
} from './service-scenario.ts';
import { modelOf, scenarioById, scenariosOf } from './store-scenario.ts';

const url = '/api/v1/outlook/scenarios';
const policy = may.scenarios;
const unknown = { code: 'scenario-unknown' } as const;
const described = (of: { readonly name: string; readonly why: string }): string => `${of.name}: ${of.why}`;

const playedOn = async (parts: OutlookParts, asOf: string | undefined) =>
  (await parts.modelled(asOf === undefined ? undefined : instantFromIso(asOf))).model;

const keepingRoutes = (door: Door, parts: OutlookParts): void => {
  read<unknown, unknown, ScenarioList>(door, {
    ...{ url, tag, policy, answer: ScenarioList, looks: nobody },
    summary: 'Wat uw organisatie heeft uitgeprobeerd en bewaard',
    run: async ({ tx, now }) =>
      ok({ scenarios: (await scenariosOf(tx)).map((each) => scenarioView(each, now)) }),
  });
  command<unknown, ScenarioBody, Scenario>(door, {
    ...{ url, tag, policy, body: ScenarioBody, answer: Scenario, looks: nobody },
    summary: 'Bewaar een scenario: wat gedraaid is, met welk toeval, en wat eruit kwam',
    run: async (act) => keepScenario(act.tx, act.body, await playedOn(parts, act.body.asOf), act),
  });
  command<ById, ScenarioPatch, Scenario>(door, {
    ...{ url: `${url}/:id`, method: 'PATCH', tag, policy, params: ById, versioned: true },
    summary: 'Geef een scenario een andere naam, of bewaar een nieuwe uitkomst',
    ...{ body: ScenarioPatch, answer: Scenario, looks: nobody },
    run: async (act) => {
      const { levers, asOf } = act.body;
      const model = levers === undefined ? null : await playedOn(parts, asOf);
      const asked = { id: act.params.id, version: act.version, said: act.body };
      return changeScenario(act.tx, asked, model, act);
    },
  });
  command<ById, unknown, { id: string }>(door, {
    ...{ url: `${url}/:id`, method: 'DELETE', tag, policy, params: ById, versioned: true },
    summary: 'Gooi een scenario weg; de link ervan werkt dan niet meer',
    ...{ body: z.strictObject({}).nullish(), answer: z.object({ id: Id }), looks: nobody },
    run: (act) => dropScenario(act.tx, { id: act.params.id, version: act.version }, act),
  });
};

/** The link is told once and kept under no key: links stay untold. */
const shareRoute = (door: Door): void =>
  void door.app.route({
    method: 'POST',
    url: `${url}/:id/share`,
    schema: {
      summary: 'Maak een link waarmee anderen zonder account de uitkomst lezen; een eerdere link gaat dicht',
      ...{ tags: [tag], description: described(policy), params: ById, body: ShareBody },
      response: { 200: ShareAnswer, '4xx': Problem, '5xx': Problem },
    },
    config: { policy, looks: nobody },
    handler: async (request, reply) => {
      const actor = admitted(request, policy);
      if (!actor.ok) return reply.refuse(actor.refusal);
      const { id } = request.params as ById;
      const { days } = request.body as ShareBody;
      const by = { actor: actor.value, now: door.clock.now() };
      const acting = { actor: actor.value.id, organisationId: actor.value.organisationId };
      const shared = await door.database.transaction(acting, (tx) => shareScenario(tx, { id, days }, by));
      if (!shared.ok) return reply.refuse(shared.refusal);
      door.committed();
      return reply.header('cache-control', 'no-store').send(shared.value);
    },
  });

const openRoute = (door: Door): void =>
  void door.app.route({
    method: 'POST',
    url: '/api/v1/outlook/shared',
    schema: {
      summary: 'Wat achter de link van een scenario staat: de naam, wat gedraaid is en wat eruit kwam',
      ...{ tags: [tag], description: described(may.shared), body: SharedAsk },
      response: { 200: SharedScenario, '4xx': Problem, '5xx': Problem },
    },
    config: { policy: may.shared, looks: nobody },
    handler: async (request, reply) => {
      const { token } = request.body as z.infer<typeof SharedAsk>;
      const opened = await openShared(door.database, token, door.clock.now());
      return opened.ok
        ? reply.header('cache-control', 'no-store').send(opened.value)
        : reply.refuse(opened.refusal);
    },
  });

const COLUMNS = [
  ...['party', 'figure', 'now', 'after', 'difference', 'from', 'until', 'unclear', 'counted'],
  ...['money', 'money_mean', 'money_from', 'money_until', 'freed', 'freed_change'],
];

const tableOf = ({ rows }: Scenario): string =>
  writeTable(
    COLUMNS,
    rows.map(({ party, figure, now, after, difference, unclear, counted, money, freed }) =>
      [
        ...[party, figure, now.mean, after.mean, difference.mean, difference.from, difference.until, unclear],
        ...[counted, money.kind, money.mean, money.from, money.until, freed.kind, freed.change?.mean ?? ''],
      ].map(String),
    ),
  );

const exportRoutes = (door: Door): void => {
  read<ById, unknown, ScenarioFile>(door, {
    ...{ url: `${url}/:id/export`, tag, policy, params: ById, answer: ScenarioFile, looks: nobody },
    summary: 'Het hele scenario om elders na te spelen: de regio, wat gedraaid is en het toeval',
    run: async ({ tx, params, now }) => {
      const [scenario, model] = [await scenarioById(tx, params.id), await modelOf(tx, params.id)];
      if (scenario === null || model === null) return refuse(unknown);
      return ok({ scenario: scenarioView(scenario, now), model });
    },
  });
  door.app.route({
    method: 'GET',
    url: `${url}/:id/rows.csv`,
    schema: {
      summary: 'De uitkomst per partij als tabel',
      ...{ tags: [tag], description: described(policy), params: ById },
      response: { '4xx': Problem, '5xx': Problem },
    },
    config: { policy, looks: nobody },
    handler: async (request, reply) => {
      const actor = admitted(request, policy);
      if (!actor.ok) return reply.refuse(actor.refusal);
      const acting = { actor: actor.value.id, organisationId: actor.value.organisationId };
      const { id } = request.params as ById;
      const found = await door.database.transaction(acting, (tx) => scenarioById(tx, id));
      if (found === null) return reply.refuse(unknown);
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="scenario.csv"')
        .send(tableOf(scenarioView(found, door.clock.now())));
    },
  });
};

/** Adds what is kept of what was tried, and its link. */
export const scenarioRoutes = (door: Door, parts: OutlookParts): void => {
  keepingRoutes(door, parts);
  shareRoute(door);
  command<ById, unknown, Scenario>(door, {
    ...{ url: `${url}/:id/unshare`, tag, policy, params: ById },
    summary: 'Sluit de link van een scenario meteen',
    ...{ body: z.strictObject({}).nullish(), answer: Scenario, looks: nobody },
    run: (act) => unshareScenario(act.tx, act.params.id, act),
  });
  openRoute(door);
  exportRoutes(door);
};
