/** How soon, in the words of the agreement. */
export const URGENCIES = ['crisis', 'today', 'within-72-hours', 'planned'] as const;
export type Urgency = (typeof URGENCIES)[number];
