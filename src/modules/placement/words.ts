import type { z } from 'zod';
import { isoFromInstant } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Sentence } from '#kernel/refusal.ts';
import { momentWords } from '#kernel/words.ts';
import type { Step } from './contract.ts';
import { dueAt, type SearchRules } from './decide/request.ts';
import { OFFER_REFUSAL_WORDS } from './refusals.ts';
import type { CloseReason, Offer, Request } from './types.ts';

type StepView = z.infer<typeof Step>;

/** What the words need to name: sites and beds. */
export interface Names {
  readonly site: (offer: Offer) => string;
  readonly place: (offer: Offer) => string;
  /** What the ward wrote with its no; empty when it wrote nothing. */
  readonly said: (offer: Offer) => string;
  readonly zone: string;
  readonly now: Instant;
  /** The clocks of the agreement. */
  readonly rules: SearchRules;
}

const CLOSED: Readonly<Record<CloseReason, Sentence>> = {
  'home-again': { nl: 'Weer thuis', en: 'Home again' },
  withdrawn: { nl: 'Ingetrokken', en: 'Withdrawn' },
  elsewhere: { nl: 'Elders geplaatst', en: 'Placed elsewhere' },
  'no-place': { nl: 'Geen plek gevonden, dit telt mee', en: 'No place found, this is counted' },
  died: { nl: 'Overleden', en: 'Died' },
};

const open = (offers: readonly Offer[]): Offer | undefined =>
  offers.filter((offer) => offer.state === 'open').sort((a, b) => a.answerBy - b.answerBy)[0];
const accepted = (offers: readonly Offer[]): Offer | undefined =>
  offers.find((offer) => offer.state === 'accepted');

const at = (moment: Instant, names: Names): Sentence => momentWords(moment, names.now, names.zone);

/** Who must move now, and until when, in one sentence. */
export const turnOf = (request: Request, offers: readonly Offer[], names: Names): Sentence => {
  if (request.closeReason !== null) return CLOSED[request.closeReason];
  const asked = open(offers);
  const yes = accepted(offers);
  if (request.state === 'offered' && asked !== undefined) {
    const by = at(asked.answerBy, names);
    return {
      nl: `${names.site(asked)} antwoordt uiterlijk ${by.nl}`,
      en: `${names.site(asked)} answers by ${by.en}`,
    };
  }
  if (request.state === 'accepted' && yes?.arrivalFrom != null) {
    const late = (dueAt(request, offers, names.rules) ?? names.now) < names.now;
    const from = at(yes.arrivalFrom, names);
    if (late)
      return {
        nl: `Niet aangekomen bij ${names.site(yes)}? Bel na`,
        en: `Not arrived at ${names.site(yes)}? Call them`,
      };
    return {
      nl: `Opname ${from.nl} bij ${names.site(yes)}`,
      en: `Admission ${from.en} at ${names.site(yes)}`,
    };
  }
  if (request.state === 'admitted' && yes !== undefined)
    return { nl: `Is nu bij ${names.site(yes)}`, en: `Is at ${names.site(yes)} now` };
  return request.deskAsked
    ? { nl: 'Het loket zoekt een plek', en: 'The desk looks for a place' }
    : { nl: 'Kies een plek', en: 'Choose a place' };
};

const done = (code: string, moment: Instant, words: Sentence, detail: Sentence | null = null): StepView => ({
  code,
  at: isoFromInstant(moment),
  by: null,
  state: 'done',
  ...words,
  detail,
});
const now = (
  code: string,
  by: Instant | null,
  words: Sentence,
  detail: Sentence | null = null,
): StepView => ({
  code,
  at: null,
  by: by === null ? null : isoFromInstant(by),
  state: 'now',
  ...words,
  detail,
});
const toCome = (code: string, words: Sentence, detail: Sentence | null = null): StepView => ({
  code,
  at: null,
  by: null,
  state: 'to-come',
  ...words,
  detail,
});

/** A no with its reason, and in the ward's own words when it wrote any. */
const refusedStep = (offer: Offer, names: Names): StepView => {
  const site = names.site(offer);
  const why = OFFER_REFUSAL_WORDS[offer.refusalCode ?? 'other'];
  const said = names.said(offer);
  const detail = said === '' ? why : { nl: `${why.nl}: ${said}`, en: `${why.en}: ${said}` };
  const no = { nl: `${site} kan niet`, en: `${site} cannot` };
  return done('refused', offer.answeredAt ?? offer.sentAt, no, detail);
};

