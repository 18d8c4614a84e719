import type { z } from 'zod';
import type { RegionView } from '#modules/region/contract.ts';
import { useRead } from '#web/api/queries.ts';
import { useSignedIn } from '#web/api/session.ts';

/** Where in one's own organisation somebody may work: its sites, and the wards in them. */
export const usePlaces = (): {
  places: readonly { readonly value: string; readonly label: string }[];
  /** The chosen place as an invitation carries it. */
  bodyOf: (place: string) => { siteId: string | null; unitId: string | null };
} => {
  const { actor } = useSignedIn();
  const { data } = useRead<z.infer<typeof RegionView>>('/api/v1/region', ['region']);
  const region = data?.body;
  const sites = region?.sites.filter(({ organisationId }) => organisationId === actor.organisation.id) ?? [];
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
