import type { Instant } from '#kernel/interval.ts';
import type { Picture } from '#modules/capacity/index.ts';
import { incomingOffers } from '#modules/placement/index.ts';
import { loadOrganisations, REGION_ZONE } from '#modules/region/index.ts';
import type { Region } from '#modules/region/types.ts';
import type { Clock } from '#platform/clock.ts';
import { byHouse } from '#platform/db/by-house.ts';
import type { Database, Tx } from '#platform/db/database.ts';
import type { Compose } from '#platform/outbox/mail.ts';
import { MESSENGER } from '#platform/outbox/messenger.ts';
import type { Delivery } from '#platform/outbox/store.ts';
import { isLetterKind, type LetterKind, letterOf } from './outbox-letters.ts';

/** What writing a letter needs. */
export interface ComposeParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly picture: Picture;
  readonly regionOf: (tx: Tx) => Promise<Region>;
  readonly publicUrl: string;
  readonly practice: boolean;
  /** A ward's link for one tap without signing in; null when there is none to give. */
  readonly linkFor: (unitId: string, now: Instant) => string | null;
}

/** Whom a letter goes to: a ward, or an organisation. */
interface Reader {
  readonly to: string;
  readonly house: string;
  readonly zone: string;
  readonly organisationId: string;
  readonly unitId: string | null;
}

const wardOf = (region: Region, unitId: string): Reader | null => {
  const unit = region.units.find(({ id }) => id === unitId);
  const site = region.sites.find(({ id }) => id === unit?.siteId);
  if (unit?.email === undefined || unit.email === null || site === undefined) return null;
  const house = `${site.name}, ${unit.name}`;
  return { to: unit.email, house, zone: site.zone, organisationId: site.organisationId, unitId };
};

const readerOf = async (tx: Tx, region: Region, receiverId: string): Promise<Reader | null> => {
  if (region.units.some(({ id }) => id === receiverId)) return wardOf(region, receiverId);
  const found = (await loadOrganisations(tx)).find(({ id }) => id === receiverId);
  if (found?.email === undefined || found.email === null) return null;
  return { to: found.email, house: found.name, zone: REGION_ZONE, organisationId: found.id, unitId: null };
};

const momentIn = (delivery: Delivery, key: string): Instant | null => {
  const value = delivery.body[key];
  return typeof value === 'number' ? value : null;
};

/** Did the matter settle itself while the message waited? Then nobody is troubled with it. */
const isOver = async (parts: ComposeParts, delivery: Delivery, reader: Reader): Promise<boolean> => {
  const now = parts.clock.now();
  const due = momentIn(delivery, 'dueAt');
  if (due !== null && due <= now) return true;
  if (delivery.event === 'figure-old')
    return parts.picture.look(delivery.receiverId, now)?.facts.figure?.asOf !== delivery.body['asOf'];
  const { unitId, organisationId } = reader;
  if (unitId === null || !['question', 'not-read'].includes(delivery.event)) return false;
  const open = await parts.database.transaction(byHouse('messenger', organisationId), (tx) =>
    incomingOffers(tx, unitId),
  );
  return !open.some(({ requestId }) => requestId === delivery.body['requestId']);
};

const linkOf = (parts: ComposeParts, kind: LetterKind, delivery: Delivery): string => {
  const isDesk = delivery.receiverId === delivery.organisationId;
  const at = (path: string): string => `${parts.publicUrl}${path}`;
  const ward = at(`/afdeling/${delivery.receiverId}`);
  if (kind === 'figure-old') return parts.linkFor(delivery.receiverId, parts.clock.now()) ?? ward;
  if (kind === 'search-over') return at('/loket');
  if (kind.startsWith('stay-')) return at(`/verblijf/${String(delivery.body['stayId'])}`);
  if (kind.startsWith('day-')) return at(`/opdrachten/${String(delivery.body['orderId'])}`);
  if (kind === 'referral-waits') return at('/binnengekomen');
  if (kind.startsWith('referral-')) return at(isDesk ? '/wachttijd' : '/verwijzingen');
  return kind === 'alternative-waits' ? at(`/aanvragen/${String(delivery.body['requestId'])}`) : ward;
};

/** How the letters of this house are written, at the moment they go out. */
export const composeWith =
  (parts: ComposeParts): Compose =>
  async (delivery) => {
    const kind = delivery.event;
    if (!isLetterKind(kind)) return 'overtaken';
    const reader = await parts.database.transaction(MESSENGER, async (tx) =>
      readerOf(tx, await parts.regionOf(tx), delivery.receiverId),
    );
    if (reader === null) return 'no-address';
    if (await isOver(parts, delivery, reader)) return 'overtaken';
    const code = delivery.body['code'];
    return letterOf(kind, {
      to: reader.to,
      house: reader.house,
      zone: reader.zone,
      link: linkOf(parts, kind, delivery),
      code: typeof code === 'string' ? code : null,
      at: momentIn(delivery, 'dueAt') ?? momentIn(delivery, 'asOf') ?? momentIn(delivery, 'at'),
      practice: parts.practice,
    });
  };
