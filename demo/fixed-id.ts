const KINDS = [
  'organisation',
  'site',
  'unit',
  'professional',
  'place',
  'agreement',
  'room',
  'team',
  'hsds',
  'hsds-kind',
  'hsds-taxonomy',
  'hsds-provider',
  'hsds-told',
] as const;

/** Ids of the practice region are always the same: a bookmark of yesterday still opens the same ward. */
export const fixedId = (kind: (typeof KINDS)[number], n: number): string =>
  `0190d4a0-0000-7${(KINDS.indexOf(kind) + 1).toString(16).padStart(3, '0')}-8000-${n.toString(16).padStart(12, '0')}`;
