/** A scenario as it was told last. */
interface ScenarioTold {
  readonly name: string;
  readonly version: number;
}

/** What the manager and the house were told in the room that looks ahead. */
export interface OutlookTold {
  /** By id. */
  readonly scenarios: Map<string, ScenarioTold>;
  /** What the region set, by kind, product and version. */
  readonly thresholds: Map<string, number>;
  /** Alerts somebody took note of. */
  readonly seen: Set<string>;
  /** Days of which two servers at once did the work, to the end. */
  readonly mornings: string[];
  /** Those of them that began when the region wanted to hear of departures. */
  readonly warned: string[];
}

/** Nothing was told yet. */
export const nothingAhead = (): OutlookTold => ({
  ...{ scenarios: new Map(), thresholds: new Map(), seen: new Set(), mornings: [], warned: [] },
});

/** Under which name a version of a threshold stands in the ledger and with the judge. */
export const thresholdKey = (kind: string, product: string | null, version: number): string =>
  `${kind} ${product ?? '-'} ${version}`;

/** How many commands were answered with yes, and mornings done. */
export const toldAhead = ({ scenarios, thresholds, seen, mornings }: OutlookTold): number =>
  [...scenarios.values()].reduce((sum, { version }) => sum + version, 0) +
  thresholds.size +
  seen.size +
  mornings.length;
