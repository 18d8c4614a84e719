import type { Policy } from '#platform/http/actor.ts';

/** Who may use the routes of this room. Whose services are whose, row-level security decides too. */
export const socialPolicies = {
  map: {
    name: 'see-social-map',
    roles: 'everyone',
    why: 'De sociale kaart gaat over niemand: iedereen mag zoeken, ook een inwoner zonder aanmelden.',
  },
  say: {
    name: 'say-service',
    roles: ['welfare-worker', 'desk'],
    opensPeople: false,
    why: 'De organisatie zegt zelf of er plek is en of de tekst nog klopt; wie de kaart beheert helpt daarbij.',
  },
  keep: {
    name: 'keep-social-map',
    roles: ['desk', 'region-manager'],
    opensPeople: false,
    why: 'Wie de regio op orde houdt neemt de sociale kaart over en geeft hem door.',
  },
  helper: {
    name: 'help-by-link',
    roles: 'everyone',
    why: 'Een kleine organisatie zonder account: met de link uit haar eigen bericht en een code die één keer telt, voor één verwijzing.',
  },
  own: {
    name: 'own-conversation',
    roles: 'everyone',
    why: 'Het gesprek is van de persoon zelf: die vult in, leest terug en zegt per deel wie het mag zien.',
  },
  converse: {
    name: 'hold-conversation',
    roles: ['gp', 'gp-assistant', 'transfer-nurse', 'welfare-worker'],
    why: 'Wie iemand helpt, voert het gesprek samen met die persoon en ziet het tot het klaar is. Daarna alleen wat de persoon deelt.',
  },
  inCase: {
    name: 'see-shared-conversation',
    roles: ['gp', 'gp-assistant', 'transfer-nurse', 'ward', 'elderly-doctor', 'specialist', 'welfare-worker'],
    why: 'Wie meehelpt, ziet van het gesprek wat de persoon met die organisatie deelt, als dat deel van de samenwerking open is.',
  },
  refer: {
    name: 'refer-to-help',
    roles: ['gp', 'gp-assistant', 'transfer-nurse'],
    why: 'Wie iemand behandelt of naar huis helpt, verwijst met een ja van de persoon, en hoort wat ervan kwam.',
  },
  sent: {
    name: 'see-sent-referrals',
    roles: ['gp', 'gp-assistant', 'transfer-nurse', 'welfare-worker'],
    why: 'Wie verwees of doorgaf, ziet hoever het is en wat ervan kwam. Niets van wat daar besproken werd.',
  },
  receive: {
    name: 'pick-up-referral',
    roles: ['welfare-worker'],
    why: 'Wie de verwijzing krijgt, ziet hoe de persoon te bereiken is en de vraag. Nooit een BSN of iets medisch.',
  },
  oneReferral: {
    name: 'see-referral',
    roles: ['gp', 'gp-assistant', 'transfer-nurse', 'welfare-worker'],
    why: 'Eén verwijzing is er alleen voor wie verwees en voor wie haar kreeg, zolang het ja van de persoon staat.',
  },
  late: {
    name: 'see-late-referrals',
    roles: ['desk'],
    opensPeople: false,
    why: 'Het loket ziet bij welke hulp iets blijft liggen en belt daar. Over wie het gaat, ziet het loket niet.',
  },
  unmet: {
    name: 'see-unmet-help',
    roles: ['desk', 'region-manager'],
    opensPeople: false,
    why: 'Welke hulp er niet was, telt de regio per maand, zonder personen. Minder dan vijf wordt niet gezegd.',
  },
} as const satisfies Record<string, Policy>;
