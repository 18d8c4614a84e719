/** What the region can be warned of: no place of a product expected in time, or many departures that wait for one thing. */
export const ALERT_KINDS = ['no-place-ahead', 'departures-wait'] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];
