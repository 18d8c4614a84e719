export { regionCache } from './cache.ts';
export { admission } from './decide/admission.ts';
export { CODE } from './decide/import-organisations.ts';
export { organisationFile, postcodeFile, siteFile } from './import.ts';
export { regionRefusals } from './refusals.ts';
export { regionFiles, regionRoutes } from './routes.ts';
export { loadRegion, professional, REGION_ZONE, readRegion, writeRegion } from './service.ts';
export { loadSites, loadUnits, professionalById } from './store.ts';
export { importAlone } from './store-write.ts';
