import { HOUR, type Instant, MINUTE } from './interval.ts';

/** How a published figure came to us: a tap, a link with another system, the work itself, a phone call, a file. */
export const FIGURE_SOURCES = ['tap', 'link', 'work', 'phone', 'import'] as const;
export type FigureSource = (typeof FIGURE_SOURCES)[number];

/** How much a figure can be trusted by its age. Only fresh and old figures count as free. */
export type FigurePhase = 'fresh' | 'old' | 'too-old' | 'silent' | 'never';

/** From when a figure is old, too old, or its link is silent: minutes, agreed per region. */
export interface FreshnessLimits {
  readonly oldAfterMinutes: number;
  readonly tooOldAfterMinutes: number;
  readonly silentAfterMinutes: number;
}

/** The limits a region starts with (4 h, 12 h, 15 min). */
export const DEFAULT_FRESHNESS: FreshnessLimits = {
  oldAfterMinutes: (4 * HOUR) / MINUTE,
  tooOldAfterMinutes: (12 * HOUR) / MINUTE,
  silentAfterMinutes: 15,
};

/** The phase of a figure with this moment and source, now. A figure from the future (clock jump) counts as fresh. */
export const figurePhase = (
  asOf: Instant | null,
  source: FigureSource | null,
  now: Instant,
  limits: FreshnessLimits,
): FigurePhase => {
  if (asOf === null) return 'never';
  const minutes = (now - asOf) / MINUTE;
  if (minutes > limits.tooOldAfterMinutes) return 'too-old';
  if (source === 'link' && minutes > limits.silentAfterMinutes) return 'silent';
  return minutes > limits.oldAfterMinutes ? 'old' : 'fresh';
};

/** Does a figure of this phase still count as a free place? */
export const counts = (phase: FigurePhase): boolean => phase !== 'too-old' && phase !== 'never';
