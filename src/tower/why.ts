import { counts } from '#kernel/freshness.ts';
import type { Instant } from '#kernel/interval.ts';
import { type Product, USUAL_DAYS } from '#kernel/product.ts';
import type { Sentence } from '#kernel/refusal.ts';
import { isLive, lookAt, type Picture, type ProductLook, type UnitLook } from '#modules/capacity/index.ts';
import { type Claim, EXTRA, type Place, type PlaceState, type Standing } from '#modules/capacity/types.ts';
import type { Site } from '#modules/region/types.ts';
import { siteBoard } from './board.ts';
import type { Why } from './contract.ts';
import { both, CLOSED_WORDS, join, moment, until } from './words.ts';

/** More beds than this in one sentence nobody reads. */
const NAMED = 4;
/** From all beds down to what is free. */
const LINE_ORDER: readonly PlaceState[] = ['closed', 'occupied', 'soon', 'held', 'unknown', 'free'];
const inOrder = new Intl.Collator('nl', { numeric: true });

/** One bed behind the number. */
interface Bed {
  readonly unit: string;
  readonly place: Place;
  readonly standing: Standing;
  /** The claim that takes it now or soonest, when it is held. */
  readonly claim: Claim | null;
}

/** From where and when the sum is made. */
interface Here {
  readonly now: Instant;
  readonly zone: string;
  readonly admission: ProductLook['admission'];
  /** The site tells numbers, not beds. */
  readonly counted: boolean;
}

const holding = (look: UnitLook, placeId: string, now: Instant): Claim | null => {
  const live = look.facts.claims.filter(
    (claim) =>
      claim.placeId === placeId &&
      claim.kind !== 'cleaning' &&
      isLive(claim, now) &&
      claim.during.until > now,
  );
  return [...live].sort((a, b) => a.during.from - b.during.from)[0] ?? null;
};

const heldWords = ({ place, claim }: Bed, { now, zone }: Here): Sentence => {
  if (claim?.kind !== 'hold' || claim.expiresAt === null)
    return { nl: `${place.code} gepland`, en: `${place.code} planned` };
  const end = until(claim.expiresAt, now, zone);
  return { nl: place.code + end.nl, en: place.code + end.en };
};

const closedWords = ({ standing }: Bed, { now, zone }: Here): Sentence =>
  join([CLOSED_WORDS[standing.closedFor ?? 'other'], until(standing.changesAt, now, zone)], '');

/** The same words once, with how often; and no more of them than can be read. */
const gather = (words: readonly Sentence[]): Sentence => {
  const times = new Map<string, { word: Sentence; count: number }>();
  for (const word of words) times.set(word.nl, { word, count: (times.get(word.nl)?.count ?? 0) + 1 });
  const all = [...times.values()];
  const shown = all
    .slice(0, NAMED)
    .map(({ word, count }) => (count === 1 ? word : join([both(`${count} ×`), word], ' ')));
  const more = all.slice(NAMED).reduce((sum, each) => sum + each.count, 0);
  return join(more === 0 ? shown : [...shown, { nl: `nog ${more}`, en: `${more} more` }], ', ');
};

const admissionWords = ({ admission, now, zone }: Here): Sentence => {
  if (!admission.says) return { nl: 'opnametijd niet bekend', en: 'admission hours not known' };
  if (admission.now) {
    if (admission.until === null) return { nl: 'opname dag en nacht', en: 'admission day and night' };
    return join([{ nl: 'opname', en: 'admission' }, until(admission.until, now, zone)], '');
  }
  if (admission.nextFrom === null) return { nl: 'geen opname gepland', en: 'no admission planned' };
  const from = moment(admission.nextFrom, now, zone);
  return { nl: `opname vanaf ${from.nl}`, en: `admission from ${from.en}` };
};

