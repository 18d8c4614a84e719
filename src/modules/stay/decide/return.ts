import { type Day, localDay, plusDays } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Sentence } from '#kernel/refusal.ts';
import { RETURN_ITEMS, type ReturnItem, type ReturnLine, type Stay } from '#modules/stay/types.ts';

/** How many days before somebody goes home each thing must be arranged (our rule of thumb, until a region says otherwise). */
const ARRANGED_BEFORE: Readonly<Record<ReturnItem, number>> = {
  'home-care': 3,
  aids: 2,
  carer: 3,
  meals: 1,
  welfare: 2,
  gp: 1,
  pharmacy: 1,
  transport: 1,
};

const ITEM_WORDS: Readonly<Record<ReturnItem, Sentence>> = {
  'home-care': { nl: 'thuiszorg', en: 'home care' },
  aids: { nl: 'hulpmiddelen', en: 'aids' },
  carer: { nl: 'mantelzorg', en: 'informal carer' },
  meals: { nl: 'maaltijden', en: 'meals' },
  welfare: { nl: 'welzijn', en: 'welfare' },
  gp: { nl: 'huisarts', en: 'GP' },
  pharmacy: { nl: 'apotheek', en: 'pharmacy' },
  transport: { nl: 'vervoer', en: 'transport' },
};

/** When somebody leaves, as far as it is known: the day, and whether it may also be later. */
export interface Leaving {
  readonly day: Day | null;
  readonly uncertain: boolean;
}

/** The day somebody is expected to leave, by the bed; once they left, the day they did. */
export const leavingOf = (
  stay: Pick<Stay, 'endedAt' | 'zone'>,
  bed: { readonly until: Instant; readonly latestEnd: Instant | null } | null,
): Leaving => {
  const at = stay.endedAt ?? bed?.until ?? null;
  const uncertain = stay.endedAt === null && bed !== null && bed.latestEnd !== null;
  return { day: at === null ? null : localDay(at, stay.zone), uncertain };
};

/** A line of the plan with by when it must be arranged, and whether that day has passed. */
export interface PlannedLine extends ReturnLine {
  readonly dueDay: Day | null;
  readonly late: boolean;
}

/** How the plan for home stands. */
export interface ReturnStand {
  readonly items: readonly PlannedLine[];
  readonly missing: readonly ReturnItem[];
  readonly late: readonly ReturnItem[];
}

const isToDo = ({ state }: ReturnLine): boolean => state === 'open' || state === 'asked';

/** What is still missing on a day for the expected departure, and what should have been arranged by now; in a fixed order. */
export const returnStand = (
  lines: readonly ReturnLine[],
  stay: Pick<Stay, 'destination'>,
  leaving: Leaving,
  today: Day,
): ReturnStand => {
  // Nobody arranges a home for who goes nowhere any more.
  const over =
    stay.destination !== null && stay.destination !== 'home' && stay.destination !== 'home-adjusted';
  const items = RETURN_ITEMS.flatMap((item) => {
    const line = lines.find((each) => each.item === item);
    if (line === undefined) return [];
    const dueDay = leaving.day === null ? null : plusDays(leaving.day, -ARRANGED_BEFORE[item]);
    const late = stay.destination === null && isToDo(line) && dueDay !== null && today > dueDay;
    return [{ ...line, dueDay, late }];
  });
  return {
    items,
    missing: over ? [] : items.filter(isToDo).map(({ item }) => item),
    late: items.filter((each) => each.late).map(({ item }) => item),
  };
};

const listed = (items: readonly ReturnItem[], language: keyof Sentence): string =>
  items.map((item) => ITEM_WORDS[item][language]).join(', ');

/** How far the plan is, in one sentence. */
export const returnWords = (stand: ReturnStand, stay: Pick<Stay, 'destination'>): Sentence => {
  const { items, missing, late } = stand;
  if (stay.destination === 'died')
    return { nl: 'Het plan voor thuis is gestopt.', en: 'The plan for home has stopped.' };
  if (missing.length === 0)
    return stay.destination === null || stay.destination.startsWith('home')
      ? { nl: 'Alles voor thuis is geregeld.', en: 'Everything for home is arranged.' }
      : {
          nl: 'Niet naar huis: dit plan is niet meer nodig.',
          en: 'Not going home: this plan is not needed.',
        };
  if (stay.destination !== null)
    return {
      nl: `Bij het vertrek niet geregeld: ${listed(missing, 'nl')}.`,
      en: `Not arranged when they left: ${listed(missing, 'en')}.`,
    };
  const open = {
    nl: `Nog te regelen: ${missing.length} van ${items.length}.`,
    en: `Still to arrange: ${missing.length} of ${items.length}.`,
  };
  if (late.length === 0) return open;
  return {
    nl: `${open.nl} Had al klaar moeten zijn: ${listed(late, 'nl')}.`,
    en: `${open.en} Should have been ready: ${listed(late, 'en')}.`,
  };
};
