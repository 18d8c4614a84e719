import type { Instant } from '#kernel/interval.ts';
import type { Sentence } from '#kernel/refusal.ts';
import { capital, clockWords, listWords, momentWords, PRODUCT_WORDS, PROPERTY_WORDS } from '#kernel/words.ts';
import type { Asked, Reason } from './asked.ts';
import { barrierWhy } from './limit-sentences.ts';
import { ageOf, dayOf, type SiteWords, say } from './say.ts';
import type { ClosedFor } from './table.ts';

const CLOSED_WORDS: Readonly<Record<ClosedFor, Sentence>> = {
  'no-staff': { nl: 'Geen personeel', en: 'No staff' },
  maintenance: { nl: 'Dicht voor onderhoud', en: 'Closed for maintenance' },
  isolation: { nl: 'Dicht door isolatie', en: 'Closed for isolation' },
  cleaning: { nl: 'Dicht voor schoonmaak', en: 'Closed for cleaning' },
  doubted: { nl: 'Het huis bevestigde zijn bedden niet', en: 'The site did not confirm its beds' },
  other: { nl: 'Gesloten', en: 'Closed' },
};

const closedWhy = (reason: Reason & { code: 'closed' }, asked: Asked, zone: string): Sentence => {
  const what = CLOSED_WORDS[reason.closedFor ?? 'other'];
  return reason.until === null
    ? say('{what}. Nog niet bekend tot wanneer.', '{what}. Not known until when.', { what })
    : say('{what} tot {moment}.', '{what} until {moment}.', {
        what,
        moment: momentWords(reason.until, asked.now, zone),
      });
};

const needsWhy = (reason: Reason & { code: 'needs' }): Sentence => {
  // Two of them say enough; the third makes nobody wiser and the sentence too long.
  const missing = listWords(
    reason.missing
      .slice(0, 2)
      .map((property) => say('geen {it}', 'no {it}', { it: PROPERTY_WORDS[property] })),
  );
  const { free } = reason;
  return free > 0
    ? say('Heeft {free} vrij, maar {missing}.', 'Has {free} free, but {missing}.', { free, missing })
    : say('Heeft {missing}.', 'Has {missing}.', { missing });
};

const productWhy = (reason: Reason & { code: 'product' }, asked: Asked): Sentence => {
  const { free } = reason;
  if (free === 0)
    return say('Doet geen {product}.', 'Does not do {product}.', {
      product: PRODUCT_WORDS[asked.product].short,
    });
  const products = listWords(reason.products.slice(0, 3).map((product) => PRODUCT_WORDS[product].short));
  return say('Heeft {free} vrij, maar alleen voor {products}.', 'Has {free} free, but only for {products}.', {
    free,
    products,
  });
};

const admissionWhy = (nextFrom: Instant | null, asked: Asked, zone: string): Sentence => {
  if (nextFrom === null)
    return say('Neemt nu niet op. Geen opnametijd bekend.', 'No admission now. No admission hours known.');
  const params = { day: capital(dayOf(nextFrom, asked.now, zone)), clock: clockWords(nextFrom, zone) };
  return say('Neemt nu niet op. {day} vanaf {clock} wel.', 'No admission now. {day} from {clock}.', params);
};

const heldWhy = (until: Instant | null, asked: Asked, zone: string): Sentence =>
  until === null
    ? say('Gereserveerd voor een ander.', 'Reserved for somebody else.')
    : say('Vastgehouden voor een ander, tot {moment}.', 'Held for somebody else, until {moment}.', {
        moment: momentWords(until, asked.now, zone),
      });

/** Why not there: the one reason, in words that answer the next telephone call. */
export const rejectWhy = (reason: Reason, asked: Asked, site: SiteWords): Sentence => {
  const { zone, phone } = site;
  switch (reason.code) {
    case 'admission':
      return admissionWhy(reason.nextFrom, asked, zone);
    case 'too-short':
      return say(
        'Vrij tot {moment}, daarna voor een ander.',
        'Free until {moment}, then for somebody else.',
        {
          moment: momentWords(reason.until, asked.now, zone),
        },
      );
    case 'needs':
      return needsWhy(reason);
    case 'stale':
      return reason.asOf === null
        ? say('Nog nooit gemeld. Bel {phone}.', 'Never reported. Call {phone}.', { phone })
        : say('Laatste cijfer is {age} oud. Bel {phone}.', 'Last figure is {age} old. Call {phone}.', {
            age: ageOf(reason.asOf, asked.now),
            phone,
          });
    case 'closed':
      return closedWhy(reason, asked, zone);
    case 'held':
      return heldWhy(reason.until, asked, zone);
    case 'full':
      return reason.firstAt === null
        ? say('Vol. Nog niet bekend wanneer er plek komt.', 'Full. Not known when a place comes free.')
        : say('Vol. Eerste plek: {day}.', 'Full. First place: {day}.', {
            day: dayOf(reason.firstAt, asked.now, zone),
          });
    case 'product':
      return productWhy(reason, asked);
    default:
      return barrierWhy(reason);
  }
};
