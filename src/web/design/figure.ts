import {
  DEFAULT_FRESHNESS,
  type FigurePhase,
  type FigureSource,
  type FreshnessLimits,
  figurePhase,
} from '#kernel/freshness.ts';
import { type Instant, MINUTE } from '#kernel/interval.ts';

/** When and how a published number came to us. `asOf` null: it never came. */
export interface FigureOrigin {
  readonly asOf: Instant | null;
  readonly source: FigureSource | null;
  readonly limits?: FreshnessLimits;
}

/** A figure as the API sends it (ISO instants), ready for Age and FreeBox: `<Age {...originOf(site.figure)} />`. */
export const originOf = (figure: { asOf: string | null; source: FigureSource | null }): FigureOrigin => ({
  asOf: figure.asOf === null ? null : Date.parse(figure.asOf),
  source: figure.source,
});

/** What a figure's age means now: its phase, its age in milliseconds, and how much of the fuse is left (1 to 0). */
export interface FigureAge {
  readonly phase: FigurePhase;
  readonly age: number;
  readonly left: number;
}

/** The age of a figure at a moment. */
export const figureAge = (
  { asOf, source, limits = DEFAULT_FRESHNESS }: FigureOrigin,
  now: Instant,
): FigureAge => {
  const age = asOf === null ? 0 : Math.max(0, now - asOf);
  const left = asOf === null ? 0 : Math.max(0, 1 - age / (limits.tooOldAfterMinutes * MINUTE));
  return { phase: figurePhase(asOf, source, now, limits), age, left };
};
