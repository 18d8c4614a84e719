import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { nobody } from '#platform/access-log/looks.ts';
import type { Clock } from '#platform/clock.ts';
import { byHouse } from '#platform/db/by-house.ts';
import { serverState } from '#platform/db/server-state.ts';
import type { Tailer } from '#platform/diary/tailer.ts';
import type { Policy } from '#platform/http/actor.ts';
import type { Door } from '#platform/http/route.ts';
import type { Feed } from '#platform/live/feed.ts';
import type { Backlog } from '#platform/outbox/store.ts';

/** Who may ask how the server is: whoever can reach it, because it tells nothing of people. */
const healthPolicies = {
  health: {
    name: 'see-health',
    roles: 'everyone',
    why: 'Bewaking van de server; er staat niets over mensen in.',
  },
} as const satisfies Record<string, Policy>;

const PROBE = byHouse('health');

/** What waits to be sent, counted once for a whole reading. Mail and webhooks that stand still do not make us unready. */
const messageGauges = (registry: Registry, clock: Clock, backlog: () => Promise<Backlog>): void => {
  let counted: Promise<Backlog | null> | null = null;
  // Without a database the other figures are still told.
  const count = (): Promise<Backlog | null> => {
    counted ??= backlog()
      .catch(() => null)
      .finally(() => {
        counted = null;
      });
    return counted;
  };
  new Gauge({
    name: 'verkeerstoren_messages',
    help: 'Mail and webhooks that did not arrive yet, by state; dead ones wait for a person.',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      const waiting = await count();
      if (waiting === null) return this.reset();
      for (const state of ['queued', 'failed', 'dead'] as const) this.set({ state }, waiting[state]);
    },
  });
  new Gauge({
    name: 'verkeerstoren_message_oldest_seconds',
    help: 'How long the oldest message that is still tried has waited.',
    registers: [registry],
    async collect() {
      const oldest = (await count())?.oldest ?? null;
      this.set(oldest === null ? 0 : Math.max(0, clock.now() - oldest) / 1_000);
    },
  });
};

/** What the health of the server is read from. */
export interface HealthParts {
  readonly tailer: Tailer;
  readonly feed: Feed;
  readonly backlog: () => Promise<Backlog>;
}

/** Adds /health/live (the process answers), /health/ready (it can record and its picture is true) and /metrics. */
export const healthRoutes = (door: Door, parts: HealthParts): void => {
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
  messageGauges(registry, door.clock, parts.backlog);
  const config = { policy: healthPolicies.health, looks: nobody } as const;
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
