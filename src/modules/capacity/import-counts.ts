import { localDay } from '#kernel/calendar.ts';
import {
  importAlone,
  loadRegion,
  loadSites,
  loadUnits,
  REGION_ZONE,
  regionFiles,
} from '#modules/region/index.ts';
import type { FileKind } from '#platform/csv/file.ts';
import { fileRoutes } from '#platform/csv/route.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Door } from '#platform/http/route.ts';
import type { Doing } from './doing.ts';
import { COUNT_COLUMNS, type KnownCounts, type PlannedCount, planCounts } from './import-counts-plan.ts';
import { NO_DESK } from './import-known.ts';
import { teamFile } from './import-teams.ts';
import { writeUntil } from './import-until.ts';
import { writeCounts } from './service-counts.ts';
import { readPublished, unitsThatTellBeds } from './store-counts.ts';
import { loadPlaces } from './store-import.ts';

const known = async (tx: Tx): Promise<KnownCounts> => {
  const units = await loadUnits(tx);
  const ids = units.map((unit) => unit.id);
  return {
    units,
    sites: await loadSites(tx),
    places: await loadPlaces(tx),
    tellBeds: await unitsThatTellBeds(tx),
    published: await readPublished(tx, ids),
  };
};

const carryOut = async (tx: Tx, planned: readonly PlannedCount[], doing: Doing): Promise<void> => {
  for (const { unitId, product, free, asOf, freshUntil } of planned) {
    const counts = { unitId, numbers: [{ product, free }], asOf, freshUntil, source: 'import' as const };
    const written = await writeCounts(tx, counts, doing);
    // Its ward was quicker and told a newer one: that one stays.
    if (!written.ok && written.refusal.code !== 'older-figure')
      throw new Error(`a number that was planned could not be written: ${written.refusal.code}`);
  }
};

/** The numbers of houses that report only counts, as a file. The first number makes a new unit one of those. */
const countFile: FileKind = {
  name: 'counts',
  columns: COUNT_COLUMNS,
  async bringIn(tx, table, { actor, now, preview }) {
    await importAlone(tx);
    const plan = planCounts(table, await known(tx), now);
    const region = await loadRegion(tx, localDay(now, REGION_ZONE));
    if (region === null) return { ...plan, errors: [NO_DESK, ...plan.errors] };
    if (!preview && plan.errors.length === 0)
      await carryOut(tx, [...plan.added, ...plan.changed], {
        actor: { id: actor, organisationId: '' },
        now,
        region,
      });
    return plan;
  },
  async takeOut(tx) {
    const { units, sites, published } = await known(tx);
    return [...published]
      .flatMap(([unitId, numbers]) => {
        const unit = units.find((each) => each.id === unitId);
        const zone = sites.find((site) => site.id === unit?.siteId)?.zone ?? REGION_ZONE;
        return numbers.map(({ product, free, asOf, freshUntil }) => [
          unit?.code ?? '',
          product,
          String(free),
          writeUntil(asOf, zone),
          freshUntil === null ? '' : writeUntil(freshUntil, zone),
        ]);
      })
      .sort((a, b) => (a.join('\t') < b.join('\t') ? -1 : 1));
  },
};

/** Lists of what is no bed: numbers of houses, and teams. */
export const kindFiles = { counts: countFile, teams: teamFile };

/** Adds the routes that bring them in and take them out. */
export const kindFileRoutes = (door: Door): void => {
  fileRoutes(door, countFile, regionFiles);
  fileRoutes(door, teamFile, regionFiles);
};
