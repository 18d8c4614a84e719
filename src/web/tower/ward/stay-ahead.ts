import type { Bar } from './timeline.ts';

/** So much of the sheet a few words need, 0 to 100. */
const ROOM_FOR_WORDS = 14;

/** Where behind the bar of a stay there is room to say what is in the way; null: nowhere. */
export const roomBehind = (bars: readonly Bar[]): { readonly stay: Bar; readonly left: number } | null => {
  const stay = bars.find(({ kind, overdue }) => kind === 'stay' && !overdue);
  if (stay === undefined || stay.endsAfter) return null;
  const left = stay.left + stay.width;
  const next = Math.min(
    100,
    ...bars.filter((bar) => bar !== stay && bar.left >= left - 1).map((bar) => bar.left),
  );
  return next - left < ROOM_FOR_WORDS ? null : { stay, left };
};
