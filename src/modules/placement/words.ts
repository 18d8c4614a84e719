import type { Sentence } from '#kernel/refusal.ts';
import { dueAt } from './decide/request.ts';
import type { CloseReason, Offer, Request } from './types.ts';
import { at, done, type Names, now, offerSteps, type StepView, toCome } from './words-offer.ts';

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

/** What who asked must say to an answer: choose among who said yes, or take or leave another date. Null: nothing. */
const askersTurn = (offers: readonly Offer[], names: Names): Sentence | null => {
  const yes = offers.find((offer) => offer.state === 'willing');
  if (yes !== undefined) {
    const by = at(yes.answerBy, names);
    return {
      nl: `De bewoner of familie kiest voor ${by.nl}`,
      en: `The person or family chooses before ${by.en}`,
    };
  }
  const later = offers.find((offer) => offer.state === 'alternative');
  if (later === undefined) return null;
  const from = at(later.alternativeFrom ?? later.answerBy, names);
  const by = at(later.answerBy, names);
  return {
    nl: `${names.site(later)} kan vanaf ${from.nl}. Zeg voor ${by.nl} ja of nee`,
    en: `${names.site(later)} can from ${from.en}. Say yes or no before ${by.en}`,
  };
};

const offeredTurn = (offers: readonly Offer[], names: Names): Sentence | null => {
  const back = askersTurn(offers, names);
  const asked = open(offers);
  if (back !== null || asked === undefined) return back;
  const by = at(asked.answerBy, names);
  return {
    nl: `${names.site(asked)} antwoordt uiterlijk ${by.nl}`,
    en: `${names.site(asked)} answers by ${by.en}`,
  };
};

/** Who must move now, and until when, in one sentence. */
export const turnOf = (request: Request, offers: readonly Offer[], names: Names): Sentence => {
  if (request.closeReason !== null) return CLOSED[request.closeReason];
  const yes = accepted(offers);
  const asked = request.state === 'offered' ? offeredTurn(offers, names) : null;
  if (asked !== null) return asked;
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
  const past = offers.flatMap((offer) => offerSteps(offer, offers, names));
  const order = (step: StepView): string => step.at ?? '9';
  return [
    done('sent', request.sentAt, { nl: 'Aanvraag verstuurd', en: 'Request sent' }, open),
    ...past.sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0)),
    ...ending(request, offers, names),
  ];
};
