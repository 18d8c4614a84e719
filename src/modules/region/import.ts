import type { Plan } from '#kernel/table.ts';
import type { FileKind, Importer } from '#platform/csv/file.ts';
import type { Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { writeContracts } from './decide/import-limits.ts';
import { ORGANISATION_COLUMNS, planOrganisations } from './decide/import-organisations.ts';
import { POSTCODE_COLUMNS, planPostcodes } from './decide/import-postcodes.ts';
import { planSites, SITE_COLUMNS } from './decide/import-sites.ts';
import { writeHours } from './decide/opening-hours.ts';
import { writeRegion } from './service.ts';
import { loadOrganisations, loadPostcodes, loadSites, loadWindows } from './store.ts';
import { loadContracts, loadSiteLimits } from './store-limits.ts';
import { importAlone } from './store-write.ts';
import type { OrganisationEntry, RegionContent, SiteLimits, SiteRecord } from './types.ts';

const SILENT = { languages: null, ownDoctorLow: null, treatingGps: [] };

/** Writes what a plan brings, unless something is wrong or it is only a preview. */
const carryOut = async <T>(
  tx: Tx,
  plan: Plan<T, T>,
  importer: Importer,
  content: (list: T[]) => RegionContent,
): Promise<Plan<T, T>> => {
  const list = [...plan.added, ...plan.changed];
  if (!importer.preview && plan.errors.length === 0 && list.length > 0)
    await writeRegion(tx, content(list), importer);
  return plan;
};

const siteContent = (list: readonly SiteRecord[]): RegionContent => {
  const told = list.filter((site) => site.windows !== null);
  return {
    sites: list.map(({ windows: _, limits: __, ...site }) => site),
    siteLimits: list.flatMap((site) => site.limits ?? []),
    windows: told.flatMap((site) => site.windows ?? []),
    windowsOf: told.map((site) => site.id),
  };
};

const organisationContent = (list: readonly OrganisationEntry[]): RegionContent => {
  const told = list.filter((each) => each.contracts !== null);
  return {
    organisations: list.map(({ contracts: _, ...organisation }) => organisation),
    contracts: told.flatMap((each) => each.contracts ?? []),
    contractsOf: told.map((each) => each.id),
  };
};

/** Organisations as a file, with the insurers that pay them. */
export const organisationFile: FileKind = {
  name: 'organisations',
  columns: ORGANISATION_COLUMNS,
  async bringIn(tx, table, importer) {
    await importAlone(tx);
    const plan = planOrganisations(table, await loadOrganisations(tx), newId, await loadContracts(tx));
    return carryOut(tx, plan, importer, organisationContent);
  },
  async takeOut(tx) {
    const organisations = await loadOrganisations(tx);
    const contracts = await loadContracts(tx);
    return organisations.map(({ id, code, name, kind, ura, agb, phone }) => [
      code,
      name,
      kind,
      ura ?? '',
      agb ?? '',
      phone ?? '',
      writeContracts(contracts.get(id) ?? []),
    ]);
  },
};

const doctorCell = (own: boolean | null): string => {
  if (own === null) return '';
  return own ? 'yes' : 'no';
};

const limitCells = (
  { languages, ownDoctorLow, treatingGps }: Omit<SiteLimits, 'siteId'> = SILENT,
  codes: ReadonlyMap<string, string>,
): string[] => [
  (languages ?? []).join('|'),
  doctorCell(ownDoctorLow),
  treatingGps.map((id) => codes.get(id) ?? '').join('|'),
];

/** Sites as a file, with the hours in which they let people in. */
export const siteFile: FileKind = {
  name: 'sites',
  columns: SITE_COLUMNS,
  async bringIn(tx, table, importer) {
    await importAlone(tx);
    const known = {
      organisations: await loadOrganisations(tx),
      sites: await loadSites(tx),
      windows: await loadWindows(tx),
      limits: await loadSiteLimits(tx),
    };
    return carryOut(tx, planSites(table, known, newId), importer, siteContent);
  },
  async takeOut(tx) {
    const codes = new Map((await loadOrganisations(tx)).map(({ id, code }) => [id, code]));
    const windows = Map.groupBy(await loadWindows(tx), (window) => window.siteId);
    const sites = await loadSites(tx);
    const limits = await loadSiteLimits(tx);
    return sites.map((site) => [
      site.code,
      codes.get(site.organisationId) ?? '',
      site.name,
      site.street ?? '',
      site.pc4,
      site.town,
      String(site.lat),
      String(site.lon),
      site.phone,
      writeHours(windows.get(site.id) ?? []),
      ...limitCells(limits.get(site.id), codes),
    ]);
  },
};

/** Centre points of postcodes as a file: with them the distance to a site can be told. */
export const postcodeFile: FileKind = {
  name: 'postcodes',
  columns: POSTCODE_COLUMNS,
  async bringIn(tx, table, importer) {
    await importAlone(tx);
    return carryOut(tx, planPostcodes(table, await loadPostcodes(tx)), importer, (postcodes) => ({
      postcodes,
    }));
  },
  async takeOut(tx) {
    return (await loadPostcodes(tx)).map(({ pc4, town, lat, lon }) => [pc4, town, String(lat), String(lon)]);
  },
};
