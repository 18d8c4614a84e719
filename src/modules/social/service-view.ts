import type { Tx } from '#platform/db/database.ts';
import type { Actor } from '#platform/http/actor.ts';
import type { ServiceView } from './contract.ts';
import type { HsdsDocument } from './hsds/nest.ts';
import { documentsOf } from './service-hsds.ts';
import { commonOf, type Standing } from './service-search.ts';
import { keepsMap, lookById, providerOf } from './store-search.ts';

/** May this reader speak for the service: of its own organisation, or as the desk that keeps the map? */
export const maySpeak = async (tx: Tx, id: string, actor: Actor): Promise<boolean> =>
  actor.role === 'desk' || actor.role === 'welfare-worker'
    ? (await providerOf(tx, id)) === actor.organisationId || (await keepsMap(tx))
    : false;

const listOf = (document: HsdsDocument, key: string): HsdsDocument[] =>
  Array.isArray(document[key]) ? (document[key] as HsdsDocument[]) : [];

const partOf = (document: HsdsDocument, key: string): HsdsDocument => (document[key] ?? {}) as HsdsDocument;

const textOf = (document: HsdsDocument, key: string): string | null =>
  typeof document[key] === 'string' && document[key] !== '' ? document[key] : null;

const phonesOf = (service: HsdsDocument): ServiceView['phones'] => {
  const own = listOf(service, 'phones');
  const places = listOf(service, 'service_at_locations').flatMap((each) => listOf(each, 'phones'));
  const found =
    own.length + places.length > 0 ? [...own, ...places] : listOf(partOf(service, 'organization'), 'phones');
  const byNumber = new Map(found.map((phone) => [String(phone['number']), phone]));
  return [...byNumber].map(([number, phone]) => ({ number, description: textOf(phone, 'description') }));
};

const addressOf = (location: HsdsDocument): string => {
  const [address] = listOf(location, 'addresses');
  if (address === undefined) return '';
  const part = (key: string) => textOf(address, key);
  const place = [part('postal_code'), part('city')].filter((each) => each !== null).join(' ');
  return [part('address_1'), place].filter((each) => each !== null && each !== '').join(', ');
};

const placesOf = (service: HsdsDocument): ServiceView['places'] =>
  listOf(service, 'service_at_locations').map((at) => {
    const location = partOf(at, 'location');
    return {
      name: textOf(location, 'name'),
      address: addressOf(location),
      accessibility: listOf(location, 'accessibility').flatMap((each) => textOf(each, 'description') ?? []),
    };
  });

/** One service in full for this reader; names of people stay out. Null when the map has none. */
export const serviceView = async (
  tx: Tx,
  id: string,
  { actor, standing }: { readonly actor: Actor | null; readonly standing: Standing },
): Promise<ServiceView | null> => {
  const look = await lookById(tx, id);
  const [service] = look === null ? [] : await documentsOf(tx, 'service', [id]);
  if (look === null || service === undefined) return null;
  const organisation = partOf(service, 'organization');
  return {
    ...commonOf(look, standing),
    description: textOf(service, 'description') ?? '',
    howToJoin: textOf(service, 'application_process'),
    forWhom: textOf(service, 'eligibility_description'),
    costs: textOf(service, 'fees_description') ?? textOf(service, 'fees'),
    alert: textOf(service, 'alert'),
    url: textOf(service, 'url') ?? textOf(organisation, 'website'),
    email: textOf(service, 'email') ?? textOf(organisation, 'email'),
    phones: phonesOf(service),
    places: placesOf(service),
    hours: look.hours.map(({ weekday, opens, closes }) => ({ weekday, opens, closes })),
    mine: actor !== null && (await maySpeak(tx, id, actor)),
    takesReferrals: (await providerOf(tx, id)) !== null,
  };
};
