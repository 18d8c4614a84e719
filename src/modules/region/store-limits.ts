import type { LegalTitle } from '#kernel/limits.ts';
import type { Tx } from '#platform/db/database.ts';
import { rows } from '#platform/db/sql.ts';
import type { InsurerContract, RegionLimits, SiteLimits, UnitLimits } from './types.ts';

/** What sites said of themselves; a site that said nothing is left out. */
export const loadSiteLimits = async (tx: Tx): Promise<Map<string, SiteLimits>> => {
  const found = await rows<SiteLimits>(
    tx,
    `select s.id as "siteId", s.languages, s.own_doctor_low as "ownDoctorLow",
       array(select t.organisation_id from region_treating_gp t where t.site_id = s.id order by 1) as "treatingGps"
     from region_site s where s.languages is not null or s.own_doctor_low is not null
       or exists (select 1 from region_treating_gp t where t.site_id = s.id)`,
  );
  return new Map(found.map((each) => [each.siteId, each]));
};

/** On which grounds wards take people, for those that said so. */
export const loadLegalTitles = async (tx: Tx): Promise<Map<string, readonly LegalTitle[]>> => {
  const found = await rows<{ unitId: string; legalTitles: LegalTitle[] }>(
    tx,
    'select id as "unitId", legal_titles as "legalTitles" from region_unit where legal_titles is not null',
  );
  return new Map(found.map((each) => [each.unitId, each.legalTitles]));
};

/** With which insurers organisations have a contract, for those that said so. */
export const loadContracts = async (tx: Tx): Promise<Map<string, readonly InsurerContract[]>> => {
  const found = await rows<InsurerContract>(
    tx,
    `select organisation_id as "organisationId", uzovi, product, until, ceiling_reached as "ceilingReached"
     from region_contract order by organisation_id, uzovi, product nulls first`,
  );
  return Map.groupBy(found, (each) => each.organisationId);
};

/** All that was said. */
export const loadLimits = async (tx: Tx): Promise<RegionLimits> => ({
  sites: await loadSiteLimits(tx),
  units: await loadLegalTitles(tx),
  contracts: await loadContracts(tx),
});

/** Writes what sites say of themselves over what they said before. */
export const putSiteLimits = async (tx: Tx, list: readonly SiteLimits[]): Promise<void> => {
  if (list.length === 0) return;
  const said = JSON.stringify(list);
  await rows(
    tx,
    `update region_site s set languages = t.languages, own_doctor_low = t."ownDoctorLow"
     from jsonb_to_recordset($1::jsonb) as t("siteId" uuid, languages text[], "ownDoctorLow" boolean) where s.id = t."siteId"`,
    [said],
  );
  await rows(tx, 'delete from region_treating_gp where site_id = any($1::uuid[])', [
    list.map((each) => each.siteId),
  ]);
  await rows(
    tx,
    `insert into region_treating_gp (site_id, organisation_id)
     select t."siteId", unnest(t."treatingGps") from jsonb_to_recordset($1::jsonb) as t("siteId" uuid, "treatingGps" uuid[])`,
    [said],
  );
};

/** Writes on which grounds wards take people. */
export const putUnitLimits = async (tx: Tx, list: readonly UnitLimits[]): Promise<void> => {
  if (list.length === 0) return;
  await rows(
    tx,
    `update region_unit u set legal_titles = t."legalTitles"
     from jsonb_to_recordset($1::jsonb) as t("unitId" uuid, "legalTitles" text[]) where u.id = t."unitId"`,
    [JSON.stringify(list)],
  );
};

/** Replaces the contracts of these organisations. */
export const replaceContracts = async (
  tx: Tx,
  organisationIds: readonly string[],
  list: readonly InsurerContract[],
): Promise<void> => {
  if (organisationIds.length === 0) return;
  await rows(tx, 'delete from region_contract where organisation_id = any($1::uuid[])', [organisationIds]);
  await rows(
    tx,
    `insert into region_contract (organisation_id, uzovi, product, until, ceiling_reached)
     select "organisationId", uzovi, product, until, "ceilingReached"
     from jsonb_to_recordset($1::jsonb) as t("organisationId" uuid, uzovi text, product text, until date, "ceilingReached" boolean)`,
    [JSON.stringify(list)],
  );
};
