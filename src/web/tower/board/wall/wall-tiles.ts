import type { Instant } from '#kernel/interval.ts';
import type { Board } from '#tower/contract.ts';
import {
  type BoardGroup,
  type BoardLine,
  groupsOf,
  isUnknown,
  linesOf,
} from '#web/tower/board/board-lines.ts';

/** Readable from four metres means few words: what does not fit is counted, never made smaller. */
const SITES_ON_A_TILE = { few: 4, many: 3 };
/** Up to six products the tiles are tall, from seven on they are lower. */
const FEW = 6;

/** One product on the wall: its sums, the sites that matter most now, and how many more there are. */
export interface WallTile {
  readonly group: BoardGroup;
  readonly lines: readonly BoardLine[];
  readonly more: number;
}

/** Who can take somebody first, then who must be called, then who is full; within those by name. */
const weight = (line: BoardLine, now: Instant): number => {
  if (isUnknown(line, now)) return 1;
  return (line.row.free ?? 0) > 0 ? 0 : 2;
};

/** The tiles of the wall, one per product of the region. */
export const wallTiles = (board: Board, now: Instant): WallTile[] => {
  const everything = { product: null, km: null, from: '', today: false, full: true };
  const groups = groupsOf(linesOf(board, null), everything, now);
  const most = groups.length > FEW ? SITES_ON_A_TILE.many : SITES_ON_A_TILE.few;
  return groups.map((group) => {
    const lines = group.lines.toSorted(
      (a, b) => weight(a, now) - weight(b, now) || (b.row.free ?? 0) - (a.row.free ?? 0),
    );
    return {
      group,
      lines: lines.slice(0, most),
      more: Math.max(0, lines.length - most),
    };
  });
};
