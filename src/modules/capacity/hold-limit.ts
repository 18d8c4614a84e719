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

/** Opens the limit of this process. */
export const openHoldLimit = (most: number): HoldLimit => {
  /** By its claim, for which account. */
  const underWay = new Map<string, string>();
  /** The claims an account had under way before these: who came later counts these, not the other way round too. */
  const beforeThese = (actor: string, these: ReadonlySet<string>): string[] => {
    const before: string[] = [];
    for (const [claim, of] of underWay) {
      if (these.has(claim)) break;
      if (of === actor) before.push(claim);
    }
    return before;
  };
  return {
    enter(asked) {
      for (const { command, actor } of asked.filter(isOwn)) underWay.set(command.claimId, actor.id);
    },
    leave(asked) {
      for (const { command } of asked) underWay.delete(command.claimId);
    },
    async refusals(tx, asked, now) {
      const actors = [...new Set(asked.filter(isOwn).map(({ actor }) => actor.id))];
      if (actors.length === 0) return asked.map(() => null);
      // What is under way elsewhere is read first: what ends before the look is then seen twice, and by its claim counted once.
      const these = new Set(asked.map(({ command }) => command.claimId));
      const elsewhere = new Map(actors.map((id) => [id, beforeThese(id, these)]));
      const held = await ownHolds(tx, actors, now);
      const counts = new Map(
        actors.map((id) => [
          id,
          new Set([...(held.get(id)?.claims ?? []), ...(elsewhere.get(id) ?? [])]).size,
        ]),
      );
      return asked.map((each) => {
        if (!isOwn(each)) return null;
        const { id } = each.actor;
        const count = counts.get(id) ?? 0;
        const more = decideMore({ count, soonest: held.get(id)?.soonest ?? null }, 1, most, now);
        if (!more.ok) return more.refusal;
        counts.set(id, count + 1);
        return null;
      });
    },
  };
};
