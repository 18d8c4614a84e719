import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sharingGround } from '#modules/people/index.ts';
import { CONSENT_PURPOSES, type Consent } from '#modules/people/types.ts';
import { ORGANISATION_KINDS, type OrganisationKind } from '#modules/region/types.ts';
import { newId } from '#platform/db/ids.ts';
import { rows } from '#platform/db/sql.ts';
import { stamp } from '#platform/db/types.ts';
import { type Accepted, type ConsentHouse, NOW, openConsentHouse } from './consent-house.fixture.ts';
import { withoutPolicies, withRoutes } from './permissions/backstop.fixture.ts';

let world: ConsentHouse;
let urls: readonly string[];
let putRight: () => void = () => undefined;

beforeAll(async () => {
  const { built, routes } = await withRoutes(() => openConsentHouse());
  world = built;
  putRight = withoutPolicies(routes);
  urls = [...new Set(routes.filter(({ method }) => method === 'GET').map(({ url }) => url))];
});
afterAll(async () => {
  putRight();
  await world.house.close();
});

/** What only who may know the person reads: who it is, what was written, and the letter. */
const CANARIES = ['Hofsteenge', 'Gevallen in de keuken', 'brief.txt', 'Kanarie', '1941-05-02'];
/** Never ends, or tells of the process. */
const APART = /\/(live|docs|health|metrics|openapi|sign-in|account|own|users)|\*/;

const askAll = async (about: Accepted): Promise<string[]> => {
  const found: string[] = [];
  for (const url of urls.filter((each) => each.startsWith('/api/') && !APART.test(each))) {
    const id = url.includes('/persons/') ? about.personId : about.id;
    const path = url
      .replace(':id', id)
      .replace(':doc', about.doc)
      .replace(':unitId', about.ward.unitId ?? '');
    const { body } = await world.house.call(about.ward, 'GET', path);
    if (CANARIES.some((each) => body.includes(each))) found.push(url);
  }
  return found;
};

describe('with every check of the application switched off', () => {
  it('no route shows a welfare house that said yes who it is, and with a yes of the person the same routes do', async () => {
    const about = await world.accepted();
    expect(await askAll(about)).toEqual([]);
    await world.house.post(about.asker, `/persons/${about.personId}/consents`, {
      ...{ purpose: 'hand-over', receiverKind: 'welfare' },
    });
    expect(await askAll(about)).toEqual(
      expect.arrayContaining([
        '/api/v1/persons/:id',
        '/api/v1/requests/:id',
        '/api/v1/requests/:id/documents/:doc',
        '/api/v1/wards/:unitId',
      ]),
    );
  });

  it('nobody writes down a yes for who they do not know, nor makes themselves known', async () => {
    const about = await world.accepted();
    const as = (text: string, values: unknown[]): Promise<unknown> =>
      world.house.house.database.transaction(
        { actor: about.ward.id, organisationId: about.ward.organisationId },
        (tx) => rows(tx, text, values),
      );
    const { personId, ward } = about;
    const given = [newId(), personId, ward.organisationId, stamp(NOW)];
    await expect(
      as(
        `insert into people_consent (id, person_id, purpose, receiver_org, explicit, given_by, given_at, recorded_by, recorded_org)
         values ($1, $2, 'hand-over', $3, true, 'person', $4, 'x', $3)`,
        given,
      ),
    ).rejects.toThrow(/row-level security/);
    for (const kind of ['own', 'desk'])
      await expect(
        as(
          `insert into people_relation (id, person_id, organisation_id, kind, ground, since, actor)
           values ($1, $2, $3, '${kind}', 'referral', $4, 'x')`,
          [newId(), personId, ward.organisationId, stamp(NOW)],
        ),
      ).rejects.toThrow(/row-level security/);
    expect((await world.see(ward, about.id)).person).toBeNull();
  });
});

/** Every kind beside every kind, with each consent that could matter. */
const CONSENTS: readonly (Partial<Consent> | null)[] = [
  null,
  { receiverOrg: 'to' },
  { receiverKind: 'welfare' },
  { receiverKind: 'care-provider' },
  {},
  { receiverOrg: 'other' },
  { receiverOrg: 'to', revokedAt: NOW },
  { receiverOrg: 'to', explicit: false },
  ...CONSENT_PURPOSES.map((purpose) => ({ receiverOrg: 'to', purpose })),
];

