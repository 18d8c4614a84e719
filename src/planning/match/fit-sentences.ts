import { localDay } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Property } from '#kernel/product.ts';
import type { Sentence } from '#kernel/refusal.ts';
import {
  capital,
  clockWords,
  distanceWords,
  listWords,
  momentWords,
  PRODUCT_WORDS,
  PROPERTY_WORDS,
} from '#kernel/words.ts';
import type { Asked, Fit } from './asked.ts';
import { type LimitCode, limitLines } from './limit-sentences.ts';
import { ageOf, dayOf, join, type SiteWords, say } from './say.ts';

/** What a check is about; the same codes as in the contract of a proposal. */
type CheckCode =
  | LimitCode
  | 'care'
  | 'admission'
  | 'needs'
  | 'distance'
  | 'partner'
  | 'area'
  | 'language'
  | 'length'
  | 'figure';

/** One line of a proposal in words. `met` null: not asked, or not known. */
export interface CheckWords extends Sentence {
  readonly code: CheckCode;
  readonly met: boolean | null;
}

/** Up to here a place counts as near: metres from home, and from partner or preferred area. */
const NEAR_HOME = 15_000;
const NEAR_WISH = 5_000;

/** Round the corner: on foot. */
const ON_FOOT = 1_500;

/** The asked moment; who asks for a moment that has passed asks for now. */
const askedFrom = (asked: Asked): Instant => Math.max(asked.from, asked.now);

const sameDay = (a: Instant, b: Instant, zone: string): boolean => localDay(a, zone) === localDay(b, zone);

const properties = (list: readonly Property[]): Sentence =>
  listWords(list.map((property) => PROPERTY_WORDS[property]));

/** The hours of a site for somebody who comes at a moment: `vandaag tot 20:00`, `vandaag vanaf 13:00`. */
const hours = (fit: Fit, at: Instant, asked: Asked, zone: string): Sentence => {
  const { admission } = fit;
  if (!admission.now) {
    if (admission.nextFrom === null) return say('opnametijd niet bekend', 'admission hours not known');
    const params = {
      day: dayOf(admission.nextFrom, asked.now, zone),
      clock: clockWords(admission.nextFrom, zone),
    };
    return say('{day} vanaf {clock}', '{day} from {clock}', params);
  }
  const day = dayOf(at, asked.now, zone);
  if (admission.until === null || !sameDay(admission.until, at, zone)) return day;
  return say('{day} tot {clock}', '{day} until {clock}', { day, clock: clockWords(admission.until, zone) });
};

/** The moment at which the hours of the site count for this fit. */
const countsAt = (fit: Fit, asked: Asked): Instant => Math.max(askedFrom(asked), fit.comesFree ?? 0);

const admissionCheck = (fit: Fit, asked: Asked, zone: string): CheckWords => {
  const words = hours(fit, countsAt(fit, asked), asked, zone);
  if (!fit.admission.now && fit.admission.nextFrom === null)
    return { code: 'admission', met: null, ...capital(words) };
  const met = sameDay(fit.from, askedFrom(asked), zone);
  return {
    code: 'admission',
    met,
    ...capital(met ? words : say('pas {words}', 'not before {words}', { words })),
  };
};

const careCheck = (fit: Fit, asked: Asked): CheckWords => {
  const product = PRODUCT_WORDS[asked.product].short;
  const room = fit.properties.includes('single-room') ? PROPERTY_WORDS['single-room'] : null;
  return {
    code: 'care',
    met: true,
    ...(room ? say('{product}, {room}', '{product}, {room}', { product, room }) : product),
  };
};

const needsCheck = (asked: Asked): CheckWords =>
  asked.needs.length === 0
    ? { code: 'needs', met: null, nl: 'Niets bijzonders gevraagd', en: 'Nothing special asked' }
    : { code: 'needs', met: true, ...capital(properties(asked.needs)) };

const distanceCheck = (
  code: 'distance' | 'partner' | 'area',
  metres: number | null,
  near: number,
  to: Sentence,
): CheckWords =>
  metres === null
    ? { code, met: null, ...say('Afstand {to} niet bekend', 'Distance {to} not known', { to }) }
    : { code, met: metres <= near, ...say('{km} {to}', '{km} {to}', { km: distanceWords(metres), to }) };

