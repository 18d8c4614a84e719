import type { z } from 'zod';
import { isoFromInstant } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Sentence } from '#kernel/refusal.ts';
import { momentWords } from '#kernel/words.ts';
import type { Step } from './contract.ts';
import { isPending } from './decide/offer.ts';
import type { SearchRules } from './decide/request.ts';
import { OFFER_REFUSAL_WORDS } from './refusals.ts';
import type { Offer } from './types.ts';

/** A step of the route as it is shown. */
export type StepView = z.infer<typeof Step>;

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

/** A moment in words, seen from now. */
export const at = (moment: Instant, names: Names): Sentence => momentWords(moment, names.now, names.zone);

/** A step that was taken. */
export const done = (
  code: string,
  moment: Instant,
  words: Sentence,
  detail: Sentence | null = null,
): StepView => ({
  code,
  at: isoFromInstant(moment),
  by: null,
  state: 'done',
  ...words,
  detail,
});
/** The step somebody must take now. */
export const now = (
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
/** A step that is still to come. */
export const toCome = (code: string, words: Sentence, detail: Sentence | null = null): StepView => ({
  code,
  at: null,
  by: null,
  state: 'to-come',
  ...words,
  detail,
});

/** A sentence, and behind it what the ward wrote itself. */
const inOwnWords = (words: Sentence, offer: Offer, names: Names): Sentence => {
  const said = names.said(offer);
  return said === '' ? words : { nl: `${words.nl}: ${said}`, en: `${words.en}: ${said}` };
};

/** A no with its reason, and in the ward's own words when it wrote any. */
const refusedStep = (offer: Offer, names: Names): StepView => {
  const site = names.site(offer);
  const detail = inOwnWords(OFFER_REFUSAL_WORDS[offer.refusalCode ?? 'other'], offer, names);
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
        inOwnWords({ nl: 'kies: dan pas, of verder zoeken', en: 'choose: then, or search on' }, offer, names),
      );
    }
    case 'willing':
      return now(
        'willing',
        offer.answerBy,
        { nl: `${site} zegt ja`, en: `${site} says yes` },
        {
          nl: `de bewoner of familie kiest voor ${by.nl}`,
          en: `the person or family chooses before ${by.en}`,
        },
      );
    case 'accepted':
      return done(
        'accepted',
        offer.answeredAt ?? offer.sentAt,
        { nl: `Ja van ${site}`, en: `Yes from ${site}` },
        offer.extra === null
          ? {
              nl: `${offer.doctor ?? ''} neemt over bij aankomst`,
              en: `${offer.doctor ?? ''} takes over on arrival`,
            }
          : {
              nl: `op een extra plek; ${offer.doctor ?? ''} neemt over bij aankomst`,
              en: `on an extra place; ${offer.doctor ?? ''} takes over on arrival`,
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

/** After whose no somebody was asked by itself: the last that ended before. */
const afterWhom = (offer: Offer, offers: readonly Offer[]): Offer | undefined =>
  offers
    .filter(
      (each) =>
        each.id !== offer.id &&
        !isPending(each) &&
        each.state !== 'accepted' &&
        each.answeredAt !== null &&
        each.answeredAt <= offer.sentAt,
    )
    .sort((a, b) => (b.answeredAt ?? 0) - (a.answeredAt ?? 0))[0];

/** Asked by itself, and after whose no. */
const byItselfStep = (offer: Offer, offers: readonly Offer[], names: Names): StepView => {
  const before = afterWhom(offer, offers);
  const site = names.site(offer);
  return done(
    'offered',
    offer.sentAt,
    { nl: `${site} vanzelf gevraagd`, en: `${site} asked by itself` },
    before === undefined
      ? { nl: 'crisis: meer huizen tegelijk', en: 'crisis: several sites at once' }
      : {
          nl: `na ${before.state === 'expired' ? 'geen antwoord' : 'nee'} van ${names.site(before)}`,
          en: `after ${before.state === 'expired' ? 'no answer' : 'a no'} from ${names.site(before)}`,
        },
  );
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

/** Did it end while who asked had another date before them, and not the ward? */
const endedByAsker = (offer: Offer): boolean => offer.alternativeFrom !== null && offer.arrivalFrom === null;

/** How an offer ended without a yes and without a no of the ward. */
const endedStep = (offer: Offer, site: string): StepView => {
  const when = offer.answeredAt ?? offer.answerBy;
  if (endedByAsker(offer))
    return done(offer.state, when, {
      nl: `Andere datum van ${site} niet genomen`,
      en: `Other date of ${site} not taken`,
    });
  return offer.state === 'expired'
    ? done('expired', when, {
        nl: `${site} antwoordde niet op tijd`,
        en: `${site} did not answer in time`,
      })
    : done('withdrawn', when, {
        nl: `Vraag aan ${site} ingetrokken`,
        en: `Question to ${site} taken back`,
      });
};

/** What was asked of one house and what became of it; `offers` tells after whose no it was asked. */
export const offerSteps = (offer: Offer, offers: readonly Offer[], names: Names): StepView[] => {
  const steps = answeredSteps(offer, names);
  return offer.byItself ? [byItselfStep(offer, offers, names), ...steps] : steps;
};

const answeredSteps = (offer: Offer, names: Names): StepView[] => {
  const site = names.site(offer);
  switch (offer.state) {
    case 'refused':
      return [refusedStep(offer, names)];
    case 'expired':
    case 'withdrawn':
      return [endedStep(offer, site)];
    default:
      return [...askedSteps(offer, site, names), answerStep(offer, site, names)];
  }
};
