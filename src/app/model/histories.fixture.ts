import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { HOUR, type Instant } from '#kernel/interval.ts';
import { type Act, anyAct } from './acts.fixture.ts';
import { commandFor, type Watch } from './commands.fixture.ts';
import { type Model, openModel } from './model.fixture.ts';
import type { HouseRules, World } from './world.fixture.ts';

const FOLDER = join(import.meta.dirname, '../../../torture/regressions');

/** A history that once broke a promise. */
interface Regression {
  readonly name: string;
  readonly note: string;
  readonly start: Instant;
  /** Left out: nobody is asked by itself, and the first yes stands. */
  readonly rules?: HouseRules;
  readonly acts: readonly Act[];
}

/** What counts where a history does not say it. */
export const PLAIN: HouseRules = { autoNext: false, choice: 'first' };

/** Everything that once went wrong, to be tried first. */
export const regressions: readonly Regression[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.json'))
  .sort()
  .map((file) => ({
    name: file.slice(0, -'.json'.length),
    ...JSON.parse(readFileSync(join(FOLDER, file), 'utf8')),
  }));

/** Any history of so many acts at most, with a clock that only goes on. */
export const anyHistory = (most: number) =>
  fc.commands([anyAct.map((act) => commandFor(act, { loose: false }))], { maxCommands: most, size: 'max' });

/** Any history in which the clock also jumps back. */
export const jumpingHistory = (most: number) => {
  const watch: Watch = { loose: true };
  const back = fc.constantFrom(-HOUR, -24 * HOUR, -1).map((by): Act => ({ do: 'clock', by }));
  const act = fc.oneof({ weight: 6, arbitrary: anyAct }, { weight: 1, arbitrary: back });
  return fc.commands([act.map((each) => commandFor(each, watch))], { maxCommands: most, size: 'max' });
};

/** Follows a history in a world whose wards stand by their figures at the start. */
export const follow = async (
  world: World,
  start: Instant,
  commands: Iterable<fc.AsyncCommand<Model, World>>,
): Promise<void> => {
  for (const unit of [0, 1] as const) await world.perform({ do: 'confirm', unit }, `start-${unit}`);
  const model = openModel(world.places, world.rules, start);
  await fc.asyncModelRun(() => ({ model, real: world }), commands);
};

/** The commands of a written history. */
export const commandsOf = (acts: readonly Act[]): fc.AsyncCommand<Model, World>[] =>
  acts.map((act) => commandFor(act, { loose: false }));
