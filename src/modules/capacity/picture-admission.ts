import { HOUR, type Instant } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';
import { admission } from '#modules/region/index.ts';
import type { AdmissionWindow, Duty, Region, Site } from '#modules/region/types.ts';

/** When a site lets people arrive for a product; `says` is false when it told nobody its hours. */
export interface AdmissionLook {
  readonly says: boolean;
  readonly now: boolean;
  readonly until: Instant | null;
  readonly nextFrom: Instant | null;
  /** From when to when this answer stays the same. */
  readonly holds: { readonly from: Instant; readonly until: Instant };
}

/** Hours without a border in sight are looked up again this often: two weeks on, one may have come in sight. */
const LOOK_AGAIN = HOUR;

const group = <T extends { readonly siteId: string }>(rows: readonly T[]): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const rowsOfSite = groups.get(row.siteId);
    if (rowsOfSite === undefined) groups.set(row.siteId, [row]);
    else rowsOfSite.push(row);
  }
  return groups;
};

const lookUp = (
  hours: { windows: readonly AdmissionWindow[]; duties: readonly Duty[]; zone: string },
  product: Product,
  at: Instant,
): AdmissionLook => {
  const says = hours.windows.length > 0 || hours.duties.length > 0;
  if (!says)
    return {
      says,
      now: false,
      until: null,
      nextFrom: null,
      holds: { from: at, until: Number.POSITIVE_INFINITY },
    };
  const { now, until, nextFrom } = admission(hours, product, at);
  return { says, now, until, nextFrom, holds: { from: at, until: until ?? nextFrom ?? at + LOOK_AGAIN } };
};

/** The opening hours of a region, looked up once per site, product and stretch of the day. */
export const openAdmissions = (
  region: Region,
): ((site: Site, product: Product, at: Instant) => AdmissionLook) => {
  const windows = group(region.windows);
  const duties = group(region.duties);
  const known = new Map<string, AdmissionLook>();
  return (site, product, at) => {
    const hours = { windows: windows.get(site.id) ?? [], duties: duties.get(site.id) ?? [], zone: site.zone };
    // Most houses open one door for all care: then one look serves every product.
    const apart = hours.duties.length > 0 || hours.windows.some((window) => window.product !== null);
    const key = apart ? `${site.id} ${product}` : site.id;
    const before = known.get(key);
    if (before !== undefined && before.holds.from <= at && at < before.holds.until) return before;
    const look = lookUp(hours, product, at);
    known.set(key, look);
    return look;
  };
};
