import type { z } from 'zod';
import { ById } from '#kernel/contract.ts';
import { ok } from '#kernel/result.ts';
import { nobody } from '#platform/access-log/looks.ts';
import type { Look } from '#platform/access-log/types.ts';
import type { Tx } from '#platform/db/database.ts';
import { command, type Door, read } from '#platform/http/route.ts';
import {
  AlertsAsked,
  AlertsView,
  AlertView,
  HomesBody,
  HomesView,
  ReportAsked,
  ReportView,
  VerdictBody,
} from './contract.ts';
import { homesOf, setHomes } from './homes.ts';
import { reviewPolicies as may } from './policy.ts';
import { monthReport } from './report.ts';
import { closeAlert } from './service.ts';
import { alertsOf, countOpen, peopleIn } from './store.ts';
import { alertViews } from './view.ts';

/** Who judges sees age band, sex and what was looked at: that is a look at the person too. */
const seen = async (tx: Tx, alerts: readonly AlertView[]): Promise<Look[]> =>
  (
    await peopleIn(
      tx,
      alerts.map(({ id }) => id),
    )
  ).map(({ alertId, personId }) => ({
    ...{ event: 'log-read', objectType: 'alert', objectId: alertId, personId },
    ...{ categories: ['profile', 'log'], ground: 'administration' },
  }));

/** Adds the routes of who judges looks. */
export const reviewRoutes = (door: Door): void => {
  read<unknown, z.infer<typeof AlertsAsked>, AlertsView>(door, {
    url: '/api/v1/review/alerts',
    summary: 'Blikken die u moet nakijken, of die al nagekeken zijn',
    tag: 'nakijken',
    policy: may.judge,
    query: AlertsAsked,
    answer: AlertsView,
    looks: ({ alerts }, { tx }) => seen(tx, alerts),
    run: async ({ tx, query }) => {
      const alerts = await alertViews(tx, await alertsOf(tx, query.state));
      return ok({ alerts, open: await countOpen(tx) });
    },
  });
  command<ById, VerdictBody, AlertView>(door, {
    url: '/api/v1/review/alerts/:id/verdict',
    summary: 'Sluit een melding af, met een oordeel en een reden',
    tag: 'nakijken',
    policy: may.judge,
    params: ById,
    body: VerdictBody,
    answer: AlertView,
    versioned: true,
    looks: (alert, { tx }) => seen(tx, [alert]),
    run: ({ tx, params, body, version, actor, now }) =>
      closeAlert(tx, { id: params.id, version, body, actor, now }),
  });
  read<unknown, z.infer<typeof ReportAsked>, ReportView>(door, {
    url: '/api/v1/review/report',
    summary: 'Eén maand van uw organisatie in aantallen',
    tag: 'nakijken',
    policy: may.judge,
    query: ReportAsked,
    answer: ReportView,
    looks: nobody,
    run: async ({ tx, query, actor, now }) =>
      ok(await monthReport(tx, { month: query.month, organisationId: actor.organisationId, now })),
  });
  homeRoutes(door);
};

const homeRoutes = (door: Door): void => {
  read<unknown, unknown, HomesView>(door, {
    url: '/api/v1/review/homes',
    summary: 'Collega’s van uw organisatie, met hun postcode thuis als die bekend is',
    tag: 'nakijken',
    policy: may.judge,
    answer: HomesView,
    looks: nobody,
    run: async ({ tx, actor }) => ok(await homesOf(tx, actor.organisationId)),
  });
  command<unknown, HomesBody, HomesView>(door, {
    method: 'PUT',
    url: '/api/v1/review/homes',
    summary: 'Leg vast waar collega’s wonen, in vier cijfers',
    tag: 'nakijken',
    policy: may.judge,
    body: HomesBody,
    answer: HomesView,
    looks: nobody,
    run: ({ tx, body, actor, now }) => setHomes(tx, body, { actor, now }),
  });
};
