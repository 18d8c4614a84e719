import type { MoveAnswer, MoveLine } from '#modules/day-treatment/contract.ts';

/** The columns of the file, as they are called in its first line. */
export const COLUMNS = ['number', 'treatment', 'given', 'visits', 'pc4', 'lying', 'supervision'] as const;

/** A file to begin with: one invented person for each treatment that can be given. */
export const exampleOf = (codes: readonly string[]): string[][] => [
  [...COLUMNS],
  ...codes.map((code, at) => [`DB-${String(at + 1).padStart(4, '0')}`, code, '1', '2', '9401', 'no', 'no']),
];

/** Which lines are in sight: all, who could come, or who stays for one reason. */
export type Sight = 'all' | 'could' | NonNullable<MoveLine['why']>;

/** Does this line stand in this sight? */
export const isIn = (sight: Sight, { why }: MoveLine): boolean => {
  if (sight === 'all') return true;
  return sight === 'could' ? why === null : why === sight;
};

/** Every sight that holds somebody, with how many; the reasons with the most first. */
export const sightsOf = ({ lines, could }: MoveAnswer): { sight: Sight; count: number }[] => {
  const reasons = new Map<Sight, number>();
  for (const { why } of lines) if (why !== null) reasons.set(why, (reasons.get(why) ?? 0) + 1);
  const stays = [...reasons].map(([sight, count]) => ({ sight, count })).sort((a, b) => b.count - a.count);
  return [
    { sight: 'all' as const, count: lines.length },
    { sight: 'could' as const, count: could },
    ...stays,
  ].filter(({ count }) => count > 0);
};
