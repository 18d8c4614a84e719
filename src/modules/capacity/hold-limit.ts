import type { Instant } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import type { Tx } from '#platform/db/database.ts';
import { decideMore } from './decide/hoard.ts';
import type { HoldFor } from './service-hold.ts';
import { ownHolds } from './store-hold.ts';

/** Keeps one account from holding everything, also when it asks for all of it at one moment. */
export interface HoldLimit {
  /** These are under way in one transaction: until they leave they count for whoever asks beside them. */
  enter(asked: readonly HoldFor[]): void;
  leave(asked: readonly HoldFor[]): void;
  /** For each, in order: null, or why not. */
  refusals(tx: Tx, asked: readonly HoldFor[], now: Instant): Promise<(Refusal | null)[]>;
}

/** A hold with a request behind it belongs to a person; one that belongs to who asks counts here. */
const isOwn = ({ command, actor }: HoldFor): boolean => command.subject === actor.id;

const countOf = (asked: readonly HoldFor[], actor: string): number =>
  asked.filter((each) => isOwn(each) && each.actor.id === actor).length;

/** Opens the limit of this process. */
export const openHoldLimit = (most: number): HoldLimit => {
  const underWay = new Map<string, number>();
  const move = (asked: readonly HoldFor[], by: 1 | -1): void => {
    for (const { actor } of asked.filter(isOwn)) {
      const count = (underWay.get(actor.id) ?? 0) + by;
      if (count === 0) underWay.delete(actor.id);
      else underWay.set(actor.id, count);
    }
  };
  return {
    enter: (asked) => move(asked, 1),
    leave: (asked) => move(asked, -1),
    async refusals(tx, asked, now) {
      const actors = [...new Set(asked.filter(isOwn).map(({ actor }) => actor.id))];
      if (actors.length === 0) return asked.map(() => null);
      // What is under way elsewhere is read first: it may end before the look, and is then counted twice, never not at all.
      const elsewhere = new Map(actors.map((id) => [id, (underWay.get(id) ?? 0) - countOf(asked, id)]));
      const held = await ownHolds(tx, actors, now);
      return asked.map((each) => {
        if (!isOwn(each)) return null;
        const { id } = each.actor;
        const { count, soonest } = held.get(id) ?? { count: 0, soonest: null };
        const more = decideMore({ count: count + (elsewhere.get(id) ?? 0), soonest }, 1, most, now);
        if (!more.ok) return more.refusal;
        held.set(id, { count: count + 1, soonest });
        return null;
      });
    },
  };
};
