import type { Instant } from '#kernel/interval.ts';
import type { Region } from '#modules/region/types.ts';
import type { Tx } from '#platform/db/database.ts';
import type { FamilyStayView } from './contract-family.ts';
import { familyWords } from './decide/family.ts';
import { familyBarriers, familyContacts, familyMeetings, familyReturns } from './store-family.ts';
import type { FamilyFacts, FamilyStay } from './types-family.ts';

const namesOf = (
  stay: FamilyStay,
  region: Region,
): Pick<FamilyFacts, 'house' | 'unit' | 'gp' | 'responsible'> => {
  const unit = region.units.find(({ id }) => id === stay.unitId);
  const site = region.sites.find(({ id }) => id === unit?.siteId);
  const named = (id: string | null) => region.organisations.find((each) => each.id === id) ?? null;
  const gp = named(stay.gpOrg);
  const phoneOf = (organisationId: string): string =>
    region.sites.find((each) => each.organisationId === organisationId)?.phone ?? '';
  return {
    house: { name: site?.name ?? named(stay.organisationId)?.name ?? '', phone: site?.phone ?? '' },
    unit: { name: unit?.name ?? '', phone: unit?.phone ?? site?.phone ?? '' },
    gp: gp === null ? null : { name: gp.name, phone: gp.phone ?? phoneOf(gp.id) },
    responsible: named(stay.responsibleOrg)?.name ?? null,
  };
};

/** A stay in plain words, in the name of the person or of their relative. */
export const viewFamily = async (
  tx: Tx,
  stay: FamilyStay,
  { region, now }: { readonly region: Region; readonly now: Instant },
): Promise<FamilyStayView> =>
  familyWords(
    {
      stay,
      barriers: await familyBarriers(tx, stay.id),
      returns: await familyReturns(tx, stay.id),
      meetings: await familyMeetings(tx, stay.id),
      contacts: await familyContacts(tx, stay.id),
      ...namesOf(stay, region),
    },
    now,
  );
