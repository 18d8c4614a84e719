import { z } from 'zod';
import { isoFromInstant } from '#kernel/calendar.ts';
import { ById, Problem } from '#kernel/contract.ts';
import { ok } from '#kernel/result.ts';
import { nobody } from '#platform/access-log/looks.ts';
import { admitted, command, type Door, read } from '#platform/http/route.ts';
import {
  AlertsAnswer,
  ForecastAnswer,
  ForecastAsk,
  ModelAnswer,
  PricesAnswer,
  PricesBody,
  Threshold,
} from './contract.ts';
import { type OutlookParts, tag } from './doing.ts';
import { outlookPolicies as may } from './policy.ts';
import { scenarioRoutes } from './routes-scenario.ts';
import { alertsView, pricesView, seeAlert, setPrices, setThreshold } from './service-alert.ts';
import { forecastView } from './service-forecast.ts';
import { newestAt } from './store.ts';
import { pricesOf } from './store-price.ts';

const forecastRoute = (door: Door, parts: OutlookParts): void =>
  read<unknown, ForecastAsk, ForecastAnswer>(door, {
    url: '/api/v1/outlook/forecast',
    tag,
    summary: 'Hoeveel plekken er de komende veertien dagen vrij zijn, met hoe goed dat eerder klopte',
    policy: may.forecast,
    query: ForecastAsk,
    answer: ForecastAnswer,
    looks: nobody,
    run: async ({ tx, query, now }) => {
      const madeAt = await newestAt(tx);
      if (madeAt !== null) parts.asked(madeAt);
      return forecastView(tx, query, { region: await parts.regionOf(tx), now });
    },
  });

/** Outside a transaction: the region is read by the tower, which has its own. */
const modelRoute = (door: Door, parts: OutlookParts): void => {
  const policy = may.model;
  door.app.route({
    method: 'GET',
    url: '/api/v1/outlook/model',
    schema: {
      summary: 'De regio als model, gevuld uit de eigen geschiedenis, met elke aanname',
      ...{ tags: [tag], description: `${policy.name}: ${policy.why}` },
      response: { 200: ModelAnswer, '4xx': Problem, '5xx': Problem },
    },
    config: { policy, looks: nobody },
    handler: async (request, reply) => {
      const actor = admitted(request, policy);
      if (!actor.ok) return reply.refuse(actor.refusal);
      const { model, assumptions, misfits, at, days } = await parts.modelled();
      const acting = { actor: actor.value.id, organisationId: actor.value.organisationId };
      const prices = await door.database.transaction(acting, pricesOf);
      return reply.send({ model, assumptions, misfits, prices, asOf: isoFromInstant(at), days });
    },
  });
};

const alertRoutes = (door: Door): void => {
  read<unknown, unknown, AlertsAnswer>(door, {
    ...{ url: '/api/v1/outlook/alerts', tag, policy: may.alerts, answer: AlertsAnswer, looks: nobody },
    summary: 'Wat eraan komt, hoe vaak dat eerder klopte, en wanneer de regio iets wil horen',
    run: async ({ tx, now }) => ok(await alertsView(tx, now)),
  });
  command<ById, unknown, AlertsAnswer>(door, {
    ...{ url: '/api/v1/outlook/alerts/:id/seen', tag, policy: may.alerts, params: ById },
    summary: 'Iemand heeft deze melding gezien',
    ...{ body: z.strictObject({}).nullish(), answer: AlertsAnswer, looks: nobody },
    run: (act) => seeAlert(act.tx, act.params.id, act),
  });
  command<unknown, Threshold, Threshold>(door, {
    ...{ url: '/api/v1/outlook/thresholds', method: 'PUT', tag, policy: may.thresholds },
    summary: 'Bepaal wanneer de regio hiervan wil horen; noem de versie die u zag (0: nog nooit bepaald)',
    ...{ body: Threshold, answer: Threshold, looks: nobody },
    run: (act) => setThreshold(act.tx, act.body, act),
  });
};

const priceRoutes = (door: Door): void => {
  read<unknown, unknown, PricesAnswer>(door, {
    ...{ url: '/api/v1/outlook/prices', tag, policy: may.model, answer: PricesAnswer, looks: nobody },
    summary: 'Wat iets kost, en waar dat bedrag vandaan komt',
    run: async ({ tx }) => ok(await pricesView(tx)),
  });
  command<unknown, PricesBody, PricesAnswer>(door, {
    ...{ url: '/api/v1/outlook/prices', method: 'PUT', tag, policy: may.setPrices, versioned: true },
    summary: 'Leg vast wat iets kost; wat eerder gold blijft bewaard',
    ...{ body: PricesBody, answer: PricesAnswer, looks: nobody },
    run: (act) => setPrices(act.tx, act.body, act.version, act),
  });
};

/** Adds the routes of this room. */
export const outlookRoutes = (door: Door, parts: OutlookParts): void => {
  forecastRoute(door, parts);
  modelRoute(door, parts);
  scenarioRoutes(door, parts);
  alertRoutes(door);
  priceRoutes(door);
};
