import { writeRegion } from '#modules/region/index.ts';
import type { Professional } from '#modules/region/types.ts';
import type { ReferralList, ReferralView } from '#modules/social/contract.ts';
import { newId } from '#platform/db/ids.ts';
import { type ApiHouse, openApiHouse } from './api-house.fixture.ts';
import type { HouseParts } from './house.ts';

/** A Monday at ten, on the clock of the region. */
const NOW = Date.parse('2026-11-23T09:00:00Z');

export const QUESTION = 'Ik slaap niet van de brieven die ik niet open durf te maken.';
export const BSN = '999990019';
const ENTRY = {
  ...{ name: 'Geertje Hofsteenge', birthDate: '1941-05-02', sex: 'female', bsn: BSN },
  ...{ pc4: '9405', phone: '0592-00 17 20' },
};

/** The small region with two welfare organisations, and a service of each and of nobody. */
export interface ReferralHouse {
  readonly house: ApiHouse;
  readonly gp: Professional;
  readonly worker: Professional;
  readonly other: Professional;
  readonly service: string;
  readonly otherService: string;
  readonly nobodys: string;
  /** What an act on a referral answers. */
  act(who: Professional, path: string, body?: object, headers?: Record<string, string>): Promise<Acted>;
  /** Refers somebody who is entered anew, unless said. */
  refer(over?: object, who?: Professional): Promise<ReferralView>;
  see(who: Professional, id: string): Promise<{ status: number; body: string; of?: ReferralView }>;
  list(who: Professional, path?: string): Promise<readonly ReferralView[]>;
}

export type Acted = { readonly referral?: ReferralView; readonly code?: string };

const organisation = (code: string) => ({
  ...{
    id: newId(),
    code,
    name: `Welzijn ${code}`,
    kind: 'welfare' as const,
    phone: '0592001721',
    email: null,
  },
  ...{ party: true, ura: null, agb: null },
});

const workerOf = (organisationId: string): Professional => ({
  ...{ id: newId(), organisationId, siteId: null, unitId: null },
  ...{ name: 'Oefen welzijn', role: 'welfare-worker', phone: null },
});

/** A service of the map, of this organisation of the region or of nobody here. */
export const serviceOf = async (
  { owner }: Pick<ApiHouse, 'owner'>,
  name: string,
  provider: string | null,
): Promise<string> => {
  const [organisationId, service] = [newId(), newId()];
  await owner.query("insert into social_hsds_organization (id, name, description) values ($1, $2, 'Helpt')", [
    ...[organisationId, `Organisatie ${name}`],
  ]);
  await owner.query(
    "insert into social_hsds_service (id, organization_id, name, status) values ($1, $2, $3, 'active')",
    [service, organisationId, name],
  );
  if (provider !== null)
    await owner.query('insert into social_provider values ($1, $2)', [organisationId, provider]);
  await owner.query(
    `insert into social_look (service_id, organization_id, name, organisation, about, words, plain, kinds, languages, hours,
       reachable, active) values ($1, $2, $3, $4, '', '', lower($3), '{debt-help}', '{}', '[]', true, true)`,
    [service, organisationId, name, `Organisatie ${name}`],
  );
  return service;
};

/** Makes it. */
export const openReferralHouse = async (more: Partial<HouseParts> = {}): Promise<ReferralHouse> => {
  const house = await openApiHouse({ now: NOW, placesPerUnit: 4, welfare: true }, more);
  const [first, second] = [organisation('NAOBER'), organisation('ANDERS')];
  const [worker, other] = [workerOf(first.id), workerOf(second.id)];
  await house.house.database.transaction({ actor: 'maker', organisationId: null }, (tx) =>
    writeRegion(
      tx,
      { organisations: [first, second], professionals: [worker, other] },
      { actor: 'maker', now: NOW },
    ),
  );
  house.house.door.committed();
  await house.owner.query("select set_config('app.keeper', 'on', false)");
  const { gp } = house.small;
  const service = await serviceOf(house, 'Schuldhulp', first.id);
  const otherService = await serviceOf(house, 'Maatje', second.id);
  const nobodys = await serviceOf(house, 'Koffie', null);
  const act: ReferralHouse['act'] = async (who, path, body = {}, headers = {}) =>
    (await house.call(who, 'POST', `/api/v1/referrals${path}`, body, { headers })).json<Acted>();
  return {
    ...{ house, gp, worker, other, service, otherService, nobodys, act },
    async refer(over = {}, who = gp) {
      const answer = await act(who, '', {
        ...{ service, person: { ...ENTRY, bsn: null }, question: QUESTION, yes: true, ...over },
      });
      if (answer.referral === undefined) throw new Error(JSON.stringify(answer));
      return answer.referral;
    },
    async see(who, id) {
      const answer = await house.call(who, 'GET', `/api/v1/referrals/${id}`);
      const of = answer.json<Acted>().referral;
      return { status: answer.statusCode, body: answer.body, ...(of === undefined ? {} : { of }) };
    },
    list: async (who, path = '') =>
      (await house.call(who, 'GET', `/api/v1/referrals${path}`)).json<ReferralList>().referrals,
  };
};

/** The headers of a step in a referral as it stood at this version. */
export const seenAt = ({ version }: Pick<ReferralView, 'version'>): Record<string, string> => ({
  'if-match': `"${version}"`,
});

/** Somebody with a BSN, as the practice enters them. */
export const WITH_BSN = ENTRY;
