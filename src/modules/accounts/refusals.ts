import type { RefusalTexts } from '#kernel/refusal.ts';
import type { AccountsCode } from './types.ts';

/** What this room refuses, in words. They never tell whether an account exists. */
export const accountsRefusals: RefusalTexts<AccountsCode> = {
  'sign-in-refused': {
    status: 401,
    title: {
      nl: 'Aanmelden lukt niet met dit e-mailadres en wachtwoord.',
      en: 'This e-mail address and password do not open the door.',
    },
    next: {
      nl: 'Kijk beide na. Na veel pogingen wacht u even; vraag anders de beheerder van uw organisatie.',
      en: 'Check both. After many attempts wait a while, or ask the administrator of your organisation.',
    },
  },
  'step-expired': {
    status: 401,
    title: { nl: 'Deze stap is verlopen.', en: 'This step has expired.' },
    next: { nl: 'Begin opnieuw met aanmelden.', en: 'Start signing in again.' },
  },
  'code-wrong': {
    status: 401,
    title: { nl: 'Deze code klopt niet of is al gebruikt.', en: 'This code is wrong or was used already.' },
    next: { nl: 'Wacht op de volgende code en vul die in.', en: 'Wait for the next code and enter that.' },
  },
  'passkey-refused': {
    status: 401,
    title: { nl: 'Deze passkey opent dit account niet.', en: 'This passkey does not open this account.' },
    next: { nl: 'Probeer opnieuw of meld u anders aan.', en: 'Try again or sign in another way.' },
  },
  'provider-unknown': {
    status: 404,
    title: { nl: 'Via deze aanbieder kunt u hier niet aanmelden.', en: 'This provider is not used here.' },
    next: { nl: 'Kies een andere manier van aanmelden.', en: 'Choose another way to sign in.' },
  },
  'provider-refused': {
    status: 401,
    title: {
      nl: 'Aanmelden via uw werkgever is niet gelukt.',
      en: 'Signing in at your employer did not work.',
    },
    next: { nl: 'Begin opnieuw of meld u anders aan.', en: 'Start again or sign in another way.' },
  },
  'identity-unknown': {
    status: 403,
    title: {
      nl: 'Bij deze aanmelding hoort hier nog geen account.',
      en: 'There is no account here for this sign-in yet.',
    },
    next: {
      nl: 'Vraag de beheerder van uw organisatie om een uitnodiging en open die eerst.',
      en: 'Ask the administrator of your organisation for an invitation and open that first.',
    },
  },
  'no-hat': {
    status: 403,
    title: { nl: 'Bij dit account hoort geen rol.', en: 'This account has no role.' },
    next: {
      nl: 'Vraag de beheerder van uw organisatie om een uitnodiging.',
      en: 'Ask the administrator of your organisation for an invitation.',
    },
  },
  'hat-unknown': {
    status: 404,
    title: { nl: 'Deze rol hoort niet bij uw account.', en: 'This role is not one of your account.' },
    next: { nl: 'Kies een rol uit uw eigen lijst.', en: 'Choose a role from your own list.' },
  },
  'confirm-needed': {
    status: 403,
    title: { nl: 'Laat eerst opnieuw zien dat u het bent.', en: 'First show again that it is you.' },
    next: {
      nl: 'Vul een code of uw wachtwoord in en probeer het daarna opnieuw.',
      en: 'Enter a code or your password and then try again.',
    },
  },
  'last-factor': {
    status: 409,
    title: { nl: 'Dit is uw laatste tweede stap.', en: 'This is your last second step.' },
    next: { nl: 'Voeg eerst een andere toe.', en: 'Add another one first.' },
  },
  'invitation-unknown': {
    status: 404,
    title: { nl: 'Deze uitnodiging bestaat niet (meer).', en: 'This invitation does not exist (any more).' },
    next: {
      nl: 'Open de link zoals u hem kreeg, of vraag een nieuwe uitnodiging.',
      en: 'Open the link as you received it, or ask for a new invitation.',
    },
  },
  'invitation-expired': {
    status: 409,
    title: { nl: 'Deze uitnodiging is verlopen.', en: 'This invitation has expired.' },
    next: {
      nl: 'Vraag de beheerder van uw organisatie om een nieuwe.',
      en: 'Ask the administrator of your organisation for a new one.',
    },
  },
  'invitation-used': {
    status: 409,
    title: { nl: 'Deze uitnodiging is al gebruikt.', en: 'This invitation was used already.' },
    next: { nl: 'Meld u aan met uw account.', en: 'Sign in with your account.' },
  },
  'already-invited': {
    status: 409,
    title: {
      nl: 'Voor dit e-mailadres ligt er al een uitnodiging.',
      en: 'This e-mail address is invited already.',
    },
    next: { nl: 'Maak in de lijst een nieuwe link.', en: 'Make a new link in the list.' },
  },
  'already-has-role': {
    status: 409,
    title: { nl: 'Dit account heeft deze rol al.', en: 'This account has this role already.' },
    next: { nl: 'Kies een andere rol.', en: 'Choose another role.' },
  },
  'role-not-here': {
    status: 422,
    title: { nl: 'Deze rol past niet bij de organisatie.', en: 'This role does not fit the organisation.' },
    next: { nl: 'Kies een rol uit de lijst.', en: 'Choose a role from the list.' },
  },
  'place-not-here': {
    status: 422,
    title: {
      nl: 'Deze locatie of afdeling hoort niet bij de organisatie.',
      en: 'This site or unit is not one of the organisation.',
    },
    next: { nl: 'Kies een afdeling van de organisatie.', en: 'Choose a unit of the organisation.' },
  },
  'own-account': {
    status: 409,
    title: { nl: 'U kunt uw eigen account niet uitzetten.', en: 'You cannot disable your own account.' },
    next: { nl: 'Vraag een andere beheerder.', en: 'Ask another administrator.' },
  },
  'own-reset': {
    status: 409,
    title: {
      nl: 'U kunt uw eigen tweede stap hier niet weghalen.',
      en: 'You cannot take away your own second step here.',
    },
    next: {
      nl: 'Wijzig die bij Mijn account, of vraag een andere beheerder.',
      en: 'Change it under My account, or ask another administrator.',
    },
  },
  'practice-has-no-accounts': {
    status: 404,
    title: { nl: 'De oefenregio heeft geen accounts.', en: 'The practice region has no accounts.' },
    next: { nl: 'Kies een rol op de beginpagina.', en: 'Choose a role on the first page.' },
  },
  'password-short': {
    status: 422,
    title: { nl: 'Dit wachtwoord is te kort.', en: 'This password is too short.' },
    next: {
      nl: 'Neem twaalf tekens of meer, bijvoorbeeld vier losse woorden.',
      en: 'Use twelve characters or more, for example four separate words.',
    },
  },
  'password-long': {
    status: 422,
    title: { nl: 'Dit wachtwoord is te lang.', en: 'This password is too long.' },
    next: { nl: 'Neem hooguit 128 tekens.', en: 'Use at most 128 characters.' },
  },
  'password-known': {
    status: 422,
    title: {
      nl: 'Dit wachtwoord staat in lijsten die inbrekers gebruiken.',
      en: 'This password stands in lists that burglars use.',
    },
    next: { nl: 'Kies een wachtwoord dat u nergens gebruikt.', en: 'Choose one that you use nowhere else.' },
  },
  'password-own-words': {
    status: 422,
    title: {
      nl: 'Uw naam, e-mailadres of de naam van de regio staat in dit wachtwoord.',
      en: 'Your name, e-mail address or the name of the region is in this password.',
    },
    next: { nl: 'Kies andere woorden.', en: 'Choose other words.' },
  },
};
