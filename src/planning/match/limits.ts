import type { Instant } from '#kernel/interval.ts';
import type { Cohort, LegalTitle, Room } from '#kernel/limits.ts';
import type { Product, Property } from '#kernel/product.ts';

/** Which doctor treats at a site whoever needs no specialist: one of its own, or these GP practices. */
export interface Doctors {
  /** Null: not said. */
  readonly own: boolean | null;
  /** Practices by id; empty: none named. */
  readonly gps: readonly string[];
}

/** An insurer that pays for stays with an organisation. */
export interface Contract {
  readonly uzovi: string;
  /** Null: for every product. */
  readonly product: Product | null;
  /** From this moment on it counts no more; null: no end agreed. */
  readonly until: Instant | null;
  readonly ceilingReached: boolean;
}

/** What of a question the hard limits look at, besides product, needs and hours. */
export interface LimitsAsked {
  readonly product: Product;
  readonly needs: readonly Property[];
  readonly from: Instant;
  readonly language: string | null;
  readonly legalTitle: LegalTitle | null;
  /** Null: not known, or neither of the two. */
  readonly sex: 'female' | 'male' | null;
  readonly cohort: Cohort | null;
  /** The GP practice that would stay the doctor; null when it is not known. */
  readonly gp: string | null;
  readonly uzovi: string | null;
}

/** What is known of one place. Null is not said: what nobody said keeps nobody out. */
export interface PlaceLimits {
  readonly room: Room | null;
  readonly legalTitles: readonly LegalTitle[] | null;
  readonly doctors: Doctors | null;
  readonly contracts: readonly Contract[] | null;
  /** In small letters. */
  readonly languages: readonly string[] | null;
}

/** The hard limit that a place breaks, with what its sentence needs. */
export type Barrier =
  | { readonly code: 'room-sex'; readonly room: Room }
  | { readonly code: 'cohort'; readonly room: Room }
  | { readonly code: 'legal-title'; readonly title: LegalTitle }
  | { readonly code: 'doctor' }
  | { readonly code: 'ceiling'; readonly uzovi: string }
  | { readonly code: 'contract'; readonly uzovi: string }
  | { readonly code: 'language'; readonly language: string };

/** How a limit stands: kept, not known, not asked (null), or broken. */
export type Kept = 'kept' | 'unknown' | null;

/** What a Wlz office or a town pays needs no contract with an insurer. */
const NOT_INSURED: readonly Product[] = ['wlz-crisis', 'respite'];

/** May this person lie in this room? Only what the ward said of it counts. */
export const roomLimit = (
  asked: Pick<LimitsAsked, 'sex' | 'cohort'>,
  room: Pick<Room, 'sex' | 'cohort'>,
): Kept | 'room-sex' | 'cohort' => {
  if (room.cohort !== null && room.cohort !== asked.cohort) return 'cohort';
  if (room.sex === 'any') return 'kept';
  if (asked.sex === null) return 'unknown';
  return room.sex === asked.sex ? 'kept' : 'room-sex';
};

/** May a ward take somebody on this ground? */
export const titleLimit = (
  asked: Pick<LimitsAsked, 'needs' | 'legalTitle'>,
  titles: PlaceLimits['legalTitles'],
): Kept | Barrier => {
  if (!asked.needs.includes('closed-ward')) return null;
  if (titles === null || asked.legalTitle === null) return 'unknown';
  return titles.includes(asked.legalTitle) ? 'kept' : { code: 'legal-title', title: asked.legalTitle };
};

/** Is there a doctor? With ELV low the GP stays the doctor, where the GP treats; a house may have one of its own. */
export const doctorLimit = (
  asked: Pick<LimitsAsked, 'product' | 'gp'>,
  doctors: PlaceLimits['doctors'],
): Kept | Barrier => {
  if (asked.product !== 'elv-low') return null;
  if (doctors === null) return 'unknown';
  const { own, gps } = doctors;
  if (own === true || (asked.gp !== null && gps.includes(asked.gp))) return 'kept';
  return own === false && gps.length > 0 && asked.gp !== null ? { code: 'doctor' } : 'unknown';
};

/** Does the insurer pay for it here, and has it still money for it? */
export const contractLimit = (
  asked: Pick<LimitsAsked, 'product' | 'uzovi' | 'from'>,
  contracts: PlaceLimits['contracts'],
): Kept | Barrier => {
  const { uzovi, product, from } = asked;
  if (uzovi === null || NOT_INSURED.includes(product)) return null;
  if (contracts === null || contracts.length === 0) return 'unknown';
  const counting = contracts.filter(
    (each) =>
      each.uzovi === uzovi &&
      (each.product === null || each.product === product) &&
      (each.until === null || from < each.until),
  );
  if (counting.length === 0) return { code: 'contract', uzovi };
  return counting.every((each) => each.ceilingReached) ? { code: 'ceiling', uzovi } : 'kept';
};

/** Is the language spoken? */
export const languageLimit = (
  asked: Pick<LimitsAsked, 'language'>,
  languages: PlaceLimits['languages'],
): Kept | Barrier => {
  if (asked.language === null) return null;
  if (languages === null) return 'unknown';
  return languages.includes(asked.language.toLowerCase())
    ? 'kept'
    : { code: 'language', language: asked.language };
};

const broken = (answer: Kept | Barrier): Barrier | null =>
  answer === null || typeof answer === 'string' ? null : answer;

/** What a room itself breaks. */
export const roomBarrier = (asked: LimitsAsked, room: Room | null): Barrier | null => {
  const answer = room === null ? null : roomLimit(asked, room);
  return room !== null && (answer === 'room-sex' || answer === 'cohort') ? { code: answer, room } : null;
};

/** What a ward and its house break, whatever the bed: the first of them, in the order of telling. */
export const houseBarrier = (asked: LimitsAsked, house: Omit<PlaceLimits, 'room'>): Barrier | null =>
  broken(titleLimit(asked, house.legalTitles)) ??
  broken(doctorLimit(asked, house.doctors)) ??
  broken(contractLimit(asked, house.contracts)) ??
  broken(languageLimit(asked, house.languages));

/**
 * The hard limit that a place breaks for this question; null when it breaks none that is known. The search and who asks
 * a house both turn to this one, so that what is proposed can be asked and what cannot be asked is not proposed.
 */
export const barrierOf = (asked: LimitsAsked, place: PlaceLimits): Barrier | null =>
  roomBarrier(asked, place.room) ?? houseBarrier(asked, place);
