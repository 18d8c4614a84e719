import type pg from 'pg';
import { type ApiHouse, asking, openApiHouse, type Sent, type With } from '#app/api-house.fixture.ts';
import { instantOf, isoFromInstant } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import { loadPicture } from '#modules/capacity/index.ts';
import type { PlaceState } from '#modules/capacity/types.ts';
import { followCapacity } from '#modules/placement/index.ts';
import type { Professional } from '#modules/region/types.ts';
import { concernsHandover, concernsStay, followHandover, followStay } from '#modules/stay/index.ts';
import type { Tx } from '#platform/db/database.ts';
import type { WrittenEntry } from '#platform/diary/diary.ts';
import { homeOf } from './acts.fixture.ts';
import { ZONE } from './oracle.fixture.ts';
import { openReader, type Standing } from './real-truth.fixture.ts';
import { CARES, type Command, type Receiver, type World } from './world.fixture.ts';

/** Citizen service numbers that pass their test and are nobody's. */
const NUMBERS = ['999990007', '999990019', '999990020'] as const;
const REASONS = { 'reo-observation': 'observation', 'wlz-crisis': 'crisis', 'elv-high': 'recovery' } as const;
const LINES = `select id, xid::text as xid, at, room, event, subject, unit_id as "unitId",
  organisation_id as "organisationId", actor, body from platform_diary where id > $1 order by id`;
const WRITTEN = 'capacity_claim, placement_request, people_person, platform_key, platform_diary';

type Of<D extends Command['do']> = Extract<Command, { do: D }>;
type Answer = Awaited<ReturnType<ApiHouse['post']>>;
type Post = (who: Professional, path: string, body: unknown, more?: With) => Promise<Answer>;

/** The real house over HTTP on a real database, emptied for each history. */
export interface RealStays {
  begin(start: Instant): Promise<World>;
  /** The owner of the tables, who may plant something in them. */
  readonly owner: ApiHouse['owner'];
  close(): Promise<void>;
}

/** Somebody is asked for and accepted, on figures of this moment. */
const ask = async (api: ApiHouse, post: Post, { person, bed, care }: Of<'ask'>): Promise<Answer> => {
  const { small, clock } = api;
  const home = homeOf(bed);
  await post(small.wards[home], `/units/${small.units[home]}/confirmations`, {});
  const who = { name: `Persoon ${person}`, birthDate: '1941-05-02', sex: 'female', bsn: NUMBERS[person] };
  const more = { person: who, reason: REASONS[care], urgency: 'today', wantedFrom: isoFromInstant(clock.at) };
  const place = small.places[home][bed % 2] as string;
  const sent = await post(small.gp, '/requests', asking([place], more));
  if (sent.statusCode !== 200) return sent;
  const offer = sent.json<Sent>().request.offers[0]?.id ?? '';
  return post(small.wards[home], `/offers/${offer}/accept`, { doctor: 'dr. Oefen' });
};

const receiverOf = (api: ApiHouse, to: Receiver, home: 0 | 1): unknown => {
  if (to === 'outside') return { name: 'Huis Verweg', phone: '0592-00 41 99' };
  const { gp, wards } = api.small;
  return { organisationId: to === 'gp' ? gp.organisationId : wards[home === 0 ? 1 : 0].organisationId };
};

/** An act about the handover of a stay. */
const handOver = (
  api: ApiHouse,
  post: Post,
  command: Command,
  standing: Standing,
): Promise<Answer> | null => {
  const { stayId, home, handover } = standing;
  const [ward, url] = [api.small.wards[home], `/stays/${stayId}/handover`];
  const version = handover?.version ?? 0;
  if (command.do === 'write') {
    const sections = [{ code: command.section, text: command.text }];
    const body = { sections, receiver: receiverOf(api, command.to, home) };
    return api.call(ward, 'PUT', `/api/v1${url}`, body, { version });
  }
  if (command.do === 'send') return post(ward, `${url}/send`, {}, { version });
  const act = `/handovers/${handover?.id}`;
  if (command.do === 'revoke') return post(ward, `${act}/revoke`, {}, { version });
  if (command.do === 'phone')
    return post(ward, `${act}/confirm-by-phone`, { spoke: 'zr. Ver', doctor: 'dr. Verder' }, { version });
  if (command.do !== 'confirm') return null;
  const receiver = handover?.toOrg === api.small.gp.organisationId ? api.small.gp : api.small.wards[1 - home];
  return post(receiver as Professional, `${act}/confirm`, { doctor: 'dr. Verder' }, { version });
};

/** What the doctor of the house decided. */
const extension = ({ on, role }: Of<'extend'>) => ({
  ...{ untilDay: on, role, reason: 'De woning is nog niet klaar', decidedBy: 'dr. Oefen' },
});

