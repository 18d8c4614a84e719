import { type Day, localDay } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { stampOf } from '#platform/db/mode.ts';
import { type Entry, record } from '#platform/diary/diary.ts';
import { agreementOn, startingAgreement } from './decide/agreement.ts';
import { loadRows } from './store.ts';
import { putSignatures } from './store-agreement.ts';
import { putContacts } from './store-contact.ts';
import { putSiteLimits, putUnitLimits, replaceContracts } from './store-limits.ts';
import {
  putAgreements,
  putDuties,
  putOrganisations,
  putPostcodes,
  putProfessionals,
  putSites,
  putUnits,
  replaceWindows,
} from './store-write.ts';
import type { Agreement, AgreementVersion, Region, RegionContent } from './types.ts';

/** Days of the agreement are days of the region's own calendar. */
export const REGION_ZONE = 'Europe/Amsterdam';

/** In whose name something about the region is written, and when. */
export interface Writing {
  readonly actor: string;
  readonly now: Instant;
}

/** The region as it is on a day; null while there is no desk to turn to. Reads past the cache. */
export const loadRegion = async (tx: Tx, day: Day): Promise<Region | null> => {
  const stamp = await stampOf(tx);
  const { agreements, organisations, postcodes, ...rest } = await loadRows(tx, day);
  const agreement = agreementOn(agreements, day) ?? startingAgreement(organisations, day);
  if (agreement === null) return null;
  return {
    name: stamp?.regionName ?? '',
    organisations: organisations.map(({ id, code, name, kind, phone, party, publishes }) => ({
      id,
      code,
      name,
      kind,
      phone,
      party,
      publishes,
    })),
    ...rest,
    postcodes: new Map(postcodes.map(({ pc4, lat, lon }) => [pc4, { lat, lon }])),
    agreement,
  };
};

/** The region as it is now, read past the cache; throws when it has no desk, because then there is nothing to serve. */
export const readRegion = async (tx: Tx, now: Instant): Promise<Region> => {
  const region = await loadRegion(tx, localDay(now, REGION_ZONE));
  if (region === null) throw new Error('the region has no desk yet: import one before serving');
  return region;
};

/** What is about the region as a whole has no id of its own. */
const THE_REGION = '00000000-0000-0000-0000-000000000000';

/** Something that was written: what, which, whose; never what it is called. */
interface Written {
  readonly event: string;
  readonly subject: string;
  readonly unitId?: string | null;
  readonly organisationId?: string | null;
}

const siteIdsOf = (content: RegionContent): string[] => [
  ...new Set(content.windowsOf ?? (content.windows ?? []).map((window) => window.siteId)),
];

const contractsOf = (content: RegionContent): string[] => [
  ...new Set(content.contractsOf ?? (content.contracts ?? []).map((contract) => contract.organisationId)),
];

/** Whose limits were written: a site, a unit or an organisation, once each. */
const limitsIn = (content: RegionContent): Written[] => [
  ...(content.siteLimits ?? []).map(({ siteId }) => ({ event: 'limits-written', subject: siteId })),
  ...(content.unitLimits ?? []).map(({ unitId }) => ({ event: 'limits-written', subject: unitId, unitId })),
  ...contractsOf(content).map((id) => ({ event: 'contracts-written', subject: id, organisationId: id })),
];

const writtenIn = (content: RegionContent): Written[] => {
  const { organisations = [], sites = [], units = [], professionals = [], duties = [] } = content;
  const rosters = new Set([...siteIdsOf(content), ...duties.map((duty) => duty.siteId)]);
  const whole = (event: string, list: readonly unknown[] = []): Written[] =>
    list.length === 0 ? [] : [{ event, subject: THE_REGION }];
  return [
    ...organisations.map(({ id }) => ({ event: 'organisation-written', subject: id, organisationId: id })),
    ...sites.map(({ id, organisationId }) => ({ event: 'site-written', subject: id, organisationId })),
    ...units.map(({ id }) => ({ event: 'unit-written', subject: id, unitId: id })),
    ...professionals.map(({ id, unitId, organisationId }) => ({
      event: 'professional-written',
      subject: id,
      unitId,
      organisationId,
    })),
    ...[...rosters].map((subject) => ({ event: 'roster-written', subject })),
    ...limitsIn(content),
    ...whole('agreement-written', content.agreements ?? content.versions),
    ...whole('postcodes-written', content.postcodes),
    ...whole('contacts-written', content.contacts),
  ];
};

const entryOf = (
  { event, subject, unitId = null, organisationId = null }: Written,
  writing: Writing,
): Entry => ({
  at: writing.now,
  room: 'region',
  event,
  subject,
  unitId,
  organisationId,
  actor: writing.actor,
  body: {},
});

/** What is brought in as the agreement was signed elsewhere: it counts from its day on. */
const adopted = (agreements: readonly Agreement[], writing: Writing): AgreementVersion[] =>
  agreements.map((agreement) => ({
    id: newId(),
    ...agreement,
    proposedAt: writing.now,
    proposedBy: writing.actor,
    adoptedAt: writing.now,
  }));

const putLimits = async (tx: Tx, content: RegionContent): Promise<void> => {
  await putSiteLimits(tx, content.siteLimits ?? []);
  await putUnitLimits(tx, content.unitLimits ?? []);
  await replaceContracts(tx, contractsOf(content), content.contracts ?? []);
};

/** Writes about the region: adds what is new, changes what has a known id, and says so in the diary. */
export const writeRegion = async (tx: Tx, content: RegionContent, writing: Writing): Promise<void> => {
  await putOrganisations(tx, content.organisations ?? []);
  await putSites(tx, content.sites ?? []);
  await putUnits(tx, content.units ?? []);
  await putProfessionals(tx, content.professionals ?? []);
  await replaceWindows(tx, siteIdsOf(content), content.windows ?? []);
  await putDuties(tx, content.duties ?? []);
  await putLimits(tx, content);
  await putAgreements(tx, content.versions ?? adopted(content.agreements ?? [], writing));
  await putSignatures(tx, content.signatures ?? []);
  await putPostcodes(tx, content.postcodes ?? []);
  await putContacts(tx, content.contacts ?? []);
  await record(
    tx,
    writtenIn(content).map((written) => entryOf(written, writing)),
  );
};
