import { useEffect, useRef, useState } from 'react';
import type { SimModel, SimResult } from '#planning/simulate/types.ts';
import { endPlayers, playYears, tryPlaying } from './players.ts';

/** While somebody drags, playing waits this long for the next change. */
const SETTLE_MS = 120;

/** How often the screen hears how far the playing is; more often would only keep it busy. */
const TELL_MS = 150;

/** A model to play, under a name that is the same when the model is. */
export interface Wanted {
  readonly key: string;
  readonly model: SimModel;
}

/** What was played, and how far the playing is. */
export interface Played {
  readonly results: ReadonlyMap<string, SimResult>;
  /** Years per scenario on this machine; null until it was tried. */
  readonly years: number | null;
  /** Years done of the one that is played now; null: nothing is played. */
  readonly done: number | null;
  /** How long the last one took, in seconds. */
  readonly seconds: number | null;
  readonly failed: boolean;
}

const NOTHING: Played = { results: new Map(), years: null, done: null, seconds: null, failed: false };

/**
 * Plays what is wanted, one after the other, first things first; what was played is kept. What nobody wants any more is
 * stopped at once. `of` is what all of it rests on: when it changes, everything is played anew.
 */
export const usePlayed = (of: string, wanted: readonly Wanted[]): Played => {
  const [{ about, played }, setAll] = useState({ about: of, played: NOTHING });
  const kept = about === of ? played : NOTHING;
  const next = wanted.find(({ key }) => !kept.results.has(key));
  const first = useRef<SimModel | undefined>(undefined);
  first.current = next?.model;
  const { years, failed } = kept;
  const key = failed ? undefined : next?.key;

  useEffect(() => endPlayers, []);
  useEffect(() => {
    const model = first.current;
    if (key === undefined || model === undefined) return;
    const change = (made: (before: Played) => Played): void =>
      setAll((before) => ({ about: of, played: made(before.about === of ? before.played : NOTHING) }));
    let stop: () => void = () => undefined;
    const settled = setTimeout(
      () => {
        const fault = (): void => change((before) => ({ ...before, done: null, failed: true }));
        if (years === null) {
          const trial = tryPlaying(model);
          stop = trial.stop;
          trial.years.then(
            (found) => found !== null && change((before) => ({ ...before, years: found })),
            fault,
          );
          return;
        }
        const begun = performance.now();
        let told = begun;
        const play = playYears(model, years, (done) => {
          if (performance.now() < told + TELL_MS) return;
          told = performance.now();
          change((before) => ({ ...before, done }));
        });
        stop = play.stop;
        play.result.then((result) => {
          if (result === null) return;
          const seconds = (performance.now() - begun) / 1000;
          change((before) => ({
            ...before,
            done: null,
            seconds,
            results: new Map(before.results).set(key, result),
          }));
        }, fault);
      },
      years === null ? 0 : SETTLE_MS,
    );
    return () => {
      clearTimeout(settled);
      stop();
    };
  }, [of, key, years]);
  return kept;
};
