import { type Day, localDay } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Sentence } from '#kernel/refusal.ts';
import type { FamilyStayView } from '#modules/stay/contract-family.ts';
import type { FamilyFacts, FamilyMeeting, FamilyStay } from '#modules/stay/types.ts';
import type { MeetingKind } from '#modules/stay/types-parts.ts';
import { dayNumber } from './days.ts';
import { dayWords, momentWords } from './family-days.ts';
import { barrierWords, leftWords, openWords, returnWords } from './family-words.ts';

/** A page that says nothing: what there is besides, is put into it. */
const BLANK = {
  ...{ quiet: false, ended: false, stand: [], goal: null, next: null, responsible: [] },
  ...{ agreements: [], arranging: [], arranged: [], after: [] },
};

const endWords = ({ expectedEnd, latestEnd, zone }: FamilyStay, today: Day): Sentence[] => {
  const end = expectedEnd === null ? null : localDay(expectedEnd, zone);
  if (expectedEnd === null || end === null || end < today)
    return [{ nl: 'Wanneer het vertrek is, weten we nog niet.', en: 'We do not know yet when they leave.' }];
  const at = dayWords(end, today);
  const first = { nl: `Het plan is: vertrek ${at.nl}.`, en: `The plan is: leaving ${at.en}.` };
  if (latestEnd === null || latestEnd <= expectedEnd) return [first];
  const late = dayWords(localDay(latestEnd, zone), today);
  return [
    first,
    {
      nl: `Het kan ook later worden: uiterlijk ${late.nl}.`,
      en: `It may be later: ${late.en} at the latest.`,
    },
  ];
};

const awayWords = ({ away, awayUntil, zone }: FamilyStay, today: Day): Sentence[] => {
  if (away === null) return [];
  const where =
    away === 'hospital'
      ? {
          nl: 'Op dit moment in het ziekenhuis. Het bed blijft vrij.',
          en: 'In hospital at the moment. The bed is kept free.',
        }
      : {
          nl: 'Op dit moment even weg uit het huis. Het bed blijft vrij.',
          en: 'Away from the house for a while. The bed is kept free.',
        };
  if (awayUntil === null) return [where];
  const back = momentWords(awayUntil, zone, today);
  return [where, { nl: `Terug: ${back.nl}.`, en: `Back: ${back.en}.` }];
};

const standWords = (stay: FamilyStay, today: Day): Sentence[] => {
  const { endedAt, destination, zone } = stay;
  if (endedAt !== null && destination !== null && destination !== 'died')
    return [leftWords(destination, { endedAt, zone }, today)];
  const day = dayNumber(stay.arrivedDay, today);
  return [
    { nl: `Vandaag is dag ${day} van het verblijf.`, en: `Today is day ${day} of the stay.` },
    ...awayWords(stay, today),
    ...endWords(stay, today),
  ];
};

const responsibleWords = ({ stay, responsible }: FamilyFacts): Sentence[] => [
  ...(responsible === null
    ? []
    : [
        {
          nl: `${responsible} is verantwoordelijk voor de zorg.`,
          en: `${responsible} is responsible for the care.`,
        },
      ]),
  ...(stay.doctor === null
    ? []
    : [{ nl: `De arts is ${stay.doctor}.`, en: `The doctor is ${stay.doctor}.` }]),
];

const agreementOf = (
  { heldAt, departureDay, agreed, care }: FamilyMeeting,
  { zone }: FamilyStay,
  today: Day,
): FamilyStayView['agreements'] => {
  if (heldAt === null) return [];
  const day = localDay(heldAt, zone);
  const on = dayWords(day, today);
  const leave = departureDay === null ? null : dayWords(departureDay, today);
  return [
    {
      ...{ day, agreed, care },
      title: { nl: `Gesprek van ${on.nl}`, en: `Talk of ${on.en}` },
      departure:
        leave === null
          ? null
          : { nl: `Afgesproken vertrek: ${leave.nl}.`, en: `Agreed leaving: ${leave.en}.` },
    },
  ];
};

const MEETINGS: Readonly<Record<MeetingKind, Sentence>> = {
  'day-14': {
    nl: 'Gesprek met de huisarts, de familie en de afdeling',
    en: 'Talk with the GP, the family and the ward',
  },
  team: { nl: 'De zorgverleners overleggen', en: 'Those who give care talk together' },
  extra: { nl: 'Gesprek op de afdeling', en: 'Talk on the ward' },
};

