import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** How much one user may ask of the server. */
export interface Limits {
  readonly perMinute: number;
  /** How many requests of one user may be under way at once, streams included. */
  readonly atOnce: number;
}

const MINUTE = 60_000;

/** Who asks: the signed-in user, else the address. */
const askerOf = (request: FastifyRequest): string => request.actor?.id ?? `address ${request.ip}`;

/** Counts what is under way per asker; the count goes down when the connection of an answer is done with it. */
const openCounter = (atOnce: number) => {
  const underWay = new Map<string, number>();
  const leave = (asker: string): void => {
    const left = (underWay.get(asker) ?? 1) - 1;
    if (left > 0) underWay.set(asker, left);
    else underWay.delete(asker);
  };
  return (asker: string, reply: FastifyReply): boolean => {
    const now = underWay.get(asker) ?? 0;
    if (now >= atOnce) return false;
    underWay.set(asker, now + 1);
    let left = false;
    const once = (): void => {
      if (left) return;
      left = true;
      leave(asker);
    };
    reply.raw.once('finish', once);
    reply.raw.once('close', once);
    return true;
  };
};

/** Counts per asker in minutes of the machine; answers the seconds to wait for who is over, else null. */
const openMeter = (perMinute: number) => {
  let counts = new Map<string, number>();
  let until = 0;
  return (asker: string): number | null => {
    // How long a process runs, never the time of day: a clock that is set back locks nobody out.
    const now = performance.now();
    if (now >= until) {
      counts = new Map();
      until = now + MINUTE;
    }
    const count = (counts.get(asker) ?? 0) + 1;
    counts.set(asker, count);
    return count > perMinute ? Math.ceil((until - now) / 1_000) : null;
  };
};

/** Refuses who asks too often or too much at once with 429 and when to come back. Call it after who asks is known. */
export const addLimits = (app: FastifyInstance, limits: Limits): void => {
  const meter = openMeter(limits.perMinute);
  const enters = openCounter(limits.atOnce);
  app.addHook('onRequest', async (request, reply) => {
    const asker = askerOf(request);
    const wait = meter(asker);
    if (wait !== null) return reply.refuse({ code: 'too-many', params: { seconds: wait } });
    return enters(asker, reply) ? undefined : reply.refuse({ code: 'too-many', params: { seconds: 1 } });
  });
};
