import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { serverState } from '#platform/db/server-state.ts';
import type { Tailer } from '#platform/diary/tailer.ts';
import type { Policy } from '#platform/http/actor.ts';
import type { Door } from '#platform/http/route.ts';
import type { Feed } from '#platform/live/feed.ts';

/** Who may ask how the server is: whoever can reach it, because it tells nothing of people. */
const healthPolicies = {
  health: {
    name: 'see-health',
    roles: 'everyone',
    why: 'Bewaking van de server; er staat niets over mensen in.',
  },
} as const satisfies Record<string, Policy>;

const PROBE = { actor: 'health', organisationId: null } as const;

/** Adds /health/live (the process answers), /health/ready (it can record and its picture is true) and /metrics. */
export const healthRoutes = (door: Door, parts: { readonly tailer: Tailer; readonly feed: Feed }): void => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const gauge = (name: string, help: string, value: () => number): void => {
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(value());
      },
    });
  };
  gauge('verkeerstoren_screens_open', 'Screens that follow the live feed.', () => parts.feed.size);
  gauge(
    'verkeerstoren_changes_delivered',
    'Changes written to screens since the start.',
    () => parts.feed.delivered,
  );
  gauge(
    'verkeerstoren_database_waiting',
    'Callers waiting for a database connection.',
    () => door.database.load().waiting,
  );
  const config = { policy: healthPolicies.health };
  door.app.get('/health/live', { config, schema: { hide: true } }, async () => ({ live: true }));
  door.app.get('/health/ready', { config, schema: { hide: true } }, async (_, reply) => {
    const answers = await door.database
      .transaction(PROBE, serverState)
      .then(() => true)
      .catch(() => false);
    const ready = answers && parts.tailer.healthy();
    return reply
      .status(ready ? 200 : 503)
      .send({ ready, database: answers, picture: parts.tailer.healthy() });
  });
  door.app.get('/metrics', { config, schema: { hide: true } }, async (_, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  );
};
