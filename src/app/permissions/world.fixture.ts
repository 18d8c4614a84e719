import { createHash } from 'node:crypto';
import { type ApiHouse, openApiHouse, type Sent, sendRequest } from '#app/api-house.fixture.ts';
import type { HouseParts } from '#app/house.ts';
import { writeRegion } from '#modules/region/index.ts';
import { type Professional, ROLES, type Role } from '#modules/region/types.ts';
import { asBefore } from './again.fixture.ts';
import { casesThings } from './cases-world.fixture.ts';
import { conversationThings } from './conversation-world.fixture.ts';
import { orderThings } from './day-world.fixture.ts';
import type { About, Relation } from './matrix.fixture.ts';
import { socialThings } from './social-world.fixture.ts';
import { fileOf, type Ids, stayThings } from './stay-world.fixture.ts';

/** The moment at which the matrix is asked. */
export const NOW = Date.parse('2026-11-23T10:00:00Z');
const TEN_DAYS = 10 * 86_400_000;

/** Words that stand only with people: who may not know them must never meet one. */
export const CANARIES = ['Kanarie', '0599-77', 'Zangvogel', 'kooitje', 'Vinkenslag'] as const;

/** A small region with every role in every relation, and something of everything to ask about. */
export interface World {
  readonly house: ApiHouse;
  /** Somebody of this role, in an organisation that stands in this relation. */
  who(role: Role, relation: Relation, about: About): Professional;
  /** The token of somebody whose session is over. */
  readonly expired: string;
  /** What a row about this is asked of, in this relation. */
  idsOf(about: About, relation: Relation): Ids;
  /** The same with a fresh one of what can be taken away only once. */
  renew(route: string, ids: Ids, who: Professional | null): Promise<Ids>;
  close(): Promise<void>;
}