/** What comes first: a talk, the departure, or a call afterwards. */
const nextStep = ({ stay, meetings, contacts }: FamilyFacts, now: Instant, today: Day): Sentence | null => {
  if (stay.endedAt !== null) {
    const call = contacts.find(({ done, dueDay }) => !done && dueDay >= today);
    if (call === undefined) return null;
    const on = dayWords(call.dueDay, today);
    return {
      nl: `Het huis belt ${on.nl} om te vragen hoe het gaat.`,
      en: `The house calls ${on.en} to ask how it goes.`,
    };
  }
  const talk = meetings.find(({ heldAt, plannedAt }) => heldAt === null && plannedAt >= now);
  const leaves = stay.expectedEnd !== null && stay.expectedEnd >= now ? stay.expectedEnd : null;
  if (talk !== undefined && (leaves === null || talk.plannedAt <= leaves)) {
    const at = momentWords(talk.plannedAt, stay.zone, today);
    const what = MEETINGS[talk.kind];
    return { nl: `${what.nl}: ${at.nl}.`, en: `${what.en}: ${at.en}.` };
  }
  if (leaves === null) return null;
  const at = momentWords(leaves, stay.zone, today);
  return { nl: `Vertrek: ${at.nl}.`, en: `Leaving: ${at.en}.` };
};

const afterWords = ({ contacts, gp, house }: FamilyFacts, today: Day): Sentence[] => {
  const calls = contacts.map(({ done, days, dueDay }): Sentence => {
    if (done)
      return {
        nl: `Het huis belde ${days} dagen na het vertrek.`,
        en: `The house called ${days} days after leaving.`,
      };
    const on = dayWords(dueDay, today);
    return { nl: `Het huis belt: ${on.nl}.`, en: `The house calls: ${on.en}.` };
  });
  const who = gp === null ? house.name : gp.name;
  return [
    ...calls,
    { nl: `Gaat het niet goed? Bel dan ${who}.`, en: `Is it not going well? Then call ${who}.` },
  ];
};

const callsOf = ({ stay, house, unit, gp }: FamilyFacts): FamilyStayView['call'] => {
  const ward = { who: { nl: 'De afdeling', en: 'The ward' }, ...unit };
  const visits = { who: { nl: 'Het huis, ook voor bezoek', en: 'The house, also for visits' }, ...house };
  const practice = gp === null ? [] : [{ who: { nl: 'De huisarts', en: 'The GP' }, ...gp }];
  const inHouse = unit.phone === house.phone ? [visits] : [ward, visits];
  const wanted = stay.endedAt === null ? [...inHouse, ...practice] : [...practice, ...inHouse];
  return wanted.filter(({ phone }) => phone !== '');
};

/** The stay in plain words, for the person and one relative: where it goes, never what was seen. */
export const familyWords = (facts: FamilyFacts, now: Instant): FamilyStayView => {
  const { stay, house, unit, barriers, returns, meetings } = facts;
  const today = localDay(now, stay.zone);
  const head = { id: stay.id, name: stay.name, house: house.name, unit: unit.name, call: callsOf(facts) };
  // Nobody reads on a screen that somebody died; who opens the page finds whom to call.
  if (stay.destination === 'died') return { ...BLANK, ...head, quiet: true, ended: true };
  const said = {
    ...{ stand: standWords(stay, today), goal: stay.goal, next: nextStep(facts, now, today) },
    agreements: meetings.toReversed().flatMap((each) => agreementOf(each, stay, today)),
  };
  if (stay.endedAt !== null)
    return { ...BLANK, ...head, ...said, ended: true, after: afterWords(facts, today) };
  return {
    ...{ ...BLANK, ...head, ...said },
    responsible: responsibleWords(facts),
    arranging: [
      ...barriers.map((each) => barrierWords(each, today)),
      ...returns.filter(({ state }) => state === 'asked').map((each) => returnWords(each, today)),
      ...openWords(returns),
    ],
    arranged: returns.filter(({ state }) => state === 'arranged').map((each) => returnWords(each, today)),
  };
};
