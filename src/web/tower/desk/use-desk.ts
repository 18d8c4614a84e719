import { useCallback, useEffect, useRef } from 'react';
import type { RequestStrip } from '#modules/placement/contract.ts';
import type { Queue } from '#tower/contract.ts';
import { useAddress } from '#web/address.ts';
import type { Problem } from '#web/api/problem.ts';
import { useRead } from '#web/api/queries.ts';
import { useText } from '#web/i18n/texts.ts';
import { inWords, useProfileTitle } from '#web/rooms/placement/words.ts';
import { useKeys } from '#web/shell/acts.ts';
import { announce } from '#web/shell/announce.ts';
import { useRailCount } from '#web/shell/counts.ts';

/** Which requests stand in the row: all, or those for which the desk itself must move. */
export type Filter = 'all' | 'ours';

/** The desk as it stands: the row, the request that is open, and how to go to another. */
export interface Desk {
  readonly queue: Queue | undefined;
  readonly problem: Problem | null;
  readonly shown: readonly RequestStrip[];
  readonly ours: number;
  readonly filter: Filter;
  readonly setFilter: (filter: Filter) => void;
  /** The one in the address, otherwise nothing chosen by hand. */
  readonly chosen: RequestStrip | undefined;
  readonly choose: (id: string) => void;
  readonly telephone: boolean;
  readonly setTelephone: (open: boolean) => void;
  /** The proposal for the whole row lies on the table instead of one request. */
  readonly plan: boolean;
  readonly setPlan: (open: boolean) => void;
}

const NOBODY: readonly RequestStrip[] = [];

/** A request that nobody was asked for: the desk must move. */
const isOurs = ({ state }: RequestStrip): boolean => state === 'searching';

/** Says a new request aloud, once, without moving the focus. */
const useNewcomers = (requests: readonly RequestStrip[] | undefined): void => {
  const t = useText('desk');
  const titleOf = useProfileTitle();
  const known = useRef<ReadonlySet<string> | null>(null);
  useEffect(() => {
    if (requests === undefined) return;
    const before = known.current;
    known.current = new Set(requests.map(({ id }) => id));
    const fresh = before === null ? undefined : requests.find(({ id }) => !before.has(id));
    if (fresh !== undefined) announce(t('queue.fresh', { who: titleOf(fresh) }));
  });
};

/** Reads the row of the desk and keeps the choice in the address, so that a request can be sent and kept. */
export const useDesk = (): Desk => {
  const [view, change] = useAddress();
  const read = useRead<Queue>('/api/v1/queue', ['request', 'board']);
  const queue = read.data?.body;
  const requests = queue?.requests ?? NOBODY;
  const filter: Filter = view['rij'] === 'wacht' ? 'ours' : 'all';
  useRailCount('desk', requests.length);
  useNewcomers(queue?.requests);
  return {
    queue,
    problem: read.error,
    shown: filter === 'ours' ? requests.filter(isOurs) : requests,
    ours: requests.filter(isOurs).length,
    filter,
    setFilter: (next) => change({ rij: next === 'ours' ? 'wacht' : '' }),
    chosen: requests.find(({ id }) => id === view['aanvraag']),
    choose: useCallback((id: string) => change({ aanvraag: id, telefoon: '', plan: '' }), [change]),
    telephone: view['telefoon'] === '1',
    setTelephone: (open) => change({ telefoon: open ? '1' : '' }),
    plan: view['plan'] === '1',
    setPlan: (open) => change({ plan: open ? '1' : '' }),
  };
};

/** J and K walk through the row as it stands on screen; the request that opens is said aloud. */
export const useWalk = (
  row: readonly RequestStrip[],
  open: RequestStrip | undefined,
  choose: (id: string) => void,
): void => {
  const t = useText('desk');
  const titleOf = useProfileTitle();
  const go = (by: number): void => {
    const at = row.findIndex(({ id }) => id === open?.id);
    const next = row[Math.max(0, Math.min(row.length - 1, at + by))];
    if (next === undefined || next.id === open?.id) return;
    choose(next.id);
    announce(t('queue.opened', { who: titleOf(next), turn: inWords(next.turn) }));
  };
  // With the proposal on the table the keys are those of its rows, whichever of the two was drawn first.
  useKeys(
    row.length === 0
      ? []
      : [
          { keys: ['j', 'ArrowDown'], does: t('keys.next'), run: () => go(1), onlyKey: true },
          { keys: ['k', 'ArrowUp'], does: t('keys.before'), run: () => go(-1), onlyKey: true },
        ],
  );
};
