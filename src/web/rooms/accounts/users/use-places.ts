import type { z } from 'zod';
import type { RegionView } from '#modules/region/contract.ts';
import { useRead } from '#web/api/queries.ts';
import { useSignedIn } from '#web/api/session.ts';

const useRegion = (): z.infer<typeof RegionView> | undefined =>
  useRead<z.infer<typeof RegionView>>('/api/v1/region', ['region']).data?.body;

/** The other organisations of the region, to choose from. */
export const useOrganisations = (): readonly { readonly value: string; readonly label: string }[] => {
  const { actor } = useSignedIn();
  return (useRegion()?.organisations ?? [])
    .filter(({ id }) => id !== actor.organisation.id)
    .map(({ id, name }) => ({ value: id, label: name }));
};

/** Where in an organisation somebody may work: its sites, and the wards in them. */
export const usePlaces = (
  organisation: string,
): {
  places: readonly { readonly value: string; readonly label: string }[];
  /** The chosen place as an invitation carries it. */
  bodyOf: (place: string) => { siteId: string | null; unitId: string | null };
} => {
  const region = useRegion();
  const sites = region?.sites.filter(({ organisationId }) => organisationId === organisation) ?? [];
  const places = sites.flatMap((site) => [
    { value: site.id, label: site.name },
    ...(region?.units ?? [])
      .filter(({ siteId }) => siteId === site.id)
      .map((unit) => ({ value: unit.id, label: `${site.name} · ${unit.name}` })),
  ]);
  return {
    places,
    bodyOf: (place) => {
      const unit = region?.units.find(({ id }) => id === place);
      return { siteId: unit?.siteId ?? (place === '' ? null : place), unitId: unit?.id ?? null };
    },
  };
};
