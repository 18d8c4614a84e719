import type { Policy } from '#platform/http/actor.ts';

const wards = ['ward', 'elderly-doctor'] as const;
const gps = ['gp', 'gp-assistant'] as const;

/** Who may use the routes of this room. Of which stay, row-level security decides. */
export const stayPolicies = {
  see: {
    name: 'see-stay',
    roles: [...wards, ...gps, 'transfer-nurse', 'desk'],
    why: 'Wie bij het verblijf hoort, ziet waar het heen gaat: het huis, de huisarts, de verwijzer en het loket.',
  },
  treat: {
    name: 'see-treatment',
    roles: [...wards, ...gps],
    why: 'Wie behandelt, leest wat er gezien is: het huis, de eigen huisarts, en wie de overdracht krijgt.',
  },
  handover: {
    name: 'hand-over',
    roles: [...wards, ...gps, 'transfer-nurse', 'desk'],
    why: 'Wie iemand stuurt schrijft de overdracht; alleen wie hem krijgt, leest en bevestigt hem.',
  },
  keep: {
    name: 'keep-stay',
    roles: wards,
    why: 'Het huis waar iemand verblijft, houdt het verblijf bij.',
  },
  wish: {
    name: 'ask-of-stay',
    roles: [...wards, ...gps],
    why: 'De huisarts stelt de vraag; het huis en de huisarts schrijven op wat de persoon zelf wil.',
  },
  readAnswer: {
    name: 'read-answer',
    roles: gps,
    why: 'De huisarts die de vraag stelde, zegt dat het antwoord gelezen is.',
  },
  decide: {
    name: 'decide-stay',
    roles: ['elderly-doctor', 'ward'],
    why: 'Langer dan afgesproken mag alleen met een besluit: wie, en waarom.',
  },
  pathways: {
    name: 'see-pathways',
    roles: 'signed-in',
    opensPeople: false,
    why: 'Hoe lang een verblijf mag duren en wat er gepland wordt, ziet ieder die meedoet; er staat niemand in.',
  },
  adopt: {
    name: 'adopt-pathway',
    roles: ['desk', 'region-manager'],
    opensPeople: false,
    why: 'De regio spreekt af wat een verblijf is; wie er al verblijft, houdt de eigen afspraken.',
  },
  family: {
    name: 'read-own-stay',
    roles: 'everyone',
    why: 'De persoon zelf en één naaste die mag meelezen: met een persoonlijke link, de geboortedatum en een code. Het plan, niet wat er gezien is.',
  },
} as const satisfies Record<string, Policy>;
