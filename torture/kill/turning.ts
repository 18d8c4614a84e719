import { setTimeout as wait } from 'node:timers/promises';
import type { Ask, Reply } from '#torture/house/caller.ts';
import { insist, type Placing } from './hands.ts';
import { thresholdKey } from './outlook-told.ts';

const PAUSE_MS = 300;
/** So many scenarios are kept; after that the ones that are there change. */
const SCENARIOS = 10;

const told = async (placing: Placing, ask: Ask): Promise<Reply['body'] | null> => {
  const reply = await insist(placing, { ...ask, token: placing.tokens.manager });
  if (reply.status === 200) return reply.body;
  placing.ledger.strange.push(`${ask.path.split('/').at(-1)} ${reply.status} ${reply.body['code']}`);
  return null;
};

/** Says when the region wants to hear, in a version of its own. */
const setThreshold = async (
  placing: Placing,
  threshold: { readonly kind: string; readonly product: string | null; readonly figure: number },
  number: number,
): Promise<void> => {
  const body = { ...threshold, on: true, days: 1, version: number };
  const key = `m-${number}-${threshold.kind}`;
  if ((await told(placing, { method: 'PUT', path: '/outlook/thresholds', body, key })) === null) return;
  const { kind, product, figure } = threshold;
  placing.ledger.outlook.thresholds.set(thresholdKey(kind, product, number + 1), figure);
};

const keep = async (placing: Placing, number: number): Promise<void> => {
  const name = `S${number}`;
  const body = { name, levers: { product: null }, seed: number, years: 1, rows: [] };
  const kept = await told(placing, { path: '/outlook/scenarios', body, key: `m-${number}-keep` });
  if (kept !== null) placing.ledger.outlook.scenarios.set(String(kept['id']), { name, version: 1 });
};

/** Another version of a scenario that is there. */
const change = async (placing: Placing, number: number): Promise<void> => {
  const { scenarios } = placing.ledger.outlook;
  const chosen = [...scenarios][number % scenarios.size];
  if (chosen === undefined) return;
  const [id, { version }] = chosen;
  const name = `S${number} anders`;
  const ask = { method: 'PATCH', path: `/outlook/scenarios/${id}`, body: { name }, version } as const;
  if ((await told(placing, { ...ask, key: `m-${number}-change` })) !== null)
    scenarios.set(id, { name, version: version + 1 });
};

/** Takes note of what was said to be coming. */
const see = async (placing: Placing, number: number): Promise<void> => {
  const alerts = await told(placing, { method: 'GET', path: '/outlook/alerts' });
  const open = (alerts?.['open'] ?? []) as readonly { readonly id: string; readonly seenAt: string | null }[];
  const first = open.find(({ seenAt }) => seenAt === null);
  if (first === undefined) return;
  const ask = { path: `/outlook/alerts/${first.id}/seen`, body: {}, key: `m-${number}-seen` };
  if ((await told(placing, ask)) !== null) placing.ledger.outlook.seen.add(first.id);
};

/** Who steers the region: sets when it wants to hear, keeps and changes what was tried, takes note of alerts, until it is over. */
export const keepTurning = async (placing: Placing): Promise<void> => {
  for (let number = 0; !placing.isOver(); number++) {
    await setThreshold(placing, { kind: 'departures-wait', product: null, figure: 1 + (number % 5) }, number);
    if (placing.ledger.outlook.scenarios.size < SCENARIOS) await keep(placing, number);
    await change(placing, number);
    // Of this care there are no beds here, so that nothing is said of it: only that it was set must stay.
    await setThreshold(
      placing,
      { kind: 'no-place-ahead', product: 'grz', figure: (number % 10) / 10 },
      number,
    );
    await see(placing, number);
    await wait(PAUSE_MS);
  }
};
