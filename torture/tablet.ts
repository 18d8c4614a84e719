import { setTimeout as wait } from 'node:timers/promises';
import { act, checked, type SentAct } from '#app/day-acts.fixture.ts';
import type { OpenHalfDay } from '#app/day-house.fixture.ts';
import { atLeast, atMost, type Figure } from '#bench/figure.ts';
import { seeded } from '#kernel/seeded.ts';
import type { ActsAnswer } from '#modules/day-treatment/contract.ts';
import { newId } from '#platform/db/ids.ts';
import { CUTS, openCuttingProxy } from './cut/proxy.ts';
import { type AskedRoom, openAskedRoom } from './day/room.ts';
import { type Caller, openCaller } from './house/caller.ts';

/** What became of the acts of a tablet that was without a network. */
export interface Synced {
  readonly acts: number;
  /** How many connections broke on the way. */
  readonly cuts: number;
  /** Acts that are not there, that are there as something else, and that nobody wrote down. */
  readonly lost: number;
  readonly changed: number;
  readonly extra: number;
  /** Visits that do not stand as their acts say. */
  readonly wrong: number;
}

/** How a tablet sends: what it does with acts of which no answer came. */
export type Manner = 'ours' | 'forgets' | 'writes-anew';

const ACTS_A_VISIT = 20;
/** Somebody begins so many minutes after the one before, when their chairs are free. */
const EACH = 50;
const AT_ONCE = 23;
/** A pause before a line that broke is tried again; it is not about time. */
const PAUSE_MS = 5;
const chance = seeded(11);

/** Twenty acts of one visit, with a reading every minute while it runs. */
const actsOf = (visit: string, { opens }: OpenHalfDay, nth: number): SentAct[] => {
  const at = nth * EACH;
  const readings = Array.from({ length: ACTS_A_VISIT - 8 }, (_, n) =>
    act(visit, 'measured', opens, at + 17 + n, { pulse: 60 + n }),
  );
  return [
    act(visit, 'arrived', opens, at),
    ...checked(visit, opens, at + 4),
    act(visit, 'started', opens, at + 15),
    ...readings,
    act(visit, 'stopped', opens, at + 36),
    act(visit, 'left', opens, at + 64),
  ];
};

/** Lines that break at six points and one that holds; each piece goes over whichever comes next. */
const openLines = async (room: AskedRoom) => {
  const proxies = await Promise.all(CUTS.map((cut) => openCuttingProxy(room.port, cut)));
  const lines: readonly Caller[] = [...proxies.map(({ port }) => openCaller(port, 0)), room.caller];
  return {
    next: (): Caller => lines[Math.floor(chance() * lines.length)] as Caller,
    cuts: () => proxies.reduce((sum, proxy) => sum + proxy.cuts, 0),
    close: () => Promise.all(proxies.map((proxy) => proxy.close())),
  };
};

const mixed = <T>(all: readonly T[]): T[] =>
  all
    .map((each) => ({ each, at: chance() }))
    .sort((a, b) => a.at - b.at)
    .map(({ each }) => each);

/** Sends everything in pieces, in whatever order, until the house said of each act that it has it. */
const send = async (
  room: AskedRoom,
  halfDay: OpenHalfDay,
  acts: readonly SentAct[],
  manner: Manner,
): Promise<number> => {
  const lines = await openLines(room);
  let waiting = mixed(acts);
  while (waiting.length > 0) {
    const piece = waiting.slice(0, AT_ONCE);
    const { status, body } = await lines.next().ask({
      ...{ path: `/half-days/${halfDay.id}/acts`, body: { acts: piece }, token: room.nurse },
    });
    const kept = new Set(status === 200 ? (body as unknown as ActsAnswer).kept : []);
    const rest = waiting.filter(({ id }) => !kept.has(id));
    if (status === 200) waiting = rest;
    else if (manner === 'forgets') waiting = waiting.slice(AT_ONCE);
    else if (manner === 'writes-anew') waiting = rest.map((each) => ({ ...each, id: newId() }));
    else waiting = mixed(waiting);
    await wait(PAUSE_MS);
  }
  const cuts = lines.cuts();
  await lines.close();
  return cuts;
};

interface Kept {
  readonly id: string;
  readonly visitId: string;
  readonly kind: string;
  readonly at: Date;
  readonly body: unknown;
}

/** The same act, whatever the order of its words. */
const same = (sent: SentAct, kept: Kept): boolean =>
  kept.visitId === sent.visitId &&
  kept.kind === sent.kind &&
  kept.at.getTime() === Date.parse(sent.at) &&
  Object.entries(sent.body).every(([word, value]) => (kept.body as Record<string, unknown>)[word] === value);

/** Ten visits on a tablet without a network, two hundred acts, over lines that break: everything is there once, and as it was. */
export const syncing = async (manner: Manner = 'ours', visits = 10): Promise<Synced> => {
  const room = await openAskedRoom(visits, 4);
  const { day } = room;
  const [morning, afternoon] = day.halfDays;
  if (morning === undefined || afternoon === undefined) throw new Error('a room without half-days');
  const half = Math.ceil(visits / 2);
  const placed = room.visits.map((id, n) => ({ id, nth: n % half, halfDay: n < half ? morning : afternoon }));
  for (const { id, nth, halfDay } of placed) await day.plan({ id }, halfDay, nth * EACH, nth % 3);
  const sent = placed.map(({ id, nth, halfDay }) => ({ halfDay, acts: actsOf(id, halfDay, nth) }));
  day.house.clock.at = afternoon.closes;
  let cuts = 0;
  for (const halfDay of [afternoon, morning]) {
    const acts = sent.filter((each) => each.halfDay === halfDay).flatMap((each) => each.acts);
    cuts += await send(room, halfDay, acts, manner);
  }
  const wanted = new Map(sent.flatMap(({ acts }) => acts.map((each) => [each.id, each])));
  const { rows: kept } = await day.house.owner.query<Kept>(
    'select id, visit_id as "visitId", kind, at, body from day_treatment_act',
  );
  const { rows: stands } = await day.house.owner.query<{ state: string }>(
    'select state from day_treatment_visit where id = any($1)',
    [room.visits],
  );
  await room.close();
  const known = new Map(kept.map((each) => [each.id, each]));
  const there = [...wanted.values()].flatMap((each) => known.get(each.id) ?? []);
  return {
    ...{ acts: wanted.size, cuts, lost: wanted.size - there.length, extra: kept.length - there.length },
    changed: there.filter((each) => !same(wanted.get(each.id) as SentAct, each)).length,
    wrong: stands.filter(({ state }) => state !== 'done').length,
  };
};

/** Two hundred acts of a tablet over lines that break. */
export const run = async (visits = 10): Promise<Figure[]> => {
  const went = await syncing('ours', visits);
  return [
    atLeast('tablet-acts', went.acts, 'acts', visits * ACTS_A_VISIT),
    atLeast('tablet-cuts', went.cuts, 'cuts', visits),
    atMost('tablet-lost', went.lost, 'acts', 0),
    atMost('tablet-changed', went.changed, 'acts', 0),
    atMost('tablet-extra', went.extra, 'acts', 0),
    atMost('tablet-wrong', went.wrong, 'visits', 0),
  ];
};
