import { isoFromInstant } from '#kernel/calendar.ts';
import { type Instant, MINUTE } from '#kernel/interval.ts';
import type { Looker } from '#modules/placement/contract.ts';
import type { Actor } from '#platform/http/actor.ts';
import type { Lookers } from './contract.ts';

/** Who says nothing for this long has left. */
const STAYS = MINUTE;

/** Who of the desk has which request open: in memory, for a minute; nothing of it is kept. */
export interface Looking {
  /** Somebody has a request open, or is on the telephone about it. Whoever opens another has left the one before. */
  look(actor: Actor, requestId: string, doing: Looker['doing'], now: Instant): void;
  lookers(reader: Actor, now: Instant): Lookers;
}

/** Opens the memory of who looks. */
export const openLooking = (): Looking => {
  const seen = new Map<string, Omit<Looker, 'own' | 'until'> & { readonly until: Instant }>();
  return {
    look(actor, requestId, doing, now) {
      for (const [id, { until }] of seen) if (until <= now) seen.delete(id);
      // The letter by which colleagues know each other; of who it is nothing more is told.
      const initial = (actor.name.trim()[0] ?? '').toUpperCase();
      seen.set(actor.id, { requestId, initial, role: actor.role, doing, until: now + STAYS });
    },
    lookers: (reader, now) => ({
      lookers: [...seen]
        .filter(([, { until }]) => until > now)
        .map(([id, looker]) => ({ ...looker, own: id === reader.id, until: isoFromInstant(looker.until) })),
    }),
  };
};