const languageCheck = (fit: Fit, asked: Asked): CheckWords => {
  const language = asked.language ?? '';
  if (asked.language === null)
    return { code: 'language', met: null, nl: 'Geen taal gevraagd', en: 'No language asked' };
  if (fit.limits.language === 'unknown')
    return {
      code: 'language',
      met: null,
      ...say(
        'Niet bekend of men {language} spreekt, vraag na',
        'Not known whether {language} is spoken, ask',
        { language },
      ),
    };
  return { code: 'language', met: true, ...say('Spreekt {language}', 'Speaks {language}', { language }) };
};

const lengthCheck = (fit: Fit, asked: Asked, zone: string): CheckWords =>
  fit.shortUntil === null
    ? { code: 'length', met: true, nl: 'Lang genoeg vrij', en: 'Free for long enough' }
    : {
        code: 'length',
        met: false,
        ...say('Kort vrij, tot {day}', 'Free for a short time, until {day}', {
          day: dayOf(fit.shortUntil, asked.now, zone),
        }),
      };

const figureCheck = (fit: Fit, asked: Asked): CheckWords => {
  const age = ageOf(fit.asOf ?? asked.now, asked.now);
  return {
    code: 'figure',
    met: fit.phase === 'fresh',
    ...say('Cijfer is {age} oud', 'Figure is {age} old', { age }),
  };
};

/** All lines of a proposal, always in the same order, so that proposals can be read side by side. */
export const fitChecks = (fit: Fit, asked: Asked, site: SiteWords): CheckWords[] => [
  careCheck(fit, asked),
  admissionCheck(fit, asked, site.zone),
  needsCheck(asked),
  ...limitLines(fit, asked),
  distanceCheck('distance', fit.metres, NEAR_HOME, { nl: 'van huis', en: 'from home' }),
  distanceCheck('partner', fit.partnerMetres, NEAR_WISH, { nl: 'van partner', en: 'from partner' }),
  distanceCheck('area', fit.areaMetres, NEAR_WISH, {
    nl: 'van de gewenste plek',
    en: 'from the preferred area',
  }),
  languageCheck(fit, asked),
  lengthCheck(fit, asked, site.zone),
  figureCheck(fit, asked),
];

/** When somebody can come, as a sentence: the first thing a caller wants to know. */
const arrival = (fit: Fit, asked: Asked, zone: string): Sentence => {
  if (fit.comesFree !== null)
    return say('Komt vrij: {moment}.', 'Free from: {moment}.', {
      moment: momentWords(fit.comesFree, asked.now, zone),
    });
  const words = hours(fit, askedFrom(asked), asked, zone);
  if (!fit.anotherDay) return say('Kan {words}.', 'Possible {words}.', { words });
  const day = dayOf(askedFrom(asked), asked.now, zone);
  return sameDay(askedFrom(asked), asked.now, zone)
    ? join(
        say('Neemt vandaag niet meer op.', 'No admission any more today.'),
        say('{words} wel.', '{words}.', { words: capital(words) }),
      )
    : join(
        say('Neemt {day} niet op.', 'No admission {day}.', { day }),
        say('{words} wel.', '{words}.', { words: capital(words) }),
      );
};

/** The one remark that a proposal still needs: a broken wish goes before a pleasant surprise. */
const remark = (fit: Fit, asked: Asked, zone: string): Sentence | null => {
  if (fit.shortUntil !== null) {
    const day = dayOf(fit.shortUntil, asked.now, zone);
    return say('Kort vrij, tot {day}.', 'Only until {day}.', { day });
  }
  if (fit.phase !== 'fresh')
    return say('Cijfer is {age} oud.', 'Figure is {age} old.', {
      age: ageOf(fit.asOf ?? asked.now, asked.now),
    });
  if (fit.farther) return { nl: 'Verder weg.', en: 'Farther away.' };
  if (fit.partnerMetres !== null && fit.partnerMetres <= ON_FOOT)
    return { nl: 'Partner woont om de hoek.', en: 'Partner lives round the corner.' };
  return fit.properties.includes('single-room') ? { nl: 'Eigen kamer.', en: 'Own room.' } : null;
};

/** Why this place: what it does, when it can, and the one remark that decides. */
export const fitWhy = (fit: Fit, asked: Asked, site: SiteWords): Sentence =>
  join(
    say('Doet {product}.', 'Does {product}.', { product: PRODUCT_WORDS[asked.product].short }),
    arrival(fit, asked, site.zone),
    remark(fit, asked, site.zone),
  );
