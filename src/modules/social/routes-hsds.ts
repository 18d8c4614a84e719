import { z } from 'zod';
import { Id } from '#kernel/contract.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Plan } from '#kernel/table.ts';
import { ImportAnswer, ImportQuery } from '#modules/region/contract.ts';
import { nobody } from '#platform/access-log/looks.ts';
import { readExact, writeExact } from '#platform/csv/exact.ts';
import { importRoute } from '#platform/csv/route.ts';
import { type Door, read } from '#platform/http/route.ts';
import { HsdsBase, HsdsBody, HsdsPage, HsdsTables, MapAnswer, PageAsk, TablesBody } from './contract-hsds.ts';
import { ENTITIES, type Entity } from './hsds/fields.ts';
import { MODEL } from './hsds/model.ts';
import { type ReadTable, readTables } from './hsds/read-tables.ts';
import { tablesOf } from './hsds/write-tables.ts';
import { openRead } from './open-read.ts';
import { socialPolicies as may } from './policy.ts';
import { bringIn, bringInMap, documentsOf, pageOf, takeOutMap, takeOutRows } from './service-hsds.ts';

const tag = 'sociale kaart';
/** A map of ten thousand services in nested form, with room to spare. */
const LARGEST = 64 * 1024 * 1024;

/** The lists of the standard that stand on the web, by their names in an address. */
const LISTS: Readonly<Record<string, Entity>> = {
  services: 'service',
  organizations: 'organization',
  service_at_locations: 'service_at_location',
  locations: 'location',
  taxonomies: 'taxonomy',
  taxonomy_terms: 'taxonomy_term',
};

const FILES: ReadonlyMap<string, Entity> = new Map(ENTITIES.map((entity) => [MODEL[entity].file, entity]));

/** Reads the files of a CSV set; refused when one of them is no table of the standard. */
const tablesIn = ({ tables }: TablesBody): Result<ReadTable[], Refusal> => {
  const read: ReadTable[] = [];
  for (const [file, text] of Object.entries(tables)) {
    const entity = FILES.get(file);
    if (entity === undefined) return refuse({ code: 'form-unknown' });
    const table = readExact(text);
    if (!table.ok) return table;
    read.push({ entity, file, ...table.value });
  }
  return ok(read);
};

const importing = (door: Door): void => {
  const shape = { policy: may.keep, tag, query: ImportQuery, answer: ImportAnswer };
  const consumes = ['application/json'];
  importRoute(
    door,
    {
      ...{ name: 'hsds', consumes, bodyLimit: LARGEST },
      bringIn: async (tx, body, importer): Promise<Result<Plan<unknown, unknown>, Refusal>> =>
        ok(await bringInMap(tx, body, importer)),
    },
    { ...shape, body: HsdsBody },
  );
  importRoute(
    door,
    {
      ...{ name: 'hsds-tables', consumes, bodyLimit: LARGEST },
      bringIn: async (tx, body, importer): Promise<Result<Plan<unknown, unknown>, Refusal>> => {
        const tables = tablesIn(body as TablesBody);
        return tables.ok ? ok(await bringIn(tx, readTables(tables.value), importer)) : tables;
      },
    },
    { ...shape, body: TablesBody },
  );
};

const exporting = (door: Door): void => {
  read<unknown, unknown, MapAnswer>(door, {
    url: '/api/v1/export/hsds.json',
    summary: 'De hele sociale kaart als HSDS 3.0 (JSON)',
    tag,
    policy: may.keep,
    answer: MapAnswer,
    looks: nobody,
    run: async ({ tx }) => ok(await takeOutMap(tx)),
  });
  read<unknown, unknown, HsdsTables>(door, {
    url: '/api/v1/export/hsds-tables.json',
    summary: 'De hele sociale kaart als tabellen van HSDS 3.0 (CSV)',
    tag,
    policy: may.keep,
    answer: HsdsTables,
    looks: nobody,
    run: async ({ tx }) => {
      const tables = tablesOf(await takeOutRows(tx));
      return ok({
        tables: Object.fromEntries(
          tables.map(({ file, columns, lines }) => [file, writeExact(columns, lines)] as const),
        ),
      });
    },
  });
};

const ByList = z.object({ list: z.string().max(40) });
const ByListAndId = ByList.extend({ id: Id });

const standardApi = (door: Door): void => {
  const base = '/api/v1/hsds';
  openRead<unknown, unknown, z.infer<typeof HsdsBase>>(door, {
    url: base,
    summary: 'De sociale kaart als HSDS-API: welke versie, en hoe',
    tag,
    policy: may.map,
    answer: HsdsBase,
    run: async () =>
      ok({
        version: '3.0',
        profile: 'https://docs.openreferral.org/en/3.0/',
        openapi_url: '/openapi.json',
      }),
  });
  openRead<z.infer<typeof ByList>, PageAsk, HsdsPage>(door, {
    url: `${base}/:list`,
    summary: 'Een lijst van HSDS, per bladzijde',
    tag,
    policy: may.map,
    params: ByList,
    query: PageAsk,
    answer: HsdsPage,
    run: async ({ tx, params, query }) => {
      const entity = LISTS[params.list];
      if (entity === undefined) return refuse({ code: 'form-unknown' });
      const { contents, total } = await pageOf(tx, entity, { page: query.page, size: query.per_page });
      const pages = Math.ceil(total / query.per_page);
      return ok({
        ...{ total_items: total, total_pages: pages, page_number: query.page, size: contents.length },
        ...{ first_page: query.page === 1, last_page: query.page >= pages, empty: contents.length === 0 },
        contents: contents.map(withoutPeople),
      });
    },
  });
  openRead<z.infer<typeof ByListAndId>, unknown, Record<string, unknown>>(door, {
    url: `${base}/:list/:id`,
    summary: 'Eén document van HSDS, met alles wat erbij hoort',
    tag,
    policy: may.map,
    params: ByListAndId,
    answer: z.record(z.string(), z.unknown()),
    run: async ({ tx, params }) => {
      const entity = LISTS[params.list];
      if (entity === undefined) return refuse({ code: 'form-unknown' });
      const [document] = await documentsOf(tx, entity, [params.id]);
      return document === undefined ? refuse({ code: 'service-unknown' }) : ok(withoutPeople(document));
    },
  });
};

/** What stands on the web for everybody holds no names of people: contacts stay with who keeps the map. */
const withoutPeople = (document: Record<string, unknown>): Record<string, unknown> =>
  JSON.parse(
    JSON.stringify(document, (key, value: unknown) =>
      key === 'contacts' || key === 'metadata' ? undefined : value,
    ),
  ) as Record<string, unknown>;

/** Adds the map as the standard: bringing in, taking out, and reading it as others do. */
export const hsdsRoutes = (door: Door): void => {
  importing(door);
  exporting(door);
  standardApi(door);
};
