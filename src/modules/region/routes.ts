import { z } from 'zod';
import { ok } from '#kernel/result.ts';
import { nobody } from '#platform/access-log/looks.ts';
import { fileRoutes } from '#platform/csv/route.ts';
import { type Door, read } from '#platform/http/route.ts';
import { ImportAnswer, ImportQuery, RegionView } from './contract.ts';
import { organisationFile, postcodeFile, siteFile } from './import.ts';
import { regionPolicies } from './policy.ts';
import { agreementRoutes } from './routes-agreement.ts';
import { type SignInParts, sessionRoutes } from './session-routes.ts';
import type { Region } from './types.ts';

const viewOf = (region: Region): z.infer<typeof RegionView> => ({
  name: region.name,
  organisations: [...region.organisations],
  sites: region.sites.map(({ id, organisationId, code, name, town, pc4, lat, lon, phone }) => ({
    id,
    organisationId,
    code,
    name,
    town,
    pc4,
    lat,
    lon,
    phone,
  })),
  units: region.units.map(({ id, siteId, code, name }) => ({ id, siteId, code, name })),
  agreement: region.agreement,
});

/** How files of the region cross HTTP; the room with the places uses the same. */
export const regionFiles = {
  policy: regionPolicies.files,
  tag: 'bestanden',
  query: ImportQuery,
  body: z.any().meta({ description: 'Het bestand: UTF-8, `;` of `,`, hooguit 5 MB en 20.000 rijen.' }),
  answer: ImportAnswer,
};

/** Adds the routes of this room. */
export const regionRoutes = (door: Door, parts: SignInParts): void => {
  sessionRoutes(door, parts);
  read(door, {
    url: '/api/v1/region',
    summary: 'Wie meedoet, waar, en wat is afgesproken',
    tag: 'regio',
    policy: regionPolicies.directory,
    answer: RegionView,
    looks: nobody,
    run: async ({ tx }) => ok(viewOf(await parts.cache.get(tx))),
  });
  agreementRoutes(door);
  fileRoutes(door, organisationFile, regionFiles);
  fileRoutes(door, siteFile, regionFiles);
  fileRoutes(door, postcodeFile, regionFiles);
};
