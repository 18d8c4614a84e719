import { instantOf, plusDays } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Cohort, LegalTitle, Room } from '#kernel/limits.ts';
import type { Product, Property } from '#kernel/product.ts';
import { REGION_ZONE } from '#modules/region/index.ts';
import type { Region, Site } from '#modules/region/types.ts';
import {
  type Barrier,
  barrierOf,
  type Contract,
  type LimitsAsked,
  type PlaceLimits,
} from '#planning/match/index.ts';
import { addressOf } from './doing.ts';
import type { Trait } from './types.ts';

/** What a site said that can keep somebody out, as matching reads it. */
export const houseLimits = (
  region: Region,
  site: Pick<Site, 'id' | 'organisationId'>,
): Pick<PlaceLimits, 'doctors' | 'contracts' | 'languages'> => {
  const said = region.limits.sites.get(site.id);
  return {
    doctors: said === undefined ? null : { own: said.ownDoctorLow, gps: said.treatingGps },
    contracts: contractsOf(region, site.organisationId),
    languages: said?.languages?.map((language) => language.toLowerCase()) ?? null,
  };
};

// One list an organisation: its sites, however many, share it.
const read = new WeakMap<object, readonly Contract[]>();

const contractsOf = (region: Region, organisationId: string): readonly Contract[] | null => {
  const rows = region.limits.contracts.get(organisationId);
  if (rows === undefined) return null;
  const known = read.get(rows);
  if (known !== undefined) return known;
  const contracts = rows.map(({ uzovi, product, until, ceilingReached }) => ({
    uzovi,
    product,
    ceilingReached,
    // The last day counts to its end.
    until: until === null ? null : instantOf(plusDays(until, 1), 0, REGION_ZONE),
  }));
  read.set(rows, contracts);
  return contracts;
};

/** What is asked, as far as the limits look at it. */
export interface LimitsAsking {
  readonly product: Product;
  readonly needs: readonly Property[];
  readonly traits: readonly Trait[];
  readonly language: string | null;
  readonly legalTitle: LegalTitle | null;
  readonly uzovi: string | null;
  readonly sex: string | null;
  /** The organisation that asks. */
  readonly referrerOrg: string;
}

/** Who has this lies only with others who have it. */
const cohortOf = (traits: readonly Trait[]): Cohort | null => (traits.includes('mrsa') ? 'mrsa' : null);

/** Everywhere they speak Dutch, whatever else they say they speak. */
const DUTCH = ['nederlands', 'dutch'];

/** What the hard limits look at, from a request or from a question that was not sent yet. */
export const limitsAskedOf = (asking: LimitsAsking, from: Instant, region: Region): LimitsAsked => {
  const { product, needs, traits, language, legalTitle, uzovi, sex, referrerOrg } = asking;
  const asks = region.organisations.find((each) => each.id === referrerOrg);
  return {
    product,
    needs,
    from,
    legalTitle,
    uzovi,
    language: language === null || DUTCH.includes(language.trim().toLowerCase()) ? null : language.trim(),
    sex: sex === 'female' || sex === 'male' ? sex : null,
    cohort: cohortOf(traits),
    // Who asks from a hospital or a desk is not the doctor who would treat.
    gp: asks?.kind === 'gp' ? asks.id : null,
  };
};

/** The hard limit that a place breaks for what is asked, besides product, needs and hours; null: none that is known. */
export const limitBroken = (
  region: Region,
  place: { readonly unitId: string; readonly room?: Room | null },
  asking: LimitsAsking,
  from: Instant,
): Barrier | null =>
  barrierOf(limitsAskedOf(asking, from, region), {
    room: place.room ?? null,
    legalTitles: region.limits.units.get(place.unitId) ?? null,
    ...houseLimits(region, addressOf(region, place.unitId).site),
  });
