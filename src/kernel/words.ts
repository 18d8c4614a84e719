import { type Day, daysBetween, localDay, localTime, weekdayOf } from './calendar.ts';
import { DAY, HOUR, type Instant, MINUTE } from './interval.ts';
import type { Product, Property } from './product.ts';
import type { Sentence } from './refusal.ts';

/** How a care product is called: on a chip, in full, and in one sentence for whom it is. */
export interface ProductWords {
  readonly short: Sentence;
  readonly long: Sentence;
  readonly forWhom: Sentence;
}

/** The names of the care products. */
export const PRODUCT_WORDS: Readonly<Record<Product, ProductWords>> = {
  'elv-low': {
    short: { nl: 'ELV laag', en: 'ELV low' },
    long: { nl: 'ELV laag complex', en: 'ELV, low complexity' },
    forWhom: {
      nl: 'Voor wie tijdelijk hulp nodig heeft bij wassen en lopen. De huisarts blijft de arts.',
      en: 'For people who need help with washing and walking for a while. The GP stays the doctor.',
    },
  },
  'elv-high': {
    short: { nl: 'ELV hoog', en: 'ELV high' },
    long: { nl: 'ELV hoog complex', en: 'ELV, high complexity' },
    forWhom: {
      nl: 'Voor wie herstelt en ook behandeling nodig heeft van een specialist ouderengeneeskunde.',
      en: 'For people who recover and also need treatment by a doctor for the elderly.',
    },
  },
  'elv-palliative': {
    short: { nl: 'Palliatief', en: 'Palliative' },
    long: { nl: 'ELV palliatief', en: 'ELV, palliative' },
    forWhom: {
      nl: 'Voor de laatste maanden van het leven, als thuis blijven niet gaat.',
      en: 'For the last months of life, when staying at home is not possible.',
    },
  },
  'reo-observation': {
    short: { nl: 'REO', en: 'REO' },
    long: { nl: 'REO: observatie, 9 dagen', en: 'REO: observation, 9 days' },
    forWhom: {
      nl: 'Voor ouderen bij wie nog niet duidelijk is wat er aan de hand is. Een team kijkt negen dagen mee.',
      en: 'For older people when it is not clear yet what is wrong. A team observes for nine days.',
    },
  },
  grz: {
    short: { nl: 'GRZ', en: 'GRZ' },
    long: { nl: 'GRZ: revalidatie voor ouderen', en: 'GRZ: rehabilitation for older people' },
    forWhom: {
      nl: 'Voor kwetsbare ouderen die oefenen om weer naar huis te gaan.',
      en: 'For frail older people who train to go home again.',
    },
  },
  'wlz-crisis': {
    short: { nl: 'Crisis Wlz', en: 'Wlz crisis' },
    long: { nl: 'Crisisopname Wlz, 14 dagen', en: 'Wlz crisis admission, 14 days' },
    forWhom: {
      nl: 'Voor wie vandaag niet veilig thuis is en langdurige zorg nodig heeft.',
      en: 'For people who are not safe at home today and need long-term care.',
    },
  },
  respite: {
    short: { nl: 'Logeren', en: 'Respite' },
    long: {
      nl: 'Logeren, zodat de mantelzorger rust krijgt',
      en: 'Respite stay, so that the carer can rest',
    },
    forWhom: {
      nl: 'Voor wie een tijdje logeert, zodat de mantelzorger op adem komt.',
      en: 'For people who stay for a while, so that their carer can catch breath.',
    },
  },
};

/** The names of what a place can offer, as they stand inside a sentence. */
export const PROPERTY_WORDS: Readonly<Record<Property, Sentence>> = {
  'single-room': { nl: 'eigen kamer', en: 'own room' },
  isolation: { nl: 'isolatiekamer', en: 'isolation room' },
  bariatric: { nl: 'extra sterk bed', en: 'bariatric bed' },
  oxygen: { nl: 'zuurstof', en: 'oxygen' },
  'closed-ward': { nl: 'gesloten afdeling', en: 'closed ward' },
  lift: { nl: 'tillift', en: 'hoist' },
  'couple-room': { nl: 'kamer voor twee', en: 'room for two' },
  'wound-care': { nl: 'wondzorg', en: 'wound care' },
  'two-person-care': { nl: 'zorg door twee', en: 'care by two' },
  'iv-therapy': { nl: 'infuus', en: 'drip' },
  'tube-feeding': { nl: 'sondevoeding', en: 'tube feeding' },
};