const answerStep = (offer: Offer, site: string, names: Names): StepView => {
  const by = at(offer.answerBy, names);
  switch (offer.state) {
    case 'alternative': {
      const from = at(offer.alternativeFrom ?? offer.answerBy, names);
      return now(
        'alternative',
        offer.answerBy,
        { nl: `${site} kan vanaf ${from.nl}`, en: `${site} can from ${from.en}` },
        { nl: 'kies: dan pas, of verder zoeken', en: 'choose: then, or search on' },
      );
    }
    case 'willing':
      return now(
        'willing',
        offer.answerBy,
        { nl: `${site} zegt ja`, en: `${site} says yes` },
        { nl: 'de bewoner of familie kiest', en: 'the person or family chooses' },
      );
    case 'accepted':
      return done(
        'accepted',
        offer.answeredAt ?? offer.sentAt,
        { nl: `Ja van ${site}`, en: `Yes from ${site}` },
        {
          nl: `${offer.doctor ?? ''} neemt over bij aankomst`,
          en: `${offer.doctor ?? ''} takes over on arrival`,
        },
      );
    default:
      return now(
        'answer',
        offer.answerBy,
        { nl: `Wacht op antwoord van ${site}`, en: `Waiting for ${site}` },
        { nl: `uiterlijk ${by.nl}`, en: `by ${by.en}` },
      );
  }
};

const askedSteps = (offer: Offer, site: string, names: Names): StepView[] => {
  const asked =
    offer.claimId === null
      ? done('offered', offer.sentAt, { nl: `${site} gevraagd`, en: `${site} asked` })
      : done(
          'offered',
          offer.sentAt,
          {
            nl: `Bed ${names.place(offer)} vastgehouden bij ${site}`,
            en: `Bed ${names.place(offer)} held at ${site}`,
          },
          { nl: 'niemand anders kan het krijgen', en: 'nobody else can get it' },
        );
  if (offer.readAt === null) return [asked];
  return [asked, done('read', offer.readAt, { nl: `Gelezen door ${site}`, en: `Read by ${site}` })];
};

const offerSteps = (offer: Offer, names: Names): StepView[] => {
  const site = names.site(offer);
  switch (offer.state) {
    case 'refused':
      return [refusedStep(offer, names)];
    case 'expired':
      return [
        done('expired', offer.answeredAt ?? offer.answerBy, {
          nl: `${site} antwoordde niet op tijd`,
          en: `${site} did not answer in time`,
        }),
      ];
    case 'withdrawn':
      return [
        done('withdrawn', offer.answeredAt ?? offer.sentAt, {
          nl: `Vraag aan ${site} ingetrokken`,
          en: `Question to ${site} taken back`,
        }),
      ];
    default:
      return [...askedSteps(offer, site, names), answerStep(offer, site, names)];
  }
};

const ending = (request: Request, offers: readonly Offer[], names: Names): StepView[] => {
  const yes = accepted(offers);
  const admitted = toCome(
    'admitted',
    { nl: 'Opname', en: 'Admission' },
    { nl: 'u krijgt bericht', en: 'you will be told' },
  );
  switch (request.state) {
    case 'draft':
    case 'offered':
      return [
        toCome('accepted', { nl: 'Ja: naam en gegevens gaan mee', en: 'Yes: name and details go along' }),
        admitted,
      ];
    case 'searching':
      return [
        now('searching', dueAt(request, offers, names.rules), turnOf(request, offers, names)),
        admitted,
      ];
    case 'accepted':
      return [
        now('arriving', yes?.arrivalFrom ?? null, turnOf(request, offers, names), {
          nl: 'tot dan blijft u verantwoordelijk',
          en: 'until then you stay responsible',
        }),
      ];
    case 'admitted':
      return [
        done('admitted', yes?.arrivalFrom ?? request.sentAt, turnOf(request, offers, names), {
          nl: 'het huis is nu verantwoordelijk',
          en: 'the site is responsible now',
        }),
      ];
    case 'closed':
      return [done('closed', request.closedAt ?? request.sentAt, turnOf(request, offers, names))];
  }
};

/** The route so far, and what is still to come, in the order of time. */
export const stepsOf = (request: Request, offers: readonly Offer[], names: Names): StepView[] => {
  const open =
    offers.length === 1
      ? { nl: 'zonder naam, naar 1 huis', en: 'without a name, to 1 site' }
      : { nl: 'zonder naam', en: 'without a name' };
  const past = offers.flatMap((offer) => offerSteps(offer, names));
  const order = (step: StepView): string => step.at ?? '9';
  return [
    done('sent', request.sentAt, { nl: 'Aanvraag verstuurd', en: 'Request sent' }, open),
    ...past.sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0)),
    ...ending(request, offers, names),
  ];
};
