import type { z } from 'zod';
import type { CaseView } from '#modules/cases/contract.ts';
import type { RegionView } from '#modules/region/contract.ts';
import { useRead } from '#web/api/queries.ts';

/** Who takes part in the region with people who help, so that they can be taken in. */
const HELPING: readonly string[] = ['gp', 'hospital', 'care-provider', 'home-care', 'welfare'];

/** The organisations that are not in this case yet. */
export const useOrganisationsToTakeIn = (
  of: CaseView,
): readonly { readonly id: string; readonly name: string }[] => {
  const region = useRead<z.infer<typeof RegionView>>('/api/v1/region', ['region']).data?.body;
  return (region?.organisations ?? [])
    .filter(({ id, kind }) => HELPING.includes(kind) && !of.helpers.some((each) => each.id === id))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'nl'));
};