/** The days of the week by their number, Monday first. */
export const WEEKDAYS: readonly Sentence[] = [
  { nl: 'maandag', en: 'Monday' },
  { nl: 'dinsdag', en: 'Tuesday' },
  { nl: 'woensdag', en: 'Wednesday' },
  { nl: 'donderdag', en: 'Thursday' },
  { nl: 'vrijdag', en: 'Friday' },
  { nl: 'zaterdag', en: 'Saturday' },
  { nl: 'zondag', en: 'Sunday' },
];

const MONTHS: readonly Sentence[] = [
  { nl: 'januari', en: 'January' },
  { nl: 'februari', en: 'February' },
  { nl: 'maart', en: 'March' },
  { nl: 'april', en: 'April' },
  { nl: 'mei', en: 'May' },
  { nl: 'juni', en: 'June' },
  { nl: 'juli', en: 'July' },
  { nl: 'augustus', en: 'August' },
  { nl: 'september', en: 'September' },
  { nl: 'oktober', en: 'October' },
  { nl: 'november', en: 'November' },
  { nl: 'december', en: 'December' },
];

const inBoth = (write: (language: keyof Sentence) => string): Sentence => ({
  nl: write('nl'),
  en: write('en'),
});

/** A date in full: `zaterdag 24 oktober`; for what is read on another day than it is written. */
export const dateWords = (day: Day): Sentence => {
  const [, month, date] = day.split('-').map(Number) as [number, number, number];
  const weekday = WEEKDAYS[weekdayOf(day) - 1] as Sentence;
  const name = MONTHS[month - 1] as Sentence;
  return inBoth((language) => `${weekday[language]} ${date} ${name[language]}`);
};

/** A day as people say it: `vandaag`, `morgen`, otherwise `zaterdag 24 oktober`, with the year when it is another one. */
export const dayWords = (day: Day, today: Day): Sentence => {
  const ahead = daysBetween(today, day);
  if (ahead === 0) return { nl: 'vandaag', en: 'today' };
  if (ahead === 1) return { nl: 'morgen', en: 'tomorrow' };
  const other = day.slice(0, 4) === today.slice(0, 4) ? '' : ` ${day.slice(0, 4)}`;
  const words = dateWords(day);
  return inBoth((language) => `${words[language]}${other}`);
};

/** A local clock time without a leading zero: `8:00`, `15:30`. */
export const clockWords = (at: Instant, zone: string): string => {
  const { minutes } = localTime(at, zone);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
};

/** A moment as short as it can be without doubt: `15:00` today, `morgen 8:00`, `zaterdag 24 oktober 8:00`. */
export const momentWords = (at: Instant, now: Instant, zone: string): Sentence => {
  const [day, today, clock] = [localDay(at, zone), localDay(now, zone), clockWords(at, zone)];
  if (day === today) return { nl: clock, en: clock };
  const words = dayWords(day, today);
  return inBoth((language) => `${words[language]} ${clock}`);
};

const plural = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;

/** A length of time in the one unit a person would use: `25 minuten`, `14 uur`, `3 dagen`. */
export const stretchWords = (milliseconds: number): Sentence => {
  const length = Math.max(0, milliseconds);
  if (length < HOUR) {
    const minutes = Math.floor(length / MINUTE);
    return { nl: plural(minutes, 'minuut', 'minuten'), en: plural(minutes, 'minute', 'minutes') };
  }
  if (length < 2 * DAY) {
    const hours = Math.floor(length / HOUR);
    return { nl: `${hours} uur`, en: plural(hours, 'hour', 'hours') };
  }
  const days = Math.floor(length / DAY);
  return { nl: plural(days, 'dag', 'dagen'), en: plural(days, 'day', 'days') };
};

/** A distance in kilometres: `2,9 km`; from 10 km on without decimals. */
export const distanceWords = (metres: number): Sentence => {
  const km = metres / 1000;
  const text = km < 9.95 ? km.toFixed(1) : String(Math.round(km));
  return { nl: `${text.replace('.', ',')} km`, en: `${text} km` };
};

/** Names in a row: `ELV laag`, `ELV laag en REO`, `ELV laag, REO en GRZ`. */
export const listWords = (names: readonly Sentence[]): Sentence => {
  const row = (language: keyof Sentence, and: string): string => {
    const all = names.map((name) => name[language]);
    return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} ${and} ${all.at(-1)}`;
  };
  return { nl: row('nl', 'en'), en: row('en', 'and') };
};

/** The sentence with a capital to begin with. */
export const capital = (sentence: Sentence): Sentence =>
  inBoth((language) => sentence[language].charAt(0).toUpperCase() + sentence[language].slice(1));
