import type { z } from 'zod';
import { rolesOf } from '#modules/accounts/types.ts';
import type { RegionView } from '#modules/region/contract.ts';
import type { OrganisationKind, Role } from '#modules/region/types.ts';
import { useRead } from '#web/api/queries.ts';
import { useSignedIn } from '#web/api/session.ts';

const useRegion = (): z.infer<typeof RegionView> | undefined =>
  useRead<z.infer<typeof RegionView>>('/api/v1/region', ['region']).data?.body;

/** The other organisations of the region, to choose from. */
export const useOrganisations = (): readonly {
  readonly value: string;
  readonly label: string;
  readonly roles: readonly Role[];
}[] => {
  const { actor } = useSignedIn();
  return (
    (useRegion()?.organisations ?? [])
      .filter(({ id }) => id !== actor.organisation.id)
      .map(({ id, name, kind }) => ({ value: id, label: name, roles: rolesOf(kind as OrganisationKind) }))
      // Who takes part with nobody (an insurer) has no first administrator.
      .filter(({ roles }) => roles.length > 0)
  );
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
