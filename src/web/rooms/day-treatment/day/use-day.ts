import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Instant } from '#kernel/interval.ts';
import type { ActsAnswer, DayList } from '#modules/day-treatment/contract.ts';
import { call } from '#web/api/call.ts';
import { regionTime, serverNow, setServerNow, useNow } from '#web/api/clock.ts';
import { deviceShelf, forgetDay, whenForgotten } from '#web/api/kept-day.ts';
import { useLink } from '#web/api/live.ts';
import { Problem } from '#web/api/problem.ts';
import { queries, readAgain, useRead } from '#web/api/queries.ts';
import { useSession } from '#web/api/session.ts';
import { useText } from '#web/i18n/texts.ts';
import { sayFailed } from '#web/shell/undo.ts';
import { DayKeeper, type Doing, type Keeping } from './day-keeper.ts';
import { keepPage } from './keep-page.ts';

/** While acts wait, or nobody answers, it is tried again after so long. */
const AGAIN = 5_000;
/** Who taps twice means once: the same act within this is the same tap, and its button rests. */
const TWICE = 900;

const keeper = new DayKeeper(
  deviceShelf,
  (halfDayId, body) => call<ActsAnswer>('POST', `/api/v1/half-days/${halfDayId}/acts`, body),
  serverNow,
  Date.now,
);
whenForgotten(() => keeper.forgotten());

/** What changes the list: an act, somebody planned or moved, an order. */
const TOPICS = ['day-list', 'day-room', 'day-order'];

const dayPath = (halfDayId: string): string => `/api/v1/half-days/${halfDayId}/day`;

/** The half-day of this device as it is known now. */
export const useKeeping = (): Keeping => useSyncExternalStore(keeper.listen, keeper.now);

/** A house that is away is no answer; one that says no is. */
const refusal = (fault: unknown): Problem | null =>
  fault instanceof Problem && fault.status >= 400 && fault.status < 500 ? fault : null;

/** Reads what this device kept, sends what waits as soon as somebody answers, and gives the day up when it is over. */
export const useKeeper = (): Keeping => {
  const keeping = useKeeping();
  const { data: session } = useSession();
  const now = useNow('minute');
  const room = session === null || session === undefined ? null : (session.actor.unit?.id ?? keeping.unitId);
  const waits = keeping.own.some(({ state, unitId }) => state === 'waiting' && unitId === room);
  const strange = keeping.unitId !== null && room !== null && keeping.unitId !== room;
  const known = session !== undefined;
  useEffect(() => {
    const look = async (): Promise<void> => {
      const ahead = await keeper.look();
      // Nobody to ask the time: then this tablet's own clock, as far ahead as it was.
      if (!known && ahead !== null) setServerNow(Date.now() + ahead);
    };
    void look();
  }, [known]);
  // Somebody of another room signed in on this tablet: the list is not theirs to open.
  useEffect(() => void (strange && forgetDay()), [strange]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each minute it may be over
  useEffect(() => void keeper.tidy(), [now]);
  useEffect(() => {
    if (room === null || !waits) return undefined;
    const send = (): void =>
      void keeper.send(room).then(
        () => readAgain(['day-list']),
        // It waits on this tablet and is tried again; whoever is no longer let in comes to the door.
        (fault: unknown) => (refusal(fault)?.status === 401 ? readAgain(['session']) : undefined),
      );
    send();
    const again = setInterval(send, AGAIN);
    window.addEventListener('online', send);
    return () => {
      clearInterval(again);
      window.removeEventListener('online', send);
    };
  }, [room, waits]);
  useEffect(() => {
    // Opened without a network: as soon as there is one, the house knows who this is.
    if (session !== undefined) return undefined;
    const again = setInterval(() => void readAgain(['session']), AGAIN);
    return () => clearInterval(again);
  }, [session]);
  return keeping;
};

/** Reads the list of the open day again whenever something changed, and keeps it. */
export const useFreshList = (halfDayId: string): void => {
  const { data: session } = useSession();
  const here = session !== null && session !== undefined;
  const { data } = useRead<DayList>(here ? dayPath(halfDayId) : null, TOPICS);
  const list = data?.body;
  useEffect(() => {
    if (list !== undefined) void keeper.take(list);
  }, [list]);
};

/** Since when there is no network, as the page knows it; null: there is one. */
export const useCutOff = (): Instant | null => {
  const link = useLink();
  const { data: session } = useSession();
  const { stuck } = useKeeping();
  const [opened] = useState(Date.now);
  if (link.state === 'lost') return regionTime(link.since);
  if (session === undefined) return regionTime(opened);
  return stuck !== null && refusal(stuck.fault) === null ? stuck.since : null;
};

/** Why the house does not take what waits, when it did answer; null: it takes it, or nobody answers. */
export const useHeldBack = (): Problem | null => refusal(useKeeping().stuck?.fault);

/** What a nurse can do with the day that is open. */
export interface DayActs {
  /** Writes down what happened; true when it is kept on this tablet. */
  readonly add: (doing: Doing) => Promise<boolean>;
  readonly lock: () => void;
  readonly dismiss: (id: string) => void;
}

/** Acts are written on this tablet first and go to the house by themselves. */
export const useDayActs = (): DayActs => {
  const t = useText('day-list');
  const last = useRef({ said: '', at: 0 });
  const add = useCallback(
    async (doing: Doing): Promise<boolean> => {
      const [said, at] = [JSON.stringify(doing), performance.now()];
      if (said === last.current.said && at - last.current.at < TWICE) return false;
      last.current = { said, at };
      return keeper.add(doing).then(
        () => true,
        () => {
          sayFailed(t('notKept'));
          return false;
        },
      );
    },
    [t],
  );
  return {
    add,
    lock: () => {
      keeper.lock();
      queries.removeQueries({ predicate: ({ meta }) => String(meta?.['topics']).includes('day-list') });
    },
    dismiss: (id) => void keeper.dismiss(id),
  };
};

/** A button that was just tapped rests: what stands there now is not what the second tap was for. */
export const useRest = (): readonly [resting: string | null, rest: (button: string) => void] => {
  const [resting, setResting] = useState<string | null>(null);
  useEffect(() => {
    if (resting === null) return undefined;
    const over = setTimeout(() => setResting(null), TWICE);
    return () => clearTimeout(over);
  }, [resting]);
  return [resting, setResting];
};

/** Opens the day that is kept here. False: that was not the PIN. */
export const openKept = (pin: string): Promise<boolean> => keeper.unlock(pin);

/** Keeps a half-day on this tablet under a new PIN, with the page itself, so that it opens without a network. */
export const beginDay = async (pin: string, halfDayId: string, byName: string): Promise<void> => {
  const list = await call<DayList>('GET', dayPath(halfDayId));
  await keeper.begin(pin, list, { byName, ahead: serverNow() - Date.now() });
  await keepPage();
};
