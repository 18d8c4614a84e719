import { followedRegions } from '#modules/region/index.ts';
import type { Clock } from '#platform/clock.ts';
import { byHouse } from '#platform/db/by-house.ts';
import type { Database } from '#platform/db/database.ts';
import { type AddressRules, checkAddress } from '#platform/outbox/address.ts';
import { type Got, getFrom } from '#platform/outbox/get.ts';
import { CapacityStatement } from '#tower/contract.ts';
import type { Neighbours } from '#tower/index.ts';

const EVERY_MS = 60_000;
const READER = byHouse('neighbours');

/** Asks another server, safely: never an inner address, no redirects, with a limit of size and time. */
type AskOther = (url: string, headers: Record<string, string>, stop: AbortSignal) => Promise<Got | null>;

/** Checks where an address is at every round, and asks there and nowhere else. */
export const askThrough =
  (rules: AddressRules): AskOther =>
  async (url, headers, stop) => {
    const address = await checkAddress(url, rules);
    return address.ok ? getFrom(address.value, headers, stop) : null;
  };

/** What following other regions works with. */
export interface FollowingParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly neighbours: Neighbours;
  readonly ask: AskOther;
  readonly report: (error: unknown) => void;
}

/** The counts of other regions, asked every minute. */
export interface Following {
  /** Asks now; for who just added a region. */
  nudge(): void;
  stop(): Promise<void>;
}

const statementOf = (body: string): CapacityStatement | null => {
  try {
    const read = CapacityStatement.safeParse(JSON.parse(body));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
};

/** Who does not answer, or answers nonsense, keeps its last figure, which grows older before everybody's eyes. */
const askOne = async (
  parts: FollowingParts,
  region: { id: string; url: string },
  stop: AbortSignal,
): Promise<void> => {
  const { neighbours, clock } = parts;
  const etag = neighbours.etagOf(region.id);
  const answer = await parts.ask(region.url, etag === null ? {} : { 'if-none-match': etag }, stop);
  if (answer === null) return;
  if (answer.status === 304) return neighbours.unchanged(region.id, clock.now());
  const statement = answer.status === 200 ? statementOf(answer.body) : null;
  if (statement !== null) neighbours.received(region.id, statement, { at: clock.now(), etag: answer.etag });
};

/** Starts following; the first round begins at once. */
export const startFollowing = (parts: FollowingParts): Following => {
  let known = '';
  const stopping = new AbortController();
  const round = async (): Promise<void> => {
    const followed = await parts.database.transaction(READER, followedRegions);
    const list = followed.map(({ id, name, url }) => ({ id, name, url }));
    const key = JSON.stringify(list);
    if (key !== known) parts.neighbours.follow(list);
    known = key;
    await Promise.all(list.map((region) => askOne(parts, region, stopping.signal)));
  };
  let busy: Promise<void> | null = null;
  const nudge = (): void => {
    busy ??= round()
      .catch(parts.report)
      .finally(() => {
        busy = null;
      });
  };
  const timer = setInterval(nudge, EVERY_MS);
  timer.unref();
  nudge();
  return {
    nudge,
    async stop() {
      clearInterval(timer);
      stopping.abort();
      await busy;
    },
  };
};
