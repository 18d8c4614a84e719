import type { Sentence } from '#kernel/refusal.ts';
import { PRODUCT_WORDS } from '#kernel/words.ts';
import { say } from '#planning/match/say.ts';
import type { BarrierCode, Destination, SimModel } from '#planning/simulate/types.ts';

const NUMBER_WORDS: Readonly<Record<string, Sentence>> = {
  perWeek: { nl: 'vragen per week', en: 'requests a week' },
  triageHours: { nl: 'tijd voor triage', en: 'time for triage' },
  transferHours: { nl: 'tijd voor overdracht', en: 'time for the transfer' },
  hospitalAfterHours: {
    nl: 'zo lang tot een opname in het ziekenhuis',
    en: 'time until a hospital admission',
  },
  hospitalDays: { nl: 'dagen in het ziekenhuis', en: 'days in the hospital' },
  patienceHours: { nl: 'hoe lang iemand wil wachten', en: 'how long somebody is willing to wait' },
  homeShare: { nl: 'deel dat met hulp thuis kan blijven', en: 'share that could stay at home with help' },
  beds: { nl: 'bedden', en: 'beds' },
  shared: { nl: 'bedden die samen delen', en: 'shared beds' },
  weekendStaff: { nl: 'bedden met personeel in het weekend', en: 'beds with staff in the weekend' },
  startsPerWeek: { nl: 'starts per week', en: 'starts a week' },
  share: { nl: 'deel dat zo vertrekt', en: 'share that leaves this way' },
  careDays: { nl: 'dagen zorg', en: 'days of care' },
  shape: {
    nl: 'hoe gelijk die dagen zijn (1: heel verschillend)',
    en: 'how alike those days are (1: very different)',
  },
  waitDays: { nl: 'dagen wachten om weg te kunnen', en: 'days of waiting to leave' },
  callingHours: { nl: 'uren bellen per wachtdag', en: 'hours of calling per day of waiting' },
  admissionHours: { nl: 'uren werk per opname', en: 'hours of work per admission' },
  weekendHours: { nl: 'uren werk per bed per weekend', en: 'hours of work per bed per weekend' },
  fteHours: { nl: 'uren werk per fte per jaar', en: 'hours of work per full-time post a year' },
};

const WAY_WORDS: Readonly<Record<Destination, Sentence>> = {
  home: { nl: 'naar huis', en: 'home' },
  'home-adjusted': { nl: 'naar huis met aanpassing', en: 'home with adjustments' },
  wlz: { nl: 'naar een Wlz-plek', en: 'to long-term care' },
  grz: { nl: 'naar revalidatie', en: 'to rehabilitation' },
  hospice: { nl: 'naar een hospice', en: 'to a hospice' },
  hospital: { nl: 'naar het ziekenhuis', en: 'to the hospital' },
  elsewhere: { nl: 'ergens anders heen', en: 'elsewhere' },
  died: { nl: 'overleden', en: 'died' },
};

const BARRIER_WORDS: Readonly<Record<BarrierCode, Sentence>> = {
  'home-adjustment': { nl: 'wacht op aanpassing thuis', en: 'waits for home adjustments' },
  'wlz-decision': { nl: 'wacht op Wlz-besluit', en: 'waits for the Wlz decision' },
  'home-care': { nl: 'wacht op thuiszorg', en: 'waits for home care' },
  wmo: { nl: 'wacht op Wmo', en: 'waits for Wmo' },
  carer: { nl: 'wacht op de mantelzorger', en: 'waits for the carer' },
  'place-elsewhere': { nl: 'wacht op een plek elders', en: 'waits for a place elsewhere' },
  aids: { nl: 'wacht op hulpmiddelen', en: 'waits for aids' },
  medical: { nl: 'medische reden', en: 'medical reason' },
  other: { nl: 'andere reden', en: 'other reason' },
};

const OPENING_WORDS = {
  'home-care': { nl: 'thuiszorg', en: 'home care' },
  'day-treatment': { nl: 'dagbehandeling', en: 'day treatment' },
} as const;

const asIs = (name: string): Sentence => ({ nl: name, en: name });

const endingWords = (parts: readonly string[]): Sentence => {
  const [product, , way, barrier] = parts;
  const from = PRODUCT_WORDS[product as keyof typeof PRODUCT_WORDS]?.short ?? asIs(product ?? '');
  const to = WAY_WORDS[way as Destination] ?? asIs(way ?? '');
  const behind = BARRIER_WORDS[barrier as BarrierCode];
  return behind === undefined
    ? say('{from}, {to}', '{from}, {to}', { from, to })
    : say('{from}, {to}, {behind}', '{from}, {to}, {behind}', { from, to, behind });
};

/** A ward may serve several products: then it stands once for each. */
const wardWords = (id: string, model: SimModel): Sentence => {
  const ward = model.wards.find((each) => each.id === id);
  if (ward === undefined) return asIs(id);
  return say('{name}, {product}', '{name}, {product}', {
    ...{ name: ward.name, product: PRODUCT_WORDS[ward.product].short },
  });
};

const ownerWords = (kind: string, parts: readonly string[], model: SimModel): Sentence => {
  const id = parts.join(':');
  if (kind === 'product') return endingWords(parts);
  if (kind === 'flow') return asIs(model.flows.find((flow) => flow.id === id)?.name ?? id);
  if (kind === 'ward') return wardWords(id, model);
  const opening = model.openings.find((each) => each.id === id);
  if (kind === 'opening') return opening === undefined ? asIs(id) : OPENING_WORDS[opening.kind];
  return { nl: 'per partij', en: 'per party' };
};

/** What an assumption is about, as people read it: `De Anholt: bedden`. */
export const assumptionWords = (id: string, model: SimModel): Sentence => {
  const [kind = '', ...rest] = id.split(':');
  const number = NUMBER_WORDS[rest.at(-1) ?? ''] ?? asIs(rest.at(-1) ?? '');
  const owner = ownerWords(kind, rest.slice(0, -1), model);
  return say('{owner}: {number}', '{owner}: {number}', { owner, number });
};
