import { instantOf, weekdayOf } from '#kernel/calendar.ts';
import { DAY, type Instant, MINUTE } from '#kernel/interval.ts';
import type { Ward } from '#tower/contract.ts';

/** A bed of the ward with its claims and closures. */
export type WardPlace = Ward['places'][number];
/** One stretch on a bed. */
export type WardClaim = WardPlace['claims'][number];
/** One closing of a bed. */
export type WardClosure = WardPlace['closures'][number];

/** What a bar on the timeline means. */
export type BarKind = 'stay' | 'planned' | 'hold' | 'displaced' | 'cleaning' | 'free' | 'closed' | 'unknown';

/** One bar: where it lies on the width of the sheet (0 to 100) and what it stands for. */
export interface Bar {
  readonly key: string;
  readonly kind: BarKind;
  readonly left: number;
  readonly width: number;
  /** From here on the end is uncertain, or the stay is over its end; null when neither. Share of the bar, 0 to 100. */
  readonly split: number | null;
  readonly overdue: boolean;
  /** Ends in sight with a certain end: gets a flag. */
  readonly flag: boolean;
  readonly opensBefore: boolean;
  readonly endsAfter: boolean;
  /** When it ends, or null when that lies beyond the sheet. */
  readonly until: Instant | null;
  readonly claim: WardClaim | null;
  readonly closure: WardClosure | null;
}

/** The stretch of time on the sheet. */
export interface Sheet {
  readonly from: Instant;
  readonly until: Instant;
  readonly now: Instant;
}

/** The sheet of a ward at a moment. */
export const sheetOf = (ward: Ward, now: Instant): Sheet => ({
  from: Date.parse(ward.from),
  until: Date.parse(ward.until),
  now,
});

/** Where a moment lies on the sheet, 0 to 100; outside it sticks to the edge. */
const place = (at: Instant, { from, until }: Sheet): number =>
  Math.max(0, Math.min(100, ((at - from) / (until - from)) * 100));

const instant = (iso: string | null): Instant | null => (iso === null ? null : Date.parse(iso));

/** A displaced person says who and when, and where to look: that takes some width. */
const ROOM_TO_SPEAK = 6.5 * DAY;

interface Stretch {
  readonly from: Instant;
  readonly until: Instant;
  /** Where certainty ends, or where it should have ended. */
  readonly turn?: Instant | null;
}

const bar = (
  kind: BarKind,
  key: string,
  stretch: Stretch,
  sheet: Sheet,
  rest: Partial<Bar> = {},
): Bar | null => {
  if (stretch.until <= sheet.from || stretch.from >= sheet.until) return null;
  const left = place(stretch.from, sheet);
  const width = Math.max(0, place(stretch.until, sheet) - left);
  // Certain beyond the sheet: on this sheet nothing is uncertain.
  const turn = (stretch.turn ?? sheet.until) < sheet.until ? (stretch.turn ?? null) : null;
  return {
    key,
    kind,
    left,
    width,
    split: turn === null || width === 0 ? null : Math.max(0, ((place(turn, sheet) - left) / width) * 100),
    overdue: false,
    flag: false,
    opensBefore: stretch.from < sheet.from,
    endsAfter: stretch.until > sheet.until,
    until: stretch.until > sheet.until ? null : stretch.until,
    claim: null,
    closure: null,
    ...rest,
  };
};

/** Who is here: to the expected end; striped up to now when over it; dashed up to the latest end when uncertain. */
const stayBar = (claim: WardClaim, sheet: Sheet): Bar | null => {
  const from = Date.parse(claim.from);
  const end = instant(claim.until) ?? sheet.until + DAY;
  const latest = instant(claim.latestEnd);
  if (claim.overdue) {
    const stretch = { from, until: Math.max(sheet.now, from), turn: end };
    return bar('stay', claim.claimId, stretch, sheet, { claim, overdue: true });
  }
  if (latest !== null && latest > end) {
    return bar('stay', claim.claimId, { from, until: latest, turn: end }, sheet, { claim });
  }
  const flag = end >= sheet.from && end <= sheet.until;
  return bar('stay', claim.claimId, { from, until: end }, sheet, { claim, flag });
};

