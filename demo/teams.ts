import { HOUR, MINUTE } from '#kernel/interval.ts';
import type { Team, TeamCount, TeamKind } from '#modules/capacity/types.ts';
import { fixedId } from './fixed-id.ts';
import { organisationId } from './organisations.ts';

/** A team as written down here: whose, where, and what it last said how long ago. */
interface TeamLine {
  readonly of: string;
  readonly name: string;
  readonly neighbourhood: string;
  readonly pc4s: readonly string[];
  readonly kind: TeamKind;
  readonly phone: string;
  readonly says: TeamCount;
  readonly age: number;
}

const free = (count: number): TeamCount => ({ free: count, waitingDays: null, closedUntil: null });
const waits = (days: number): TeamCount => ({ free: 0, waitingDays: days, closedUntil: null });

const LINES: readonly TeamLine[] = [
  {
    of: 'brede-vaart',
    name: 'Team Vaartkwartier',
    neighbourhood: 'Assen centrum',
    pc4s: ['9401', '9404'],
    kind: 'home-care',
    phone: '0592-00 52 01',
    says: free(3),
    age: 55 * MINUTE,
  },
  {
    of: 'brede-vaart',
    name: 'Team Peelo',
    neighbourhood: 'Assen noord',
    pc4s: ['9402', '9403', '9407'],
    kind: 'home-care',
    phone: '0592-00 52 02',
    says: free(1),
    age: 2.2 * HOUR,
  },
  {
    of: 'brede-vaart',
    name: 'Team Kloosterveste',
    neighbourhood: 'Assen west',
    pc4s: ['9405', '9406', '9408'],
    kind: 'home-care',
    phone: '0592-00 52 03',
    says: waits(6),
    age: 70 * MINUTE,
  },
  {
    of: 'brede-vaart',
    name: 'Team Hondsrug',
    neighbourhood: 'Rolde en Gieten',
    pc4s: ['9451', '9461', '9463'],
    kind: 'home-care',
    phone: '0592-00 52 04',
    says: free(2),
    age: 14 * HOUR,
  },
  {
    of: 'brede-vaart',
    name: 'Nachtteam',
    neighbourhood: 'Hele regio',
    pc4s: ['9401', '9402', '9403', '9404', '9405'],
    kind: 'night-care',
    phone: '0592-00 52 05',
    says: free(1),
    age: 3.1 * HOUR,
  },
  {
    of: 'naoberschap',
    name: 'Dagkamer De Linde',
    neighbourhood: 'Assen centrum',
    pc4s: ['9401', '9404', '9405'],
    kind: 'respite-day',
    phone: '0592-00 53 01',
    says: free(2),
    age: 4.6 * HOUR,
  },
  {
    of: 'naoberschap',
    name: 'Maatjes aan huis',
    neighbourhood: 'Assen noord',
    pc4s: ['9402', '9403', '9407'],
    kind: 'welfare',
    phone: '0592-00 53 02',
    says: free(4),
    age: 95 * MINUTE,
  },
  {
    of: 'naoberschap',
    name: 'Boodschappenbus',
    neighbourhood: 'Rolde en Gieten',
    pc4s: ['9451', '9461'],
    kind: 'welfare',
    phone: '0592-00 53 03',
    says: waits(14),
    age: 2 * HOUR,
  },
];

/** Who helps at home or by day in the practice region. All invented. */
export const TEAMS: readonly Team[] = LINES.map(({ of, says: _, age: __, ...team }, n) => ({
  ...team,
  id: fixedId('team', n + 1),
  organisationId: organisationId(of),
}));

/** What each team last said when the region is opened, and how long ago that is. */
export const TEAM_WORDS: readonly { readonly team: Team; readonly says: TeamCount; readonly age: number }[] =
  TEAMS.flatMap((team, n) => {
    const line = LINES[n];
    return line === undefined ? [] : [{ team, says: line.says, age: line.age }];
  });

/** The team whose number is too old on purpose: the region must show that too. */
export const FORGETFUL = fixedId('team', 4);