/** The same id in every run: two worlds may then be laid beside one another. */
const fixed = (name: string): string => {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

const organisation = (code: string, kind: 'gp' | 'care-provider') => ({
  ...{ id: fixed(`organisation ${code}`), code, name: `Vreemd ${code}`, kind, phone: null, email: null },
  ...{ party: true, ura: null, agb: null },
});

/** Whom this organisation employs, one in every role. */
const staffOf = (code: string, organisationId: string, of: Pick<Professional, 'siteId' | 'unitId'>) =>
  ROLES.map(
    (role): Professional => ({
      ...{ id: fixed(`${role} of ${code}`), organisationId, role, phone: '0592001720', ...of },
      name: `Oefen ${role}`,
    }),
  );

const asked = (name: string) => ({
  person: {
    ...{ name: `${name} Kanarie`, birthDate: '1941-05-02', sex: 'female', phone: '0599-77 01 01' },
    ...{ kinName: 'Zangvogel', kinPhone: '0599-77 01 02' },
  },
  callbackPhone: '0599-77 01 03',
  remarks: 'Heeft een kooitje bij zich',
  wish: 'Bij de Vinkenslag',
});

const webhookOf = async (house: ApiHouse): Promise<string> => {
  const body = { url: 'https://93.184.215.14/hier', topics: ['request'] };
  const made = await house.post(house.small.wards[0], '/webhooks', body);
  return made.json<{ id: string }>().id;
};

/** What a line about something of a house or the region needs, made through the API or by hand where nothing makes it. */
const makeThings = async (house: ApiHouse, placeId: string): Promise<Ids> => {
  const { small, owner } = house;
  const [ward] = small.wards;
  const webhook = await webhookOf(house);
  const closed = await house.post(ward, `/units/${small.units[0]}/closures`, {
    ...{ placeId: house.freshPlace(), reason: 'maintenance' },
    until: new Date(NOW + 86_400_000).toISOString(),
  });
  const held = await house.post(small.gp, '/holds', { placeId: house.freshPlace(), product: 'elv-high' });
  if (closed.statusCode + held.statusCode !== 400) throw new Error(`${closed.body} ${held.body}`);
  const [team, room, delivery, alert] = [fixed('team'), fixed('room'), fixed('delivery'), fixed('alert')];
  await owner.query(
    `insert into capacity_team (id, organisation_id, name, neighbourhood, pc4s, kind, phone)
     values ($1, $2, 'Wijkteam', 'Peelo', '{9405}', 'home-care', '0592001720')`,
    [team, ward.organisationId],
  );
  await owner.query("insert into capacity_room (id, unit_id, code) values ($1, $2, 'k1')", [
    room,
    small.units[0],
  ]);
  await owner.query(
    `insert into platform_delivery (id, kind, organisation_id, receiver_id, dedup_id, event, state, made_at)
     values ($1, 'webhook', $2, $3, 'matrix', 'test', 'dead', now())`,
    [delivery, ward.organisationId, webhook],
  );
  await owner.query(
    `insert into review_alert (id, organisation_id, actor, person_id, round, rules, first_at, last_at, raised_at)
     values ($1, $2, $3, null, 1, '{volume}', now(), now(), now())`,
    [alert, ward.organisationId, ward.id],
  );
  const [offers, service] = [fixed('offers services'), fixed('service')];
  await owner.query(
    "insert into social_hsds_organization (id, name, description) values ($1, 'Welzijn', 'Helpt')",
    [offers],
  );
  await owner.query(
    "insert into social_hsds_service (id, organization_id, name, status) values ($1, $2, 'Maatje', 'active')",
    [service, offers],
  );
  await owner.query('insert into social_provider values ($1, $2)', [offers, ward.organisationId]);
  await owner.query(
    `insert into social_look (service_id, organization_id, name, words, kinds, languages, reachable, active)
     values ($1, $2, 'Maatje', '', '{buddy}', '{}', true, true)`,
    [service, offers],
  );
  await owner.query(
    `insert into social_look_text (service_id, organisation, about, plain, hours)
     values ($1, 'Welzijn', '', 'maatje', '[]')`,
    [service],
  );
  const closure = await owner.query<{ id: string }>('select id from capacity_closure');
  return {
    ...{
      team,
      room,
      delivery,
      alert,
      service,
      place: placeId,
      unit: small.units[0],
      hospital: small.hospital,
    },
    webhook,
    closure: closure.rows[0]?.id ?? '',
    hold: held.json<{ claimId: string }>().claimId,
  };
};

const documentOf = async (house: ApiHouse, requestId: string): Promise<string> => {
  const file = { kind: 'letter', name: 'Kanarie.txt', content: 'S2FuYXJpZQ==' };
  const sent = await house.post(house.small.gp, `/requests/${requestId}/documents`, file);
  if (sent.statusCode !== 200) throw new Error(sent.body);
  const { rows } = await house.owner.query<{ id: string }>(
    'select id from placement_document where request_id = $1 order by at desc, id desc limit 1',
    [requestId],
  );
  return rows[0]?.id ?? '';
};

const personOf = async (house: ApiHouse, requestId: string): Promise<string> => {
  const { rows } = await house.owner.query<{ id: string }>(
    'select person_id as id from placement_person where request_id = $1',
    [requestId],
  );
  return rows[0]?.id ?? '';
};

const aboutRequest = async (house: ApiHouse, request: Sent['request']): Promise<Ids> => ({
  request: request.id,
  offer: request.offers[0]?.id ?? '',
  doc: await documentOf(house, request.id),
  person: await personOf(house, request.id),
});

/** Employs somebody in every role in every organisation, a stranger's too. */
const employ = async (house: ApiHouse) => {
  const { small } = house;
  const [north, south] = small.wards;
  const west = organisation('west', 'care-provider');
  const site = {
    ...{ id: fixed('site west'), organisationId: west.id, code: 'west', name: 'Huis west', street: null },
    ...{
      pc4: '9405',
      town: 'Assen',
      lat: 53.01,
      lon: 6.57,
      phone: '0592-00 41 41',
      zone: 'Europe/Amsterdam',
    },
  };
  const unit = {
    id: fixed('unit west'),
    siteId: site.id,
    code: 'west-1',
    name: 'Afdeling',
    phone: null,
    email: null,
  };
  const of = ({ siteId, unitId }: Pick<Professional, 'siteId' | 'unitId'>) => ({ siteId, unitId });
  const nowhere = { siteId: null, unitId: null };
  const staff = {
    own: staffOf('own', small.gp.organisationId, nowhere),
    desk: staffOf('desk', small.desk.organisationId, nowhere),
    offered: staffOf('south', south.organisationId, of(south)),
    accepted: staffOf('north', north.organisationId, of(north)),
    hospital: staffOf('hospital', small.transfer.organisationId, { siteId: small.hospital, unitId: null }),
    none: staffOf('west', west.id, { siteId: site.id, unitId: unit.id }),
  };
  const content = {
    ...{ organisations: [west], sites: [site], units: [unit] },
    professionals: Object.values(staff).flat(),
  };
  await house.house.database.transaction({ actor: 'maker', organisationId: null }, (tx) =>
    writeRegion(tx, content, { actor: 'maker', now: NOW }),
  );
  return staff;
};

const must = async (answer: Promise<{ statusCode: number; body: string }>): Promise<void> => {
  const { statusCode, body } = await answer;
  if (statusCode !== 200) throw new Error(body);
};

/** A request to which the first home said yes. */
const acceptedBy = async (house: ApiHouse, name: string): Promise<Ids> => {
  const sent = await sendRequest(house, [house.freshPlace()], asked(name));
  const ids = await aboutRequest(house, sent);
  await must(
    house.post(house.small.wards[0], `/offers/${ids['offer']}/accept`, { doctor: 'dr. Vinkenslag' }),
  );
  return ids;
};

const consentOf = async (house: ApiHouse, personId: string): Promise<string> => {
  await must(house.post(house.small.gp, `/persons/${personId}/consents`, { purpose: 'hand-over' }));
  const { rows } = await house.owner.query<{ id: string }>(
    'select id from people_consent where person_id = $1 order by id desc limit 1',
    [personId],
  );
  return rows[0]?.id ?? '';
};

const renewed = async (house: ApiHouse, route: string, ids: Ids, who: Professional | null): Promise<Ids> => {
  if (route.endsWith('documents/:doc/remove'))
    return { ...ids, doc: await documentOf(house, ids['request'] ?? '') };
  if (route.endsWith('family/revoke') || route.endsWith('family/link')) {
    // Who reads along already stays the one.
    const relative = { name: 'Els Zangvogel', relation: 'daughter', saidBy: 'person' };
    await house.post(house.small.gp, `/persons/${ids['person']}/family`, relative);
  }
  await asBefore(house, route);
  if (route.endsWith('webhooks/:id/remove')) return { ...ids, webhook: await webhookOf(house) };
  if (route.endsWith('files/:file/remove'))
    return { ...ids, file: await fileOf(house, ids['handover'] ?? '') };
  if (route.endsWith('/:consent/revoke'))
    return { ...ids, consent: await consentOf(house, ids['person'] ?? '') };
  if (!route.endsWith('holds/:id/release')) return ids;
  const held = await house.post(who, '/holds', { placeId: house.freshPlace(1), product: 'elv-high' });
  return { ...ids, hold: held.json<{ claimId: string }>().claimId };
};

/** Makes it. */
export const openWorld = async (more: Partial<HouseParts> = {}): Promise<World> => {
  const house = await openApiHouse({ now: NOW, placesPerUnit: 16 }, more);
  const staff = await employ(house);
  const { small } = house;
  house.clock.at = NOW - TEN_DAYS;
  const begun = await house.call(null, 'POST', '/api/v1/session', { role: small.gp.id });
  house.clock.at = NOW;
  const open = await aboutRequest(house, await sendRequest(house, [house.freshPlace(1)], asked('Anna')));
  const accepted = await acceptedBy(house, 'Berta');
  const admitted = await acceptedBy(house, 'Carla');
  await must(house.post(small.wards[0], `/requests/${admitted['request']}/arrival`, {}));
  const stays = await stayThings(house, admitted);
  const cases = {
    ...(await casesThings(house, admitted['person'] ?? '')),
    ...(await conversationThings(house, admitted['person'] ?? '')),
  };
  const orders = await orderThings(house, admitted['person'] ?? '');
  const stay = await house.owner.query<{ id: string }>(
    'select id from capacity_claim where arrived_at is not null',
  );
  const made = await makeThings(house, house.freshPlace());
  const things: Ids = { ...made, claim: stay.rows[0]?.id ?? '' };
  const referrals = await socialThings(house, {
    ...{ person: admitted['person'] ?? '', service: things['service'] ?? '' },
  });
  const besideBeds: Partial<Record<About, Ids>> = {
    ...{ signal: cases, case: cases, conversation: cases, referral: referrals },
    ...{ order: orders, 'half-day': orders, nurse: orders, visit: orders, plan: orders },
  };
  const byRelation: Partial<Record<Relation, Ids>> = { accepted, 'care-team': admitted };
  return {
    house,
    who: (role, relation, about) => {
      const house = about === 'hospital' ? 'hospital' : about === 'hold' ? 'own' : 'accepted';
      const place = relation === 'house' ? house : relation === 'care-team' ? 'accepted' : relation;
      return staff[place].find((each) => each.role === role) as Professional;
    },
    expired: begun.json<{ token: string }>().token,
    idsOf: (about, relation) => {
      if (about === 'stay' || about === 'handover') return stays;
      const beside = besideBeds[about];
      if (beside !== undefined) return beside;
      return ['request', 'offer', 'document', 'person'].includes(about)
        ? (byRelation[relation] ?? open)
        : things;
    },
    renew: (route, ids, who) => renewed(house, route, ids, who),
    close: () => house.close(),
  };
};
