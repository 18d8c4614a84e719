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
  decide: {
    name: 'decide-stay',
    roles: ['elderly-doctor', 'ward'],
    why: 'Langer dan afgesproken mag alleen met een besluit: wie, en waarom.',
  },
} as const satisfies Record<string, Policy>;
