import { kindFiles, placeFile } from '#modules/capacity/index.ts';
import { organisationFile, postcodeFile, siteFile } from '#modules/region/index.ts';
import { serviceFile } from '#modules/social/index.ts';
import type { FileKind } from '#platform/csv/file.ts';

/** The lists that can be brought in and taken out as a file, in the order in which they need one another. */
export const FILE_KINDS = [
  'postcodes',
  'organisations',
  'sites',
  'places',
  'counts',
  'teams',
  'services',
] as const;
export type FileName = (typeof FILE_KINDS)[number];

/** The list by its name. */
export const fileKinds: Readonly<Record<FileName, FileKind>> = {
  postcodes: postcodeFile,
  organisations: organisationFile,
  sites: siteFile,
  places: placeFile,
  ...kindFiles,
  services: serviceFile,
};
