import type { Consent, ConsentPurpose } from '#modules/people/types.ts';
import type { OrganisationKind } from '#modules/region/types.ts';

/** Between these a referral is enough: who is referred may presume that care talks to care. Every other kind asks first. */
const CARE: ReadonlySet<OrganisationKind> = new Set(['gp', 'hospital', 'care-provider', 'desk', 'home-care']);

/** An organisation as far as sharing goes. */
interface Party {
  readonly id: string;
  readonly kind: OrganisationKind;
}

/** Why what says who somebody is may travel; `none`: it may not, and a profile is all there is. */
export type SharingGround =
  | { readonly ground: 'referral' }
  | { readonly ground: 'consent'; readonly consentId: string }
  | { readonly ground: 'none' };

/** What a consent must cover: this receiver, for this purpose. */
export interface Sharing {
  readonly from: Party;
  readonly to: Party;
  readonly purpose: ConsentPurpose;
}

type Said = Pick<
  Consent,
  'id' | 'purpose' | 'receiverOrg' | 'receiverKind' | 'explicit' | 'givenAt' | 'revokedAt'
>;

/** A yes in so many words that stands, for exactly this purpose, to exactly this receiver or its kind. */
const covers = (said: Said, { to, purpose }: Sharing): boolean =>
  said.explicit &&
  said.revokedAt === null &&
  said.purpose === purpose &&
  (said.receiverOrg === to.id || said.receiverKind === to.kind);

/** A yes to one organisation says more than one to a kind; of two alike the first counts. */
const bySayingMore = (one: Said, other: Said): number =>
  Number(one.receiverOrg === null) - Number(other.receiverOrg === null) ||
  one.givenAt - other.givenAt ||
  (one.id < other.id ? -1 : 1);

/** May what says who somebody is go from one organisation to another for this purpose, and on which ground? */
export const sharingGround = (sharing: Sharing, consents: readonly Said[]): SharingGround => {
  const { from, to } = sharing;
  if (from.id === to.id || (CARE.has(from.kind) && CARE.has(to.kind))) return { ground: 'referral' };
  const [said] = consents.filter((each) => covers(each, sharing)).sort(bySayingMore);
  return said === undefined ? { ground: 'none' } : { ground: 'consent', consentId: said.id };
};