const soonWords = (beds: readonly Bed[], here: Here): Sentence => {
  const empty = beds.filter(
    (bed) => !here.admission.now && bed.standing.availableFrom === here.admission.nextFrom,
  );
  if (empty.length === 0) return { nl: 'Komt vrij, nog bezet', en: 'Coming free, still occupied' };
  if (empty.length < beds.length) return { nl: 'Komt vrij', en: 'Coming free' };
  return join([{ nl: 'Leeg', en: 'Empty' }, admissionWords(here)], ', ');
};

const occupiedWords = (beds: readonly Bed[], counted: boolean): Sentence => {
  if (counted)
    return { nl: 'Bezet, volgens het aantal van het huis', en: 'Occupied, by the number of the house' };
  const overdue = beds.filter((bed) => bed.standing.overdue).length;
  const extra = beds.filter((bed) => bed.place.labels.includes(EXTRA)).length;
  if (overdue === 0 && extra > 0)
    return { nl: `Bezet, waarvan ${extra} extra plek`, en: `Occupied, ${extra} of them an extra place` };
  if (overdue === 0) return { nl: 'Bezet', en: 'Occupied' };
  return { nl: `Bezet, ${overdue} langer dan verwacht`, en: `Occupied, ${overdue} longer than expected` };
};

const lineWords = (state: PlaceState, beds: readonly Bed[], here: Here): Sentence => {
  if (state === 'occupied') return occupiedWords(beds, here.counted);
  if (state === 'soon') return soonWords(beds, here);
  if (state === 'unknown')
    return { nl: 'Onbekend: het cijfer is te oud', en: 'Unknown: the figure is too old' };
  if (state === 'free')
    return join([{ nl: 'Vrij, met personeel', en: 'Free, with staff' }, admissionWords(here)], ', ');
  const words = beds.map((bed) => (state === 'closed' ? closedWords(bed, here) : heldWords(bed, here)));
  return join(
    [
      state === 'closed' ? { nl: 'Gesloten', en: 'Closed' } : { nl: 'Vastgehouden', en: 'Held' },
      gather(words),
    ],
    ': ',
  );
};

const STATE_WORDS: Readonly<Record<PlaceState, Sentence>> = {
  free: { nl: 'Vrij', en: 'Free' },
  soon: { nl: 'Komt vrij', en: 'Coming free' },
  held: { nl: 'Gepland', en: 'Planned' },
  occupied: { nl: 'Bezet', en: 'Occupied' },
  closed: { nl: 'Gesloten', en: 'Closed' },
  unknown: { nl: 'Onbekend', en: 'Unknown' },
};

/** A place beyond what there is counts among the beds, and says what it is. */
const bedWords = (bed: Bed, here: Here): Sentence =>
  bed.place.labels.includes(EXTRA)
    ? join([{ nl: 'Extra plek', en: 'Extra place' }, wordsOfBed(bed, here)], ': ')
    : wordsOfBed(bed, here);

const wordsOfBed = (bed: Bed, here: Here): Sentence => {
  const { standing, claim } = bed;
  const { now, zone } = here;
  const word = STATE_WORDS[standing.state];
  if (standing.state === 'closed') return join([word, closedWords(bed, here)], ': ');
  if (standing.overdue) return { nl: 'Bezet, langer dan verwacht', en: 'Occupied, longer than expected' };
  if (standing.state === 'held' && claim?.kind === 'hold') {
    return join([{ nl: 'Vastgehouden', en: 'Held' }, until(claim.expiresAt, now, zone)], '');
  }
  if (standing.state === 'soon' || standing.state === 'held') {
    return standing.changesAt === null ? word : join([word, moment(standing.changesAt, now, zone)], ' ');
  }
  return join(
    [word, until(standing.state === 'free' ? standing.freeUntil : standing.changesAt, now, zone)],
    '',
  );
};

const definition = (product: Product): Sentence => ({
  nl: `Vrij betekent: er kan nu iemand komen. Het bed is niet gesloten, er is personeel, de locatie neemt op en de eerste ${USUAL_DAYS[product]} dagen is er niemand anders gepland.`,
  en: `Free means: somebody can come now. The bed is not closed, there is staff, the site admits, and nobody else is planned for the first ${USUAL_DAYS[product]} days.`,
});

