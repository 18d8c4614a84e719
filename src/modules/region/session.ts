import type { z } from 'zod';
import { isoFromInstant } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Actor } from '#platform/http/actor.ts';
import type { PracticeRole, Session } from './contract.ts';
import { loadProfessionals } from './store.ts';
import { type Professional, type Region, type RegionCode, ROLES, type Role } from './types.ts';

/** Who is signed in and where, as the screens need it; null when the region does not know them. */
export const sessionOf = (
  actor: Actor,
  region: Region,
  at: { mode: Session['mode']; now: Instant; mapTiles: string | null },
): Session | null => {
  const organisation = region.organisations.find((each) => each.id === actor.organisationId);
  const site = region.sites.find((each) => each.id === actor.siteId);
  const unit = region.units.find((each) => each.id === actor.unitId);
  if (organisation === undefined) return null;
  return {
    actor: {
      id: actor.id,
      name: actor.name,
      role: actor.role as Role,
      phone: actor.phone,
      organisation: { id: organisation.id, name: organisation.name, kind: organisation.kind },
      site:
        site === undefined
          ? null
          : { id: site.id, name: site.name, pc4: site.pc4, lat: site.lat, lon: site.lon },
      unit: unit === undefined ? null : { id: unit.id, name: unit.name },
    },
    mode: at.mode,
    region: { name: region.name, deskPhone: region.agreement.deskPhone },
    mapTiles: at.mapTiles,
    now: isoFromInstant(at.now),
  };
};

/** The roles of the practice region, in the order in which a request passes them. */
export const practiceRoles = async (tx: Tx, region: Region): Promise<z.infer<typeof PracticeRole>[]> => {
  const organisations = new Map(region.organisations.map((each) => [each.id, each.name]));
  const sites = new Map(region.sites.map((each) => [each.id, each.name]));
  // A ward is known by its house: who plays along looks for the house that was asked.
  const wards = region.units.map(
    (unit) => [unit.id, `${sites.get(unit.siteId) ?? ''}, ${unit.name}`] as const,
  );
  const places = new Map([...sites, ...wards]);
  const order = (professional: Professional): number => ROLES.indexOf(professional.role);
  const all = await loadProfessionals(tx);
  return all
    .toSorted((a, b) => order(a) - order(b))
    .map(({ id, role, name, organisationId, unitId, siteId }) => ({
      id,
      role,
      name,
      organisation: organisations.get(organisationId) ?? '',
      place: places.get(unitId ?? siteId ?? '') ?? null,
    }));
};

/** The professional behind a picked role: by id, or the first who has that role. */
export const pickRole = async (tx: Tx, role: string): Promise<Result<Professional, Refusal<RegionCode>>> => {
  const all = await loadProfessionals(tx);
  const found = all.find((each) => each.id === role) ?? all.find((each) => each.role === role);
  return found === undefined ? refuse({ code: 'role-unknown' }) : ok(found);
};