/** An organisation of this kind on this side, and somebody whom all of it is about. */
const openParties = async () => {
  const { owner } = world.house;
  const ids = new Map<string, string>();
  for (const side of ['from', 'to', 'other'])
    for (const kind of ORGANISATION_KINDS) {
      ids.set(`${side} ${kind}`, newId());
      await owner.query('insert into region_organisation (id, code, name, kind) values ($1, $2, $2, $3)', [
        ids.get(`${side} ${kind}`),
        `${side}-${kind}`,
        kind,
      ]);
    }
  const personId = newId();
  await owner.query(
    "insert into people_person (id, name, birth_date, sex, created_org) values ($1, 'X', '1940-01-01', 'male', $1)",
    [personId],
  );
  const party = (side: string, kind: OrganisationKind) => ({ id: ids.get(`${side} ${kind}`) ?? '', kind });
  return { personId, party };
};

const write = async (consent: Consent): Promise<void> => {
  const { id, personId, purpose, receiverOrg, receiverKind, explicit, givenBy, givenAt, revokedAt } = consent;
  await world.house.owner.query(
    `insert into people_consent (id, person_id, purpose, receiver_org, receiver_kind, explicit, given_by, given_at,
       revoked_at, revoked_by, recorded_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'x')`,
    [
      ...[id, personId, purpose, receiverOrg, receiverKind, explicit, givenBy, stamp(givenAt)],
      ...[revokedAt === null ? null : stamp(revokedAt), revokedAt === null ? null : 'x'],
    ],
  );
};

type Parties = Awaited<ReturnType<typeof openParties>>;

/** What the rows say of these two, in the name of the receiver. */
const rowsSay = async ({ personId }: Parties, from: string, to: string): Promise<string> => {
  const { owner } = world.house;
  await owner.query("select set_config('app.org', $1, false)", [to]);
  const { rows: said } = await owner.query<{ shares: boolean; presumed: boolean; consent: string | null }>(
    `select people_shares($1, $2) as shares, people_presumed($3, $2) as presumed,
       people_consented($1, $3) as consent`,
    [personId, from, to],
  );
  const [{ shares, presumed, consent } = { shares: false, presumed: false, consent: null }] = said;
  if (!shares) return 'none';
  return presumed ? 'referral' : `consent ${consent}`;
};

/** From which kinds the rows and the decision answer differently, with this consent to that kind. */
const differing = async (parties: Parties, wish: Partial<Consent> | null, kind: OrganisationKind) => {
  const { personId, party } = parties;
  const to = party('to', kind);
  const receiver = wish?.receiverOrg == null ? null : party(wish.receiverOrg, kind).id;
  const said: Consent = {
    ...{ id: newId(), personId, purpose: 'hand-over', receiverKind: null, explicit: true },
    ...{ givenBy: 'person', givenAt: NOW - 1, revokedAt: null, ...wish, receiverOrg: receiver },
  };
  const consents = wish === null ? [] : [said];
  await world.house.owner.query('delete from people_consent where person_id = $1', [personId]);
  for (const consent of consents) await write(consent);
  const differ: string[] = [];
  for (const from of ORGANISATION_KINDS) {
    const source = party('from', from);
    const decided = sharingGround({ from: source, to, purpose: 'hand-over' }, consents);
    const words = decided.ground === 'consent' ? `consent ${decided.consentId}` : decided.ground;
    const found = await rowsSay(parties, source.id, to.id);
    if (found !== words) differ.push(`${from} to ${kind}: ${found}, decided ${words}`);
  }
  return differ;
};

describe('the rows and the decision', () => {
  let parties: Parties;
  beforeAll(async () => {
    parties = await openParties();
  });

  it.each(CONSENTS)('say the same of every two kinds of organisations, with %o', async (wish) => {
    for (const kind of ORGANISATION_KINDS) expect(await differing(parties, wish, kind)).toEqual([]);
  });
});
