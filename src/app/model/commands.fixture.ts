import type fc from 'fast-check';
import { expect } from 'vitest';
import { halfDayAt } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';
import type { Claim } from '#modules/capacity/types.ts';
import type { Act } from './acts.fixture.ts';
import { takeEffect } from './effects.fixture.ts';
import { boardFits, holdsAlways, isAsModelled } from './invariants.fixture.ts';
import { learn, learnAsked, learnNext, passTime } from './learning.fixture.ts';
import { type Done, type Model, unitAt } from './model.fixture.ts';
import { asksWhatItCan, verdictOn } from './verdicts.fixture.ts';
import type { Command, World } from './world.fixture.ts';

/** Mostly one of those it could be about, sometimes any. */
const likely = <T>(all: readonly T[], fitting: (each: T) => boolean, index: number): T | null => {
  const some = all.filter(fitting);
  return at(some.length > 0 && index % 4 !== 0 ? some : all, index >> 2);
};

const at = <T>(list: readonly T[], index: number): T | null => list[index % Math.max(1, list.length)] ?? null;

/** Where a stay is short, its house expects nobody beyond its last day: those are the histories of stays. */
const productOf = (): Product => 'elv-high';

const place = (model: Model, bed: number): string => model.places[bed] as string;

/** In which states a request is when this is usually done to it. */
const FITTING = {
  offer: ['searching', 'offered'],
  plan: ['accepted'],
  arrive: ['accepted'],
  notArrived: ['accepted'],
  close: ['searching', 'offered', 'accepted'],
} as const satisfies Record<string, readonly string[]> as Readonly<Record<string, readonly string[]>>;

const onRequest = (model: Model, act: Extract<Act, { request: number }>): Command | null => {
  const found = likely(
    [...model.requests.values()],
    ({ state }) => FITTING[act.do]?.includes(state) === true,
    act.request,
  );
  if (found === null) return null;
  const request = found.id;
  if (act.do === 'offer') return { do: 'offer', request, place: place(model, act.bed), hold: act.hold };
  if (act.do === 'plan') return { do: 'plan', request, from: model.now + act.from };
  if (act.do !== 'arrive') return { do: act.do, request };
  const yes = [...model.offers.values()].find((o) => o.request === request && o.state === 'accepted');
  return { do: 'arrive', request, unit: yes?.unit ?? 0, at: model.now + act.at };
};

/** In which states an offer is when this is usually done to it. */
const USUAL: Readonly<Record<Extract<Act, { offer: number }>['do'], readonly string[]>> = {
  accept: ['open'],
  alternative: ['open'],
  read: ['open'],
  refuse: ['open', 'alternative', 'willing'],
  withdraw: ['open', 'alternative', 'willing'],
  askAgain: ['alternative'],
  decline: ['alternative'],
  choose: ['willing'],
};

const onOffer = (model: Model, act: Extract<Act, { offer: number }>): Command | null => {
  const usual = USUAL[act.do];
  const found = likely([...model.offers.values()], ({ state }) => usual.includes(state), act.offer);
  if (found === null) return null;
  const { id: offer, unit } = found;
  if (act.do === 'alternative') return { do: 'alternative', offer, unit, from: model.now + act.from };
  if (act.do !== 'accept') return { do: act.do, offer, unit };
  const from = act.from === null ? null : model.now + act.from;
  const bed = act.bed === null ? null : place(model, act.bed);
  return { do: 'accept', offer, unit, place: bed, from, extra: act.extra === true };
};

const onClaim = (model: Model, act: Extract<Act, { claim: number }>): Command | null => {
  const isHere = (each: Claim): boolean => each.arrivedAt !== null && each.leftAt === null;
  const claim = likely(model.truth.claims.toReversed(), isHere, act.claim);
  if (claim === null) return null;
  const version = act.stale ? claim.version - 1 : claim.version;
  const same = { claim: claim.id, unit: unitAt(model, claim.placeId), version };
  if (act.do === 'move') return { do: 'move', ...same, place: place(model, act.bed) };
  if (act.do === 'depart') return { do: 'depart', ...same, at: model.now + act.at, cleaning: act.cleaning };
  const latest = act.latest === null ? null : model.now + act.latest;
  return { do: 'expectedEnd', ...same, until: model.now + act.until, latest };
};

const onUnit = (model: Model, act: Act): Command | null => {
  if (act.do === 'confirm') return { do: 'confirm', unit: act.unit };
  if (act.do === 'staff') {
    const { unit, staffed } = act;
    return { do: 'staff', unit, staffed, ...halfDayAt(model.now, 'Europe/Amsterdam') };
  }
  if (act.do === 'openBeds') {
    const closure = at(model.closures, act.closure);
    return closure === null ? null : { do: 'openBeds', closure: closure.id, unit: closure.unit };
  }
  if (act.do !== 'closeBeds') return null;
  const { unit, bed } = act;
  const [from, until] = [model.now + act.from, model.now + act.until];
  return { do: 'closeBeds', unit, place: bed === null ? null : place(model, bed), from, until };
};

