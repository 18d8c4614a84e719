export { regionCache } from './cache.ts';
export { admission } from './decide/admission.ts';
export { CAUTIOUS, rulesOf, walksCrisisRoute } from './decide/agreement.ts';
export { CODE } from './decide/import-organisations.ts';
export { readHours, writeHours } from './decide/opening-hours.ts';
export { organisationFile, postcodeFile, siteFile } from './import.ts';
export { regionRefusals } from './refusals.ts';
export { regionFiles, regionRoutes } from './routes.ts';
export { mailAddressRoutes } from './routes-mail.ts';
export { regionOpenRoutes } from './routes-open.ts';
export { loadRegion, REGION_ZONE, readRegion, writeRegion } from './service.ts';
export {
  loadOrganisations,
  loadPostcodes,
  loadProfessionals,
  loadSites,
  loadUnits,
  professionalById,
} from './store.ts';
export { loadContacts } from './store-contact.ts';
export { loadLegalTitles } from './store-limits.ts';
export { followedRegions, setPublishes } from './store-open.ts';
export { importAlone } from './store-write.ts';
