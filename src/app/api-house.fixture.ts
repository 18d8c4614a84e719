import type { LightMyRequestResponse } from 'fastify';
import pg from 'pg';
import { makeSmallRegion, type SmallRegion, type SmallWish } from '#demo/small.ts';
import type { Instant } from '#kernel/interval.ts';
import { type TriageProfile, usualAnswers } from '#modules/placement/types.ts';
import type { Professional } from '#modules/region/types.ts';
import { createTestDatabase } from '#platform/postgres/test-database.ts';
import { buildHouse, type House, type HouseParts } from './house.ts';

/** What a caller adds to a command. */
export interface With {
  readonly key?: string;
  readonly version?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Somebody of the region who calls, or a stranger. */
type Caller = Professional | null;
type Answered = LightMyRequestResponse;

/** The whole house over a small region on a database of its own, with a clock that the test sets. */
export interface ApiHouse {
  readonly house: House;
  readonly small: SmallRegion;
  /** The database, as its owner. */
  readonly url: string;
  readonly clock: { at: Instant };
  /** The owner of the tables, who sees everything. */
  readonly owner: pg.Client;
  /** Calls the API, signed in. */
  call(
    who: Caller,
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    body?: unknown,
    more?: With,
  ): Promise<Answered>;
  /** Posts to `/api/v1` and what follows. */
  post(who: Caller, url: string, body: unknown, more?: With): Promise<Answered>;
  /** The next bed of a home that no test has used yet. */
  freshPlace(home?: 0 | 1): string;
  close(): Promise<void>;
}

/** A session is asked anew after this, on the clock of the test. */
const SESSION = 12 * 3_600_000;

/** Builds it; the clock stands at `wish.now` at first. */
export const openApiHouse = async (wish: SmallWish, more: Partial<HouseParts> = {}): Promise<ApiHouse> => {
  const test = await createTestDatabase();
  const small = await makeSmallRegion(test.url, wish);
  const clock = { at: wish.now };
  const house = await buildHouse({
    databaseUrl: test.url,
    connections: 16,
    clock: { now: () => clock.at },
    practice: true,
    logLevel: 'silent',
    version: 'test',
    webFolder: null,
    ...more,
  });
  const owner = new pg.Client({ connectionString: test.url });
  await owner.connect();
  const tokens = new Map<string, { token: string; at: Instant }>();
  const tokenOf = async (who: Professional): Promise<string> => {
    const known = tokens.get(who.id);
    if (known !== undefined && Math.abs(clock.at - known.at) < SESSION) return known.token;
    const payload = { role: who.id };
    const answer = await house.app.inject({ method: 'POST', url: '/api/v1/session', payload });
    const { token } = answer.json<{ token: string }>();
    tokens.set(who.id, { token, at: clock.at });
    return token;
  };
  const call: ApiHouse['call'] = async (who, method, url, body, more = {}) => {
    const headers: Record<string, string> = { ...more.headers };
    if (who !== null) headers['authorization'] = `Bearer ${await tokenOf(who)}`;
    if (more.key !== undefined) headers['idempotency-key'] = more.key;
    if (more.version !== undefined) headers['if-match'] = `"${more.version}"`;
    const payload = body === undefined ? {} : { payload: body as object };
    return house.app.inject({ method, url, headers, ...payload });
  };
  let next = 0;
  return {
    house,
    small,
    url: test.url,
    clock,
    owner,
    call,
    post: (who, url, body, more) => call(who, 'POST', `/api/v1${url}`, body, more),
    freshPlace: (home = 0) => small.places[home][next++] as string,
    async close() {
      await owner.end();
      await house.close();
      await test.drop();
    },
  };
};

/** Somebody for whom a place is asked. */
export const somebody = (change: object = {}) => ({
  name: 'Geertje Hofsteenge',
  birthDate: '1941-05-02',
  sex: 'female',
  ...change,
});

/** The whole triage of an ordinary case, so that a ward can say yes. */
const usualTriage = (change: object) => {
  const { reason, weight } = { reason: 'recovery', weight: 'high', ...change } as TriageProfile;
  return { version: 1, answers: usualAnswers({ reason, weight }) };
};

/** A request in its six fields, to these beds. */
export const asking = (placeIds: readonly string[], change: object = {}) => ({
  reason: 'recovery',
  weight: 'high',
  person: somebody(),
  callbackPhone: '0592-00 17 20',
  remarks: 'Gevallen in de keuken',
  offers: placeIds.map((placeId) => ({ placeId })),
  triage: usualTriage(change),
  // Stories ask for the same person again and again; the one about that says otherwise.
  second: true,
  ...change,
});

/** A request as the API answers it, as far as tests look at it. */
export interface Sent {
  readonly request: {
    readonly id: string;
    readonly state: string;
    readonly offers: readonly { readonly id: string; readonly state: string }[];
    readonly person: { readonly name: string } | null;
    readonly responsible: { readonly organisation: string } | null;
  };
}

/** Sends a request that must go through. */
export const sendRequest = async (
  house: ApiHouse,
  placeIds: readonly string[],
  change: object = {},
): Promise<Sent['request']> => {
  const answer = await house.post(house.small.gp, '/requests', asking(placeIds, change));
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return answer.json<Sent>().request;
};

/** A stay in a fresh bed of the first home: its claim with its version, and the request and person behind it. */
export const admitSomebody = async (house: ApiHouse) => {
  const placeId = house.freshPlace();
  const [ward] = house.small.wards;
  const request = await sendRequest(house, [placeId]);
  await house.post(ward, `/offers/${request.offers[0]?.id}/accept`, { doctor: 'dr. Oefen' });
  const here = await house.post(ward, `/requests/${request.id}/arrival`, {});
  if (here.statusCode !== 200) throw new Error(here.body);
  const { rows } = await house.owner.query<{ id: string; version: number; subject: string }>(
    'select id, version, subject from capacity_claim where place_id = $1 and arrived_at is not null',
    [placeId],
  );
  const [claim] = rows;
  if (claim === undefined) throw new Error('who arrived is not in the bed');
  return { placeId, request, claimId: claim.id, version: claim.version, personId: claim.subject };
};
