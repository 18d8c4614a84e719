/** Why something about a stay cannot be done. */
export type StayCode = 'stay-unknown' | 'stay-over';
