import { isoFromInstant, localDay, localTime, plusDays } from '#kernel/calendar.ts';
import { metresBetween, type Point } from '#kernel/geo.ts';
import type { Instant } from '#kernel/interval.ts';
import { REGION_ZONE } from '#modules/region/index.ts';
import type { Tx } from '#platform/db/database.ts';
import type { SearchAnswer, SearchAsk, ServiceHit } from './contract.ts';
import { ASSURED_DAYS, assuredPhase } from './decide/assured.ts';
import { type HeardNeed, kindsFor, needsIn, type WantedKind } from './decide/hear.ts';
import { isOpenAt } from './decide/hours.ts';
import { isKind, KINDS } from './decide/kinds.ts';
import { plainOf, stemOf, wordsOf } from './decide/plain.ts';
import { reasonsOf, type Weighed, weightOf } from './decide/rank.ts';
import { type FoundLook, findByName, findLooks, findNear, type LookAsk } from './store-search.ts';

/** So many results at a time. */
const PAGE = 20;
/** With fewer than this many, who looks may have typed a name wrongly. */
const FEW = 5;

/** From where and when somebody looks. */
export interface Standing {
  readonly now: Instant;
  readonly from: Point | null;
}

/** What of a service is the same in a list, on its page and for its own organisation. */
export const commonOf = (look: FoundLook, { now, from }: Standing) => {
  const { day, minutes } = localTime(now, REGION_ZONE);
  const here = look.lat === null || look.lon === null ? null : { lat: look.lat, lon: look.lon };
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
    metres: from === null || here === null ? null : Math.round(metresBetween(from, here)),
    openNow: isOpenAt(look.hours, day, minutes),
    assured: { day: look.assured, phase: assuredPhase(look.assured, day) },
  };
};

interface Asked {
  readonly ask: SearchAsk;
  readonly standing: Standing;
  readonly wanted: readonly WantedKind[];
  readonly stems: ReadonlyMap<string, string>;
}

const hitOf = (look: FoundLook, asked: Asked, byName: boolean): { weight: number; hit: ServiceHit } => {
  const common = commonOf(look, asked.standing);
  const weighed: Weighed = {
    ...{ fit: look.fit, word: look.word, metres: common.metres, openNow: common.openNow },
    ...{ state: look.state, weeks: look.weeks, assured: common.assured.phase, reachable: look.reachable },
  };
  const best = asked.wanted.find(({ kind }) => look.kinds.includes(kind));
  const own = new Set(plainOf(`${look.name} ${look.organisation} ${look.about}`).split(' ').map(stemOf));
  const words = [...asked.stems].filter(([stem]) => own.has(stem)).map(([, word]) => word);
  const reasons = reasonsOf(weighed, {
    ...{ need: best?.need ?? null, words, byName, free: look.free, untilDay: look.untilDay },
    ...{ age: asked.ask.age ?? null, ages: [look.minimumAge, look.maximumAge] },
    language: asked.ask.language ?? null,
  });
  return { weight: weightOf(weighed), hit: { ...common, reasons: [...reasons] } };
};

const askOf = (ask: SearchAsk, heard: readonly HeardNeed[], standing: Standing): LookAsk => {
  const wanted = kindsFor(heard);
  return {
    ...{ kinds: wanted.map(({ kind }) => kind), weights: wanted.map(({ weight }) => weight) },
    words: [...new Set(wordsOf(ask.need))],
    hiddenUntil: plusDays(localDay(standing.now, REGION_ZONE), -3 * ASSURED_DAYS),
    ...{ from: standing.from, age: ask.age ?? null, language: ask.language ?? null },
    ...{ free: ask.free === 'true', room: ask.room === 'true' },
  };
};

/** Services for what somebody says is the matter, best first, each with its why. */
export const searchServices = async (tx: Tx, ask: SearchAsk, standing: Standing): Promise<SearchAnswer> => {
  const heard = needsIn(ask.need);
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
    ...found.map((look) => hitOf(look, asked, false)),
    ...named.filter(({ id }) => !known.has(id)).map((look) => hitOf(look, asked, true)),
  ]
    .filter(({ hit }) => ask.open === 'false' || hit.openNow === true)
    .sort((a, b) => b.weight - a.weight || (a.hit.id < b.hit.id ? -1 : 1));
  const begin = ask.cursor ?? 0;
  return {
    heard: heard.map(({ need, by }) => ({ code: need.code, nl: need.nl, en: need.en, by })),
    hits: all.slice(begin, begin + PAGE).map(({ hit }) => hit),
    total: all.length,
    cursor: begin + PAGE < all.length ? begin + PAGE : null,
  };
};
