import { expect } from 'vitest';
import type { Instant } from '#kernel/interval.ts';
import { takeEffect } from './effects.fixture.ts';
import { boardFits, isAsModelled, nothingLost } from './invariants.fixture.ts';
import { commandOf, type Model, openModel, verdictOn } from './oracle.fixture.ts';
import type { Act, Command, Truth, World } from './world.fixture.ts';

const NOTHING: Truth = { stays: [], beds: [], left: [], care: [] };

/** What went with the newest version of a handover has all that was written when it was sent. */
const wentWhole = (model: Model, command: Command, truth: Truth): void => {
  const { handover } = model.people[command.person]?.stay ?? { handover: null };
  if (command.do !== 'send' || handover === null) return;
  const fact = truth.stays.findLast((stay) => stay.person === command.person)?.handovers.at(-1);
  expect(fact?.newest, 'what was sent').toEqual(handover.written);
};

const perform = async (model: Model, world: World, command: Command): Promise<boolean> => {
  const verdict = verdictOn(model, command);
  const said = await world.perform(command);
  const about = `${JSON.stringify(command)} at ${new Date(model.now).toISOString()}: ${said ?? 'done'}`;
  expect(said, about).not.toBe('fault');
  if (verdict !== 'may') expect(said === null, `${about}; it ${verdict} go through`).toBe(verdict === 'must');
  if (said === null) takeEffect(model, command);
  return said === null;
};

/** Follows a history; after each act everything is as the model says, and nothing that was is gone. */
export const follow = async (world: World, start: Instant, acts: readonly Act[]): Promise<void> => {
  const model = openModel(start);
  let before = NOTHING;
  for (const act of acts) {
    if (act.do === 'clock') {
      model.now += act.by;
      world.setClock(model.now);
      continue;
    }
    const command = commandOf(model, act);
    if (command === null) continue;
    const isDone = await perform(model, world, command);
    // No two acts fall in one millisecond.
    model.now += 1;
    world.setClock(model.now);
    const truth = await world.look();
    isAsModelled(model, truth);
    nothingLost(before, truth);
    if (isDone) wentWhole(model, command, truth);
    before = truth;
  }
  boardFits(model, await world.board());
};