/** The command that is meant, of what there is now; null when there is nothing it could be about. */
const commandOf = (model: Model, act: Act): Command | null => {
  if ('request' in act) return onRequest(model, act);
  if ('offer' in act) return onOffer(model, act);
  if ('claim' in act) return onClaim(model, act);
  switch (act.do) {
    case 'send': {
      const { person } = act;
      const places = act.beds.map((bed) => place(model, bed));
      const crisis = act.crisis === true;
      return { do: 'send', person, from: model.now + act.from, places, product: productOf(), crisis };
    }
    case 'hold': {
      const { bed } = act;
      return { do: 'hold', place: place(model, bed), from: model.now + act.from, product: productOf() };
    }
    case 'release': {
      const holds = model.truth.claims.filter(
        (claim) => claim.kind === 'hold' && isOwn(model, claim.subject),
      );
      const claim = at(holds, act.hold);
      return claim === null ? null : { do: 'release', claim: claim.id };
    }
    default:
      return onUnit(model, act);
  }
};

/** A hold of a caller on the phone is of nobody with a request. */
const isOwn = (model: Model, subject: string): boolean =>
  !model.truth.requests.some((request) => request.person === subject);

/** The same command with another word in it; null when it has none that can differ. */
const otherWords = (command: Command): Command | null => {
  if ('from' in command && command.from !== null)
    return { ...command, from: command.from + 60_000 } as Command;
  if ('at' in command) return { ...command, at: command.at + 60_000 };
  return 'until' in command ? ({ ...command, until: command.until + 60_000 } as Command) : null;
};

/** How strictly the house is watched: `loose` for histories in which a clock went back. */
export interface Watch {
  readonly loose: boolean;
}

const look = async (model: Model, world: World, watch: Watch): Promise<void> => {
  await world.settle();
  const truth = await world.look();
  if (!watch.loose) {
    passTime(model, truth);
    learnNext(model, truth);
    learn(model, truth);
    isAsModelled(model, truth);
    holdsAlways(model.truth, truth, model.now);
  }
  model.truth = truth;
};

const setClock = (model: Model, world: World, now: Instant): void => {
  model.now = now;
  world.setClock(now);
};

/** After these the next is asked by itself. */
const ENDS = new Set<Command['do']>(['refuse', 'decline']);

/** What went through changes the model; which closure it was, the house tells. */
const remember = async (model: Model, world: World, command: Command, done: Done): Promise<void> => {
  model.done.push(done);
  const truth = await world.look();
  takeEffect(model, command, truth);
  learnAsked(model, command, truth);
  if (world.isPrompt && !model.loose && ENDS.has(command.do)) asksWhatItCan(model, command);
  if (command.do !== 'closeBeds') return;
  const known = new Set(model.closures.map((closure) => closure.id));
  const made = truth.closures.find((closure) => !known.has(closure.id));
  if (made !== undefined) model.closures.push({ id: made.id, unit: command.unit });
};

const perform = async (model: Model, world: World, watch: Watch, command: Command): Promise<void> => {
  const verdict = watch.loose ? 'may' : verdictOn(model, command);
  const key = `key-${++model.keys}`;
  const reply = await world.perform(command, key);
  const said = reply.ok ? 'done' : reply.code;
  const about = `${JSON.stringify(command)} at ${new Date(model.now).toISOString()} was answered: ${said}`;
  expect(said, about).not.toBe('fault');
  if (verdict !== 'may') expect(reply.ok, `${about}; it ${verdict} go through`).toBe(verdict === 'must');
  if (reply.ok) {
    await remember(model, world, command, { command, key, answer: reply.answer });
    // No two acts fall in one millisecond.
    setClock(model, world, model.now + 1);
  }
  await look(model, world, watch);
};

/** I3: the same command under the same key gets the same answer and does nothing; other words under it are refused. */
const again = async (model: Model, world: World, act: Extract<Act, { do: 'again' }>): Promise<void> => {
  const done = at(model.done, act.command);
  if (done === null) return;
  const other = act.otherBody ? otherWords(done.command) : null;
  const reply = await world.perform(other ?? done.command, done.key);
  if (other === null) expect(reply, 'the same command again').toEqual({ ok: true, answer: done.answer });
  else expect(reply, 'other words under the same key').toEqual({ ok: false, code: 'key-reused' });
  await world.settle();
  expect(await world.look(), 'a command that was done already').toEqual(model.truth);
};

/** An act as fast-check runs and shrinks it. */
export const commandFor = (act: Act, watch: Watch): fc.AsyncCommand<Model, World> => ({
  check: () => true,
  async run(model, world) {
    model.loose = watch.loose;
    if (act.do === 'clock') {
      setClock(model, world, model.now + act.by);
      return look(model, world, watch);
    }
    if (act.do === 'again') return again(model, world, act);
    if (act.do === 'board')
      return watch.loose ? undefined : boardFits(model, await world.board(), await world.extras());
    const command = commandOf(model, act);
    return command === null ? undefined : perform(model, world, watch, command);
  },
  toString: () => JSON.stringify(act),
});