const claimBar = (claim: WardClaim, takenUntil: Instant, sheet: Sheet): Bar | null => {
  const from = Date.parse(claim.from);
  const until = instant(claim.until) ?? sheet.until + DAY;
  if (claim.displaced) {
    // Behind who still lies there: what was planned is pushed to where the bed is open again, or to now.
    const start = Math.max(from, sheet.now, takenUntil);
    return bar(
      'displaced',
      claim.claimId,
      { from: start, until: Math.max(until, start + ROOM_TO_SPEAK) },
      sheet,
      {
        claim,
      },
    );
  }
  switch (claim.kind) {
    case 'stay':
      return stayBar(claim, sheet);
    case 'reserved':
      return bar('planned', claim.claimId, { from, until }, sheet, { claim });
    case 'hold':
      return bar('hold', claim.claimId, { from, until: instant(claim.expiresAt) ?? until }, sheet, { claim });
    case 'cleaning':
      return bar('cleaning', claim.claimId, { from, until }, sheet, { claim });
  }
};

const closureBar = (closure: WardClosure, sheet: Sheet): Bar | null =>
  bar(
    'closed',
    closure.id,
    { from: Date.parse(closure.from), until: instant(closure.until) ?? sheet.until + DAY },
    sheet,
    { closure },
  );

/** When the first thing after now takes the bed; beyond the sheet when nothing does. */
const nextTaken = (bed: WardPlace, sheet: Sheet): Instant => {
  const starts = [...bed.claims.map(({ from }) => from), ...bed.closures.map(({ from }) => from)]
    .map((from) => Date.parse(from))
    .filter((from) => from > sheet.now);
  return Math.min(sheet.until + DAY, ...starts);
};

/** The clock of the sheet moves once a minute: cleaning that began a moment ago already explains why the bed is closed. */
const cleanedNow = (bed: WardPlace, sheet: Sheet): boolean =>
  bed.claims.some(
    ({ kind, from, until }) =>
      kind === 'cleaning' &&
      Date.parse(from) <= sheet.now + MINUTE &&
      sheet.now < (instant(until) ?? sheet.until),
  );

/** A bed with nobody in it has no claim of its own; its bar runs from now, or from when one can come, to what is next. */
const openBar = (bed: WardPlace, sheet: Sheet): Bar | null => {
  const until = instant(bed.freeUntil) ?? nextTaken(bed, sheet);
  switch (bed.state) {
    case 'free':
      return bar('free', `${bed.id} free`, { from: sheet.now, until }, sheet);
    case 'soon':
      return bar('free', `${bed.id} free`, { from: instant(bed.changesAt) ?? sheet.now, until }, sheet);
    case 'unknown':
      return bar('unknown', `${bed.id} unknown`, { from: sheet.now, until }, sheet);
    case 'closed':
      if (bed.closures.length > 0 || cleanedNow(bed, sheet)) return null;
      return bar(
        'closed',
        `${bed.id} closed`,
        { from: sheet.now, until: instant(bed.changesAt) ?? until },
        sheet,
      );
    default:
      return null;
  }
};

const takenUntil = (bed: WardPlace, sheet: Sheet): Instant =>
  Math.max(
    sheet.from,
    ...bed.claims
      .filter(({ kind, displaced, overdue }) => kind === 'stay' && !displaced && !overdue)
      .map(({ until, latestEnd }) => instant(latestEnd) ?? instant(until) ?? sheet.from),
  );

/** The bars of a bed from left to right. */
export const barsOf = (bed: WardPlace, sheet: Sheet): Bar[] => {
  const taken = takenUntil(bed, sheet);
  const covered = bed.claims.some(({ kind, displaced }) => kind === 'stay' && !displaced);
  return [
    ...bed.claims.map((claim) => claimBar(claim, taken, sheet)),
    ...bed.closures.map((closure) => closureBar(closure, sheet)),
    covered ? null : openBar(bed, sheet),
  ]
    .filter((each) => each !== null)
    .sort((a, b) => a.left - b.left);
};

/** A day on the sheet: where it begins, how wide it is, and whether it is a weekend. A day of 25 hours is wider. */
export interface SheetDay {
  readonly day: string;
  readonly begins: Instant;
  readonly left: number;
  readonly width: number;
  readonly weekend: boolean;
}

/** The days of the sheet. `zone` is the zone of the site. */
export const sheetDays = (days: readonly string[], sheet: Sheet, zone: string): SheetDay[] => {
  const starts = days.map((day) => instantOf(day, 0, zone));
  return days.map((day, index) => {
    const begins = starts[index] ?? sheet.from;
    const left = place(begins, sheet);
    const right = place(starts[index + 1] ?? sheet.until, sheet);
    return { day, begins, left, width: right - left, weekend: weekdayOf(day) >= 6 };
  });
};

/** Which bar of the next bed lies nearest to this one, for the arrows up and down. */
export const nearestBar = (bars: readonly Bar[], left: number): Bar | undefined =>
  bars.toSorted((a, b) => Math.abs(a.left - left) - Math.abs(b.left - left))[0];
