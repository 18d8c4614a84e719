import { isoFromInstant, localTime } from '#kernel/calendar.ts';
import { metresBetween, type Point } from '#kernel/geo.ts';
import type { Instant } from '#kernel/interval.ts';
import { REGION_ZONE } from '#modules/region/index.ts';
import type { Tx } from '#platform/db/database.ts';
import type { SearchAnswer, SearchAsk, ServiceHit } from './contract.ts';
import { type AssuredSince, assuredPhase, assuredSince } from './decide/assured.ts';
import { type HeardNeed, kindsFor, needsIn, type WantedKind } from './decide/hear.ts';
import { isOpenAt, type WeekMoment, weekMoment } from './decide/hours.ts';
import { isKind, KINDS } from './decide/kinds.ts';
import { plainOf, stemOf, wordsOf } from './decide/plain.ts';
import { reasonsOf, type Weighed, weightOf } from './decide/rank.ts';
import { type FoundLook, findByName, findLooks, findNear, type LookAsk } from './store-search.ts';

/** So many results at a time. */
const PAGE = 20;
/** With fewer than this many, who looks may have typed a name wrongly. */
const FEW = 5;

/** From where and when somebody looks; what many services need of it is worked out once. */
export interface Standing {
  readonly from: Point | null;
  readonly moment: WeekMoment;
  readonly since: AssuredSince;
}

/** Where somebody stands who looks now, from here or from nowhere. */
export const standingAt = (now: Instant, from: Point | null): Standing => {
  const { day, minutes } = localTime(now, REGION_ZONE);
  return { from, moment: weekMoment(day, minutes), since: assuredSince(day) };
};

const metresTo = ({ lat, lon }: FoundLook, from: Point | null): number | null =>
  from === null || lat === null || lon === null ? null : Math.round(metresBetween(from, { lat, lon }));

/** What of a service is the same in a list, on its page and for its own organisation. */
export const commonOf = (look: FoundLook, { from, moment, since }: Standing) => {
  const { id, name, organisation, about, town, lat, lon, free, minimumAge, maximumAge } = look;
  return {
    ...{ id, name, organisation, about, town, lat, lon, free, minimumAge, maximumAge },
    languages: [...look.languages],
    kinds: look.kinds.filter(isKind).map((code) => ({ code, nl: KINDS[code].nl, en: KINDS[code].en })),
    state:
      look.state === null || look.stateAt === null
        ? null
        : {
            ...{ state: look.state, weeks: look.weeks, untilDay: look.untilDay },
            saidAt: isoFromInstant(look.stateAt),
          },
    metres: metresTo(look, from),
    openNow: isOpenAt(look.hours, moment),
    assured: { day: look.assured, phase: assuredPhase(look.assured, since) },
  };
};

interface Asked {
  readonly ask: SearchAsk;
  readonly standing: Standing;
  readonly wanted: readonly WantedKind[];
  readonly stems: ReadonlyMap<string, string>;
}

/** A service with how high it stands; what its reader sees of it is made only of those on the page. */
interface Placed {
  readonly look: FoundLook;
  readonly weighed: Weighed;
  readonly weight: number;
  readonly byName: boolean;
}

const weighedOf = (look: FoundLook, { from, moment, since }: Standing, byName: boolean): Placed => {
  const weighed: Weighed = {
    ...{
      fit: look.fit,
      word: look.word,
      metres: metresTo(look, from),
      openNow: isOpenAt(look.hours, moment),
    },
    ...{ state: look.state, weeks: look.weeks, reachable: look.reachable },
    assured: assuredPhase(look.assured, since),
  };
  return { look, weighed, weight: weightOf(weighed), byName };
};

const hitOf = ({ look, weighed, byName }: Placed, asked: Asked): ServiceHit => {
  const best = asked.wanted.find(({ kind }) => look.kinds.includes(kind));
  const own = new Set(plainOf(`${look.name} ${look.organisation} ${look.about}`).split(' ').map(stemOf));
  const words = [...asked.stems].filter(([stem]) => own.has(stem)).map(([, word]) => word);
  const reasons = reasonsOf(weighed, {
    ...{ need: best?.need ?? null, words, byName, free: look.free, untilDay: look.untilDay },
    ...{ age: asked.ask.age ?? null, ages: [look.minimumAge, look.maximumAge] },
    language: asked.ask.language ?? null,
  });
  return { ...commonOf(look, asked.standing), reasons: [...reasons] };
};

const askOf = (ask: SearchAsk, heard: readonly HeardNeed[], standing: Standing): LookAsk => {
  const wanted = kindsFor(heard);
  return {
    ...{ kinds: wanted.map(({ kind }) => kind), weights: wanted.map(({ weight }) => weight) },
    words: [...new Set(wordsOf(ask.need))],
    shownSince: standing.since.marked,
    ...{ from: standing.from, age: ask.age ?? null, language: ask.language ?? null },
    ...{ free: ask.free, room: ask.room },
  };
};

/** Services for needs that were heard or chosen, best first, each with its why. */
export const searchHeard = async (
  tx: Tx,
  ask: SearchAsk,
  { heard, standing }: { readonly heard: readonly HeardNeed[]; readonly standing: Standing },
): Promise<SearchAnswer> => {
  const wanted = kindsFor(heard);
  const looking = askOf(ask, heard, standing);
  const asked = { ask, standing, wanted, stems: new Map(looking.words.map((word) => [stemOf(word), word])) };
  const found = plainOf(ask.need) === '' ? await findNear(tx, looking) : await findLooks(tx, looking);
  const named =
    found.length < FEW && plainOf(ask.need).length > 2
      ? await findByName(tx, looking, plainOf(ask.need))
      : [];
  const known = new Set(found.map(({ id }) => id));
  const all = [
    ...found.map((look) => weighedOf(look, standing, false)),
    ...named.filter(({ id }) => !known.has(id)).map((look) => weighedOf(look, standing, true)),
  ]
    .filter(({ weighed }) => !ask.open || weighed.openNow === true)
    .sort((a, b) => b.weight - a.weight || (a.look.id < b.look.id ? -1 : 1));
  const begin = ask.cursor ?? 0;
  return {
    heard: heard.map(({ need, by }) => ({ code: need.code, nl: need.nl, en: need.en, by })),
    hits: all.slice(begin, begin + PAGE).map((each) => hitOf(each, asked)),
    total: all.length,
    cursor: begin + PAGE < all.length ? begin + PAGE : null,
  };
};

/** Services for what somebody says is the matter, in their own words. */
export const searchServices = (tx: Tx, ask: SearchAsk, standing: Standing): Promise<SearchAnswer> =>
  searchHeard(tx, ask, { heard: needsIn(ask.need), standing });