const onStay = (api: ApiHouse, post: Post, command: Command, standing: Standing): Promise<Answer> => {
  const { stayId, home, claimId, claimVersion, version } = standing;
  const [ward, stay, claim] = [api.small.wards[home], `/stays/${stayId}`, `/claims/${claimId}`];
  switch (command.do) {
    case 'move': {
      const placeId = api.small.places[home][command.bed % 2];
      return post(ward, `${claim}/move`, { placeId }, { version: claimVersion });
    }
    case 'depart': {
      const at = isoFromInstant(api.clock.at - command.ago);
      const body = { at, destination: command.to, cleaningMinutes: 0 };
      return post(ward, `${claim}/departure`, body, { version: claimVersion });
    }
    case 'expect': {
      const until = isoFromInstant(instantOf(command.on, 10 * 60 + 30, ZONE));
      return post(ward, `${stay}/expected-end`, { until }, { version: claimVersion });
    }
    case 'extend':
      return post(ward, `${stay}/extension`, extension(command));
    case 'away':
      return post(ward, `${stay}/absence`, { reason: 'leave' });
    case 'back':
      return post(ward, `${stay}/absence/end`, {});
    default:
      return post(ward, `${stay}/care`, { product: (command as Of<'care'>).care }, { version });
  }
};

/** Follows what happened since, as the house does beside us: everything it hears twice, it must do once. */
const openFollowing = (api: ApiHouse, reader: pg.Client) => {
  let last = 0;
  const as = (
    organisationId: string,
    work: (tx: Tx, doing: Parameters<typeof followStay>[2]) => Promise<unknown>,
  ) =>
    api.house.database.transaction({ actor: 'system', organisationId }, async (tx) =>
      work(tx, {
        actor: { id: 'system', organisationId },
        now: api.clock.at,
        region: await api.house.regionOf(tx),
      }),
    );
  const heard = async (line: WrittenEntry): Promise<void> => {
    const home = api.small.units.indexOf(line.unitId ?? '');
    if (concernsStay(line) && home >= 0)
      await as(api.small.wards[home]?.organisationId ?? '', (tx, doing) => followStay(tx, line, doing));
    if (concernsHandover(line) && line.organisationId !== null)
      await as(line.organisationId, (tx, doing) => followHandover(tx, line, doing));
  };
  const follow = async (): Promise<void> => {
    const { rows: lines } = await reader.query<WrittenEntry>(LINES, [last]);
    for (const line of lines) {
      await as(api.small.desk.organisationId, (tx, doing) =>
        followCapacity(tx, line, api.house.nextPlaces, doing),
      );
      await heard(line);
    }
    last = lines.at(-1)?.id ?? last;
    if (lines.length > 0) await follow();
  };
  return follow;
};

const statesOf = async (api: ApiHouse): Promise<PlaceState[]> => {
  const { small, clock, house } = api;
  const picture = await house.database.transaction({ actor: 'model', organisationId: null }, (tx) =>
    loadPicture(tx, clock.at),
  );
  return small.units.flatMap((unitId, home) => {
    const look = picture.look(unitId, clock.at);
    const known = look?.facts.places ?? [];
    const stateOf = (id: string) => look?.best[known.findIndex((place) => place.id === id)] ?? 'unknown';
    return (small.places[home as 0 | 1] as string[]).map(stateOf);
  });
};

/** Builds it once; histories follow one another. */
export const openRealStays = async (now: Instant): Promise<RealStays> => {
  const api = await openApiHouse({ now, placesPerUnit: 2, products: [...CARES] });
  const truth = await openReader(api);
  const begin = async (start: Instant): Promise<World> => {
    api.clock.at = start;
    await truth.empty(WRITTEN, start);
    const follow = openFollowing(api, truth.reader);
    let keys = 0;
    const post: Post = (who, path, body, more) =>
      api.post(who, path, body, { key: `${start}-${++keys}`, ...more });
    const answer = async (command: Command): Promise<Answer> => {
      if (command.do === 'ask') return ask(api, post, command);
      const request = await truth.requestOf(command.person);
      const { small } = api;
      if (command.do === 'cancel')
        return post(small.gp, `/requests/${request?.id}/close`, { reason: 'withdrawn', code: 'mistake' });
      if (command.do === 'arrive')
        return post(small.wards[request?.home ?? 0], `/requests/${request?.id}/arrival`, {});
      const standing = await truth.standing(command.person);
      return handOver(api, post, command, standing) ?? onStay(api, post, command, standing);
    };
    return {
      async perform(command) {
        const done = await answer(command);
        await follow();
        if (done.statusCode === 200) return null;
        return done.statusCode >= 500 ? 'fault' : done.json<{ code: string }>().code;
      },
      look: () => truth.look(),
      async board() {
        for (const home of [0, 1] as const)
          await post(api.small.wards[home], `/units/${api.small.units[home]}/confirmations`, {});
        return statesOf(api);
      },
      setClock(to) {
        api.clock.at = to;
      },
    };
  };
  return {
    ...{ begin, owner: api.owner },
    async close() {
      await truth.close();
      await api.close();
    },
  };
};
