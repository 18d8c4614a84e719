import { localDay } from '#kernel/calendar.ts';
import { FOREVER, type Instant } from '#kernel/interval.ts';
import type { Table } from '#kernel/table.ts';
import {
  importAlone,
  loadLegalTitles,
  loadRegion,
  loadSites,
  loadUnits,
  REGION_ZONE,
  readRegion,
  regionFiles,
  writeRegion,
} from '#modules/region/index.ts';
import type { Region } from '#modules/region/types.ts';
import type { FileKind, Importer } from '#platform/csv/file.ts';
import { fileRoutes } from '#platform/csv/route.ts';
import type { Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { type Entry, record } from '#platform/diary/diary.ts';
import type { Door } from '#platform/http/route.ts';
import { displacedBy } from './decide/hold.ts';
import { isLive } from './decide/standing.ts';
import { claimLine, type Doing, unitLine } from './doing.ts';
import { type KnownPlaces, NO_DESK } from './import-known.ts';
import { PLACE_COLUMNS, type PlacesPlan, type PlannedPlace, planPlaces } from './import-plan.ts';
import { writeRoom } from './import-room.ts';
import { writeUntil } from './import-until.ts';
import { lockSwept } from './service-hold.ts';
import { putFlex } from './store-counts.ts';
import { loadClaims, loadPlaces, moveEnds, putPlaces } from './store-import.ts';
import { loadRooms } from './store-room.ts';
import { displaceClaims, insertClaims } from './store-write.ts';
import type { Claim, NewClaim } from './types.ts';

type LiveClaims = KnownPlaces['claims'];

const liveClaims = async (tx: Tx, now: Instant): Promise<LiveClaims> =>
  Map.groupBy(
    (await loadClaims(tx)).filter((claim) => isLive(claim, now)),
    (claim) => claim.placeId,
  );

/** The stay of somebody we do not know: the file says only that the place is taken, and until when. */
const stayOf = ({ place }: PlannedPlace, until: Instant, now: Instant): NewClaim => ({
  id: newId(),
  placeId: place.id,
  subject: newId(),
  kind: 'stay',
  product: place.products[0] ?? 'elv-low',
  during: { from: now, until },
  latestEnd: null,
  expiresAt: null,
  arrivedAt: now,
  awayAt: null,
  leftAt: null,
  releasedAt: null,
  displacedAt: null,
  madeAt: now,
  source: 'import',
  version: 1,
});

/** Who is there is a fact: what was planned in the way is displaced, in the same transaction. */
const occupy = async (
  tx: Tx,
  planned: readonly PlannedPlace[],
  claims: LiveClaims,
  doing: Doing,
): Promise<Entry[]> => {
  const begun: NewClaim[] = [];
  const moved: Claim[] = [];
  const displaced: { claim: Claim; unitId: string }[] = [];
  for (const row of planned) {
    if (row.occupied === null) continue;
    const { stay, until } = row.occupied;
    const during = { from: stay?.during.from ?? doing.now, until };
    if (stay === null) begun.push(stayOf(row, until, doing.now));
    else moved.push({ ...stay, during });
    const lost = displacedBy(claims.get(row.place.id) ?? [], during, stay?.id ?? '', doing.now);
    displaced.push(...lost.map((claim) => ({ claim, unitId: row.place.unitId })));
  }
  await displaceClaims(
    tx,
    displaced.map(({ claim }) => claim),
    doing.now,
  );
  await insertClaims(tx, begun);
  await moveEnds(tx, moved);
  return displaced.map(({ claim, unitId }) => claimLine(doing, 'displaced', claim, unitId));
};

/** Locks the places of which the file says who is there, so that nobody arrives between looking and writing. */
const lockTold = async (
  tx: Tx,
  table: Table,
  known: Pick<KnownPlaces, 'units' | 'places'>,
  doing: Doing,
): Promise<void> => {
  const units = new Map(known.units.map((unit) => [unit.id, unit.code]));
  const told = new Set(
    table.rows
      .filter((row) => row.cells['occupied_until'])
      .map((row) => `${row.cells['unit_code']}\n${row.cells['place_code']}`),
  );
  const ids = known.places
    .filter((place) => told.has(`${units.get(place.unitId)}\n${place.code}`))
    .map((place) => place.id);
  const { swept } = await lockSwept(tx, ids, doing);
  await record(tx, swept);
};

const regionAt = (tx: Tx, now: Instant): Promise<Region | null> => loadRegion(tx, localDay(now, REGION_ZONE));

const carryOut = async (tx: Tx, plan: PlacesPlan, claims: LiveClaims, importer: Importer): Promise<void> => {
  const planned = [...plan.added, ...plan.changed];
  if (planned.length === 0) return;
  const { units, unitLimits } = plan;
  if (units.length + unitLimits.length > 0) await writeRegion(tx, { units, unitLimits }, importer);
  await putPlaces(
    tx,
    planned.filter((row) => row.written).map((row) => row.place),
  );
  await putFlex(
    tx,
    planned.filter((row) => row.written).map(({ place, flex }) => ({ placeId: place.id, products: flex })),
  );
  // Read again: it has the new units now.
  const region = await readRegion(tx, importer.now);
  const doing: Doing = { actor: { id: importer.actor, organisationId: '' }, now: importer.now, region };
  const occupied = planned.filter((row) => row.occupied !== null);
  const displaced = await occupy(tx, occupied, claims, doing);
  const perUnit = [...Map.groupBy(planned, (row) => row.place.unitId)].map(([unitId, list]) =>
    unitLine(doing, 'imported', unitId, {
      places: list.length,
      occupied: list.filter((row) => row.occupied !== null).length,
    }),
  );
  await record(tx, [...perUnit, ...displaced]);
};

/** Places as a file, with the units they are on. A place from a file is unknown until its ward confirms it. */
export const placeFile: FileKind = {
  name: 'places',
  columns: PLACE_COLUMNS,
  async bringIn(tx, table, importer) {
    await importAlone(tx);
    const { actor, now, preview } = importer;
    const region = await regionAt(tx, now);
    const standing = {
      sites: await loadSites(tx),
      units: await loadUnits(tx),
      places: await loadPlaces(tx),
      rooms: await loadRooms(tx),
      legalTitles: await loadLegalTitles(tx),
    };
    if (region !== null && !preview) {
      await lockTold(tx, table, standing, { actor: { id: actor, organisationId: '' }, now, region });
    }
    const claims = await liveClaims(tx, now);
    const plan = planPlaces(table, { ...standing, claims }, now, newId);
    if (region === null) return { ...plan, errors: [NO_DESK, ...plan.errors] };
    if (!preview && plan.errors.length === 0) await carryOut(tx, plan, claims, importer);
    return plan;
  },
  async takeOut(tx) {
    const sites = new Map((await loadSites(tx)).map((site) => [site.id, site]));
    const units = new Map((await loadUnits(tx)).map((unit) => [unit.id, unit]));
    const present = new Map(
      (await loadClaims(tx))
        .filter((claim) => claim.arrivedAt !== null)
        .map((claim) => [claim.placeId, claim.during.until]),
    );
    const titles = await loadLegalTitles(tx);
    const places = (await loadPlaces(tx)).filter((place) => !place.ended);
    return places
      .map((place) => {
        const unit = units.get(place.unitId);
        const site = sites.get(unit?.siteId ?? '');
        const until = present.get(place.id);
        const occupied =
          until === undefined || until >= FOREVER ? '' : writeUntil(until, site?.zone ?? REGION_ZONE);
        const lists = [place.products, place.properties, place.labels, place.flex ?? []].map((list) =>
          list.join('|'),
        );
        const grounds = (titles.get(place.unitId) ?? []).join('|');
        const head = [site?.code ?? '', unit?.code ?? '', unit?.name ?? '', place.code];
        return [...head, ...lists, ...writeRoom(place.room ?? null), grounds, occupied];
      })
      .sort((a, b) => (a.slice(0, 4).join('\t') < b.slice(0, 4).join('\t') ? -1 : 1));
  },
};

/** Adds the routes that bring places in and take them out. */
export const placeFileRoutes = (door: Door): void => fileRoutes(door, placeFile, regionFiles);
