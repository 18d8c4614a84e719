import { z } from 'zod';

/** HSDS as JSON: one document, a list, a page or a whole map. What it must hold is checked field by field. */
export const HsdsBody = z
  .any()
  .meta({ description: 'HSDS 3.0 als JSON: een document, een lijst of een hele kaart.' });

const Document = z.record(z.string(), z.unknown());

/** A whole map in nested lists, by the names of the lists of the standard. */
export const MapAnswer = z.record(z.string(), z.array(Document)).meta({ id: 'HsdsMap' });
export type MapAnswer = z.infer<typeof MapAnswer>;

/** The tables of a CSV set by the names of their files. */
export const HsdsTables = z.object({ tables: z.record(z.string(), z.string()) }).meta({ id: 'HsdsTables' });
export type HsdsTables = z.infer<typeof HsdsTables>;

/** The tables of a CSV set to bring in, by the names of their files. */
export const TablesBody = z
  .strictObject({ tables: z.record(z.string(), z.string()) })
  .meta({ id: 'HsdsTablesBody' });
export type TablesBody = z.infer<typeof TablesBody>;

/** What an API of the standard says about itself. */
export const HsdsBase = z
  .object({ version: z.string(), profile: z.string(), openapi_url: z.string() })
  .meta({ id: 'HsdsBase' });

/** One page of documents, in the words of the standard. */
export const HsdsPage = z
  .object({
    total_items: z.number().int(),
    total_pages: z.number().int(),
    page_number: z.number().int(),
    size: z.number().int(),
    first_page: z.boolean(),
    last_page: z.boolean(),
    empty: z.boolean(),
    contents: z.array(Document),
  })
  .meta({ id: 'HsdsPage' });
export type HsdsPage = z.infer<typeof HsdsPage>;

/** Which page of a list. */
export const PageAsk = z.strictObject({
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  per_page: z.coerce.number().int().min(1).max(50).default(20),
});
export type PageAsk = z.infer<typeof PageAsk>;
