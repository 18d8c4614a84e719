import { type Day, localDay } from '#kernel/calendar.ts';
import type { Sentence } from '#kernel/refusal.ts';
import type { Destination } from '#modules/capacity/types.ts';
import { type FamilyBarrier, type FamilyReturn, RETURN_ITEMS, type ReturnItem } from '#modules/stay/types.ts';
import type { BarrierCode, BarrierOwner } from '#modules/stay/types-parts.ts';
import { dayWords } from './family-days.ts';

const OWNERS: Readonly<Record<BarrierOwner, Sentence>> = {
  ward: { nl: 'De afdeling', en: 'The ward' },
  doctor: { nl: 'De arts', en: 'The doctor' },
  'home-care': { nl: 'De thuiszorg', en: 'The home care team' },
  municipality: { nl: 'De gemeente', en: 'The municipality' },
  ciz: { nl: 'Het CIZ', en: 'The CIZ' },
  'care-office': { nl: 'Het zorgkantoor', en: 'The care office' },
  carer: { nl: 'De familie', en: 'The family' },
  gp: { nl: 'De huisarts', en: 'The GP' },
  supplier: { nl: 'De leverancier', en: 'The supplier' },
  welfare: { nl: 'Het welzijnswerk', en: 'The welfare team' },
  desk: { nl: 'Het loket', en: 'The desk' },
};

/** Who decides; all others arrange. */
const DECIDERS: ReadonlySet<BarrierOwner> = new Set(['municipality', 'ciz', 'care-office']);

const BARRIERS: Readonly<Record<BarrierCode, Sentence>> = {
  'home-adjustment': {
    nl: 'een aanpassing in huis, zoals een traplift',
    en: 'a change to the home, such as a stair lift',
  },
  'wlz-decision': { nl: 'zorg voor langere tijd', en: 'long-term care' },
  'home-care': { nl: 'zorg thuis', en: 'care at home' },
  wmo: { nl: 'hulp in het huishouden of begeleiding', en: 'help in the household or guidance' },
  carer: { nl: 'hulp van familie of bekenden', en: 'help from family or friends' },
  'place-elsewhere': { nl: 'een plek om te wonen', en: 'a place to live' },
  aids: { nl: 'hulpmiddelen voor thuis', en: 'aids for at home' },
  medical: { nl: 'de behandeling die nog nodig is', en: 'the treatment that is still needed' },
  other: { nl: 'wat nog nodig is', en: 'what is still needed' },
};

/** What is still in the way, who works on it, and until when that takes. */
export const barrierWords = ({ code, owner, due }: FamilyBarrier, today: Day): Sentence => {
  const who = OWNERS[owner];
  const thing = BARRIERS[code];
  const verb = DECIDERS.has(owner)
    ? { nl: 'beslist over', en: 'decides about' }
    : { nl: 'zorgt voor', en: 'arranges' };
  const day = dayWords(due, today);
  const time =
    due < today
      ? { nl: 'Dat duurt langer dan gedacht.', en: 'That takes longer than expected.' }
      : { nl: `Dat duurt tot ${day.nl}.`, en: `That takes until ${day.en}.` };
  return {
    nl: `${who.nl} ${verb.nl} ${thing.nl}. ${time.nl}`,
    en: `${who.en} ${verb.en} ${thing.en}. ${time.en}`,
  };
};

interface ItemWords extends Sentence {
  readonly many?: true;
}

const ITEMS: Readonly<Record<ReturnItem, ItemWords>> = {
  'home-care': { nl: 'de thuiszorg', en: 'home care' },
  aids: { nl: 'de hulpmiddelen', en: 'the aids', many: true },
  carer: { nl: 'de hulp van familie of bekenden', en: 'help from family or friends' },
  meals: { nl: 'de maaltijden', en: 'the meals', many: true },
  welfare: { nl: 'het welzijnswerk', en: 'the welfare team' },
  gp: { nl: 'het bericht aan de huisarts', en: 'the message to the GP' },
  pharmacy: { nl: 'het bericht aan de apotheek', en: 'the message to the pharmacy' },
  transport: { nl: 'het vervoer', en: 'the transport' },
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const both = (one: Sentence, other: Sentence): Sentence => ({
  nl: `${one.nl}${other.nl}`,
  en: `${one.en}${other.en}`,
});

const NOTHING: Sentence = { nl: '', en: '' };

/** One thing for at home that is asked or arranged. */
export const returnWords = ({ item, state, who, fromDay }: FamilyReturn, today: Day): Sentence => {
  const { nl, en, many = false } = ITEMS[item];
  const by = who === '' ? NOTHING : { nl: ` (${who})`, en: ` (${who})` };
  const subject = {
    nl: `${capital(nl)} ${many ? 'zijn' : 'is'}`,
    en: `${capital(en)} ${many ? 'are' : 'is'}`,
  };
  if (state === 'asked')
    return both(subject, {
      nl: ` gevraagd${by.nl}. Het antwoord komt nog.`,
      en: ` asked for${by.en}. The answer is still to come.`,
    });
  const day = fromDay === null ? null : dayWords(fromDay, today);
  const from = day === null ? NOTHING : { nl: ` vanaf ${day.nl}`, en: ` from ${day.en}` };
  return both(subject, { nl: ` geregeld${from.nl}${by.nl}.`, en: ` arranged${from.en}${by.en}.` });
};

const list = (words: readonly string[], and: string): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${and} ${words.at(-1)}`;

const AT_ONCE = 4;

/** What nobody began with yet, in sentences of four at most; nothing when everything is under way. */
export const openWords = (returns: readonly FamilyReturn[]): Sentence[] => {
  const stillOpen = new Set(returns.filter(({ state }) => state === 'open').map(({ item }) => item));
  const open = RETURN_ITEMS.filter((item) => stillOpen.has(item)).map((item) => ITEMS[item]);
  const parts = Array.from({ length: Math.ceil(open.length / AT_ONCE) }, (_, n) =>
    open.slice(n * AT_ONCE, (n + 1) * AT_ONCE),
  );
  return parts.map((part, n) => {
    const nl = list(
      part.map((each) => each.nl),
      'en',
    );
    const en = list(
      part.map((each) => each.en),
      'and',
    );
    return n === 0
      ? { nl: `Nog te regelen: ${nl}.`, en: `Still to arrange: ${en}.` }
      : { nl: `En ook: ${nl}.`, en: `And also: ${en}.` };
  });
};

const WHERE_TO: Readonly<Record<Exclude<Destination, 'died'>, Sentence>> = {
  home: { nl: 'naar huis', en: 'to go home' },
  'home-adjusted': { nl: 'naar een aangepast huis', en: 'to an adapted home' },
  wlz: { nl: 'naar een plek voor langere tijd', en: 'to a place for the long term' },
  grz: { nl: 'naar een plek om te herstellen', en: 'to a place to recover' },
  hospice: { nl: 'naar een hospice', en: 'to a hospice' },
  hospital: { nl: 'naar het ziekenhuis', en: 'to the hospital' },
  elsewhere: { nl: 'naar een andere plek', en: 'to another place' },
};

/** That the stay is over, since when, and where to. */
export const leftWords = (
  destination: Exclude<Destination, 'died'>,
  at: { readonly endedAt: number; readonly zone: string },
  today: Day,
): Sentence => {
  const day = dayWords(localDay(at.endedAt, at.zone), today);
  const to = WHERE_TO[destination];
  return { nl: `Het vertrek was ${day.nl}, ${to.nl}.`, en: `They left ${day.en}, ${to.en}.` };
};
