import type { RefusalTexts } from '#kernel/refusal.ts';
import type { ReferralCode } from './types-referral.ts';

/** What is refused about a referral, in words. */
export const referralRefusals: RefusalTexts<ReferralCode> = {
  'referral-unknown': {
    status: 404,
    title: {
      nl: 'Deze verwijzing is er niet, of niet meer voor u.',
      en: 'This referral is not there, or no longer for you.',
    },
    next: { nl: 'Ga terug naar de lijst.', en: 'Go back to the list.' },
  },
  'referral-over': {
    status: 409,
    title: { nl: 'Deze verwijzing is al klaar.', en: 'This referral is over.' },
    next: { nl: 'U kunt nog lezen wat er van kwam.', en: 'What came of it can still be read.' },
  },
  'referral-taken-back': {
    status: 409,
    title: {
      nl: 'De persoon heeft het ja op deze verwijzing teruggenomen.',
      en: 'The person took back their yes to this referral.',
    },
    next: {
      nl: 'Vraag het de persoon. Met een nieuw ja kan een nieuwe verwijzing.',
      en: 'Ask the person. With a new yes a new referral can be made.',
    },
  },
  'referral-not-yours': {
    status: 403,
    title: {
      nl: 'Deze stap is voor de andere organisatie.',
      en: 'This step is for the other organisation.',
    },
    next: {
      nl: 'Wie de verwijzing kreeg, pakt haar op; wie verwees, trekt haar in.',
      en: 'Who got the referral picks it up; who referred takes it back.',
    },
  },
  'referral-step-passed': {
    status: 409,
    title: { nl: 'Deze stap is al gezet.', en: 'This step was taken already.' },
    next: { nl: 'Kijk hoe het er nu voor staat.', en: 'See how it stands now.' },
  },
  'referral-step-early': {
    status: 409,
    title: { nl: 'Deze stap is nog niet aan de beurt.', en: 'This step is not next yet.' },
    next: {
      nl: 'Pak de verwijzing eerst op, en spreek de persoon.',
      en: 'Pick the referral up first, and speak with the person.',
    },
  },
  'referral-reason': {
    status: 422,
    title: { nl: 'Deze reden past niet bij deze uitkomst.', en: 'This reason does not fit this result.' },
    next: {
      nl: 'Kies een reden die bij de uitkomst staat.',
      en: 'Choose a reason that stands with the result.',
    },
  },
  'referral-runs': {
    status: 409,
    title: {
      nl: 'U verwees deze persoon al naar deze hulp, en dat loopt nog.',
      en: 'You referred this person to this service already, and that still runs.',
    },
    next: {
      nl: 'Kijk bij uw verwijzingen hoe het ermee staat.',
      en: 'See among your referrals how it goes.',
    },
  },
  'service-not-referred': {
    status: 422,
    title: {
      nl: 'Deze hulp neemt hier geen verwijzingen aan.',
      en: 'This service does not take referrals here.',
    },
    next: {
      nl: 'Bel, of meld de persoon aan zoals het op de kaart staat.',
      en: 'Call, or sign the person up as the map says.',
    },
  },
  'referral-moment-past': {
    status: 422,
    title: { nl: 'Dit moment is al voorbij.', en: 'This moment has passed.' },
    next: { nl: 'Kies een later moment, of laat het leeg.', en: 'Choose a later moment, or leave it empty.' },
  },
};