const freeWhenFresh = (
  look: UnitLook,
  product: Product,
  limits: Parameters<typeof lookAt>[1],
  now: Instant,
): number | null => {
  const mine = look.products.get(product);
  if (mine === undefined || mine.figure === null) return null;
  // A number keeps its moment: what was claimed since still comes off.
  const facts = {
    ...look.facts,
    figure: { asOf: now, source: 'tap' as const },
    published: look.facts.published?.map((told) => ({ ...told, freshUntil: null })) ?? null,
  };
  const trusted = { ...limits, tooOldAfterMinutes: Number.POSITIVE_INFINITY };
  const fresh = lookAt(facts, trusted, () => mine.admission, now).products.get(product);
  return fresh === undefined
    ? null
    : fresh.places.filter((index) => fresh.standings[index]?.state === 'free').length;
};

/** What we would say if the old figures still held; null when nothing was ever said. */
const lastKnownOf = (
  looks: readonly UnitLook[],
  product: Product,
  limits: Parameters<typeof lookAt>[1],
  now: Instant,
): number | null => {
  const known = looks
    .map((look) => freeWhenFresh(look, product, limits, now))
    .filter((free) => free !== null);
  return known.length === 0 ? null : known.reduce((sum, free) => sum + free, 0);
};

/** The beds of a site that serve a product, unit by unit, in the order of their numbers. */
const bedsOf = (
  looks: readonly UnitLook[],
  product: Product,
  unitNames: ReadonlyMap<string, string>,
  now: Instant,
): Bed[] =>
  looks.flatMap((look) => {
    const mine = look.products.get(product);
    const beds = (mine?.places ?? []).flatMap((index): Bed[] => {
      const [place, standing] = [look.facts.places[index], mine?.standings[index]];
      if (place === undefined || standing === undefined) return [];
      const unit = unitNames.get(place.unitId) ?? '';
      return [{ unit, place, standing, claim: holding(look, place.id, now) }];
    });
    return beds.sort((a, b) => inOrder.compare(a.place.code, b.place.code));
  });

/** Why this number: what is subtracted from all beds of the site until what is free remains. Null when there are none. */
export const whyOf = (picture: Picture, site: Site, product: Product, now: Instant): Why | null => {
  const { region } = picture;
  const limits = region.agreement;
  const looks = (picture.unitsOfSite.get(site.id) ?? [])
    .flatMap((unitId) => picture.look(unitId, now) ?? [])
    .filter((look) => look.products.has(product));
  const admission = looks[0]?.products.get(product)?.admission;
  const row =
    looks.length === 0
      ? undefined
      : siteBoard(site, looks, now).rows.find((each) => each.product === product);
  if (admission === undefined || row === undefined) return null;
  const counted = looks.some((look) => look.facts.published !== null);
  const here: Here = { now, zone: site.zone, admission, counted };
  const beds = bedsOf(looks, product, new Map(region.units.map((unit) => [unit.id, unit.name])), now);
  const lines = LINE_ORDER.flatMap((state) => {
    const mine = beds.filter((bed) => bed.standing.state === state);
    return mine.length === 0 && state !== 'free'
      ? []
      : [{ state, count: mine.length, text: lineWords(state, mine, here) }];
  });
  const uncounted = looks.every((look) => !counts(look.products.get(product)?.phase ?? 'never'));
  return {
    siteId: site.id,
    site: site.name,
    product,
    total: beds.length,
    lines,
    free: row.free,
    lastKnown: uncounted ? lastKnownOf(looks, product, limits, now) : null,
    definition: definition(product),
    figure: row.figure,
    beds: beds.map((bed) => ({
      placeId: bed.place.id,
      unit: bed.unit,
      code: bed.place.code,
      state: bed.standing.state,
      text: bedWords(bed, here),
    })),
  };
};
