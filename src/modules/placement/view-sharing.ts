import { consentsOf, sharingGround } from '#modules/people/index.ts';
import type { Consent } from '#modules/people/types.ts';
import type { Organisation, Region } from '#modules/region/types.ts';
import type { Tx } from '#platform/db/database.ts';
import type { RequestView } from './contract.ts';
import type { OfferRow, Open } from './store.ts';
import type { Request } from './types.ts';

/** A request as far as it goes along with somebody. */
export interface Shared {
  readonly request: Request;
  readonly offers: readonly OfferRow[];
  /** Undefined: the reader may not know the person. */
  readonly open: Open | undefined;
}

/** What goes along with a yes: name, number, letter and what was written. */
const PURPOSE = 'hand-over';

/** Who would know the person by now: the desk from the beginning, a house from its yes. */
const receiversOf = ({ request, offers }: Shared, region: Region): readonly Organisation[] => {
  if (request.state === 'closed') return [];
  const yes = offers.filter(({ state }) => state === 'accepted').map(({ organisationId }) => organisationId);
  const ids = new Set([region.agreement.deskOrganisationId, ...yes]);
  return region.organisations.filter(({ id }) => ids.has(id));
};

/** Receivers that may not know the person as far as these consents go. */
const shutOut = (shared: Shared, consents: readonly Consent[], region: Region): readonly Organisation[] => {
  const from = region.organisations.find(({ id }) => id === shared.request.referrerOrg);
  if (from === undefined) return [];
  return receiversOf(shared, region).filter(
    (to) => sharingGround({ from, to, purpose: PURPOSE }, consents).ground === 'none',
  );
};

/**
 * For whom a yes of the person is still wanted: told to who knows the person and can ask; who is shut out hears it of
 * itself. Consents are read only where care and the social domain meet.
 */
export const awaitsConsent = async (
  tx: Tx,
  shared: Shared,
  { organisationId, region }: { readonly organisationId: string; readonly region: Region },
): Promise<RequestView['awaitsConsent']> => {
  const { open } = shared;
  const wanted = shutOut(shared, [], region);
  const told =
    open === undefined
      ? wanted.filter(({ id }) => id === organisationId)
      : wanted.length === 0
        ? []
        : shutOut(shared, await consentsOf(tx, open.personId), region);
  return told.map(({ id, name }) => ({ organisationId: id, organisation: name }));
};
