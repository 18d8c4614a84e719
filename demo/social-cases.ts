import { isoFromInstant, localDay, localTime, plusDays } from '#kernel/calendar.ts';
import { DAY, HOUR, type Instant } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import {
  actionsOf,
  actOn,
  addAction,
  type Doing,
  decideOn,
  endCase,
  openCase,
  say,
  setMeeting,
  settleAction,
  takeIn,
  typeLines,
} from '#modules/cases/index.ts';
import type { CasePart } from '#modules/cases/types.ts';
import type { PersonEntry } from '#modules/people/types.ts';
import { REGION_ZONE } from '#modules/region/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { organisationId } from './organisations.ts';
import { atClock, must, type Past } from './past.ts';
import { BOXEM, KRUIMS, ZWIERS } from './social-people.ts';
import { inNameOfSelf, personIdOf, who } from './social-stage.ts';

/** What somebody does in a case that stands. */
type Step = (tx: Tx, id: string, doing: Doing) => Promise<Result<unknown, Refusal>>;

/** A case as it went: who opened it, who was taken in, and what was done by whom, so many days before the opening. */
interface ToldCase {
  readonly person: PersonEntry;
  readonly question: string;
  readonly by: string;
  readonly since: number;
  readonly helpers: readonly (readonly [organisation: string, parts: readonly CasePart[]])[];
  readonly steps: readonly (readonly [ago: number, by: string, step: Step])[];
}

const ALL: readonly CasePart[] = ['question', 'plan', 'messages', 'meetings', 'conversation'];

const agree =
  (what: string, owner: string | null, inDays: number): Step =>
  (tx, id, doing) => {
    const due = plusDays(localDay(doing.now, REGION_ZONE), inDays);
    return addAction(tx, { id, what, owner: owner === null ? null : organisationId(owner), due }, doing);
  };

const settle =
  (what: string, why: string | null): Step =>
  async (tx, id, doing) => {
    const action = (await actionsOf(tx, id)).find((each) => each.what === what)?.id;
    if (action === undefined) return refuse({ code: 'action-unknown' });
    return settleAction(
      tx,
      why === null ? { id, action, state: 'done' } : { id, action, state: 'not-done', why },
      doing,
    );
  };

const tell =
  (text: string): Step =>
  (tx, id, doing) =>
    say(tx, { id, text }, doing);

const meet =
  (inDays: number, minutes: number, place: string): Step =>
  (tx, id, doing) => {
    const on = doing.now + inDays * DAY;
    // Nobody of these sits together on a Saturday or a Sunday.
    const later = Math.max(0, localTime(on, REGION_ZONE).weekday - 5) * 2 * DAY;
    const at = isoFromInstant(atClock(on + later, minutes));
    return setMeeting(tx, { id, at, minutes: 30, place }, doing);
  };

/** They sit together now: the note is typed, one line becomes a decision and one an action. */
const meetNow =
  (
    place: string,
    notes: readonly string[],
    agreed: { readonly what: string; readonly owner: string },
  ): Step =>
  async (tx, id, doing) => {
    const set = await setMeeting(tx, { id, at: isoFromInstant(doing.now), minutes: 30, place }, doing);
    if (!set.ok) return set;
    const meeting = set.value.id;
    const acts = [...notes, agreed.what].map((text, place) => ({
      ...{ id: newId(), line: newId(), place, seen: 0, text },
    }));
    const typed = await typeLines(tx, { id, meeting, acts }, doing);
    if (!typed.ok) return typed;
    const [decision, action] = [acts.at(-2)?.line ?? '', acts.at(-1)?.line ?? ''];
    const decided = await decideOn(tx, { id, meeting, line: decision }, doing);
    if (!decided.ok) return decided;
    const due = plusDays(localDay(doing.now, REGION_ZONE), 10);
    return actOn(tx, { id, meeting, line: action, owner: organisationId(agreed.owner), due }, doing);
  };

const end =
  (learned: string): Step =>
  (tx, id, doing) =>
    endCase(tx, { id, outcome: 'answered', learned }, doing);

const TOLD: readonly ToldCase[] = [
  {
    person: KRUIMS,
    question: 'Sinds Aaltje er niet meer is zie ik niemand. De dagen zijn lang en ik kom er niet meer uit.',
    by: 'S. Hoving',
    since: 34,
    helpers: [
      ['naoberschap', ALL],
      ['buurtkamer', ['question', 'plan']],
    ],
    steps: [
      [34, 'S. Hoving', agree('Bellen met Naoberschap en samen langsgaan', 'vaartzicht', 4)],
      [30, 'S. Hoving', settle('Bellen met Naoberschap en samen langsgaan', null)],
      [29, 'M. Oosting', tell('Ik was bij hem thuis. Hij vertelde over zijn duiven. Dat is een begin.')],
      [29, 'M. Oosting', agree('Een maatje zoeken die ook duiven houdt', 'naoberschap', 38)],
      [22, 'M. Oosting', agree('Samen de eerste keer naar de koffieochtend', 'naoberschap', 5)],
      [
        16,
        'M. Oosting',
        settle('Samen de eerste keer naar de koffieochtend', 'Hij zag ertegenop. Volgende week weer.'),
      ],
      [15, 'S. Hoving', tell('Hij slaapt beter en noemde u. Medicijnen zijn nu niet nodig.')],
      [9, 'M. Oosting', agree('Op woensdag naar de koffieochtend', null, 11)],
      [
        2,
        'M. Oosting',
        tell('Er is een maatje: een man uit Peelo, ook met duiven. Zij zien elkaar volgende week.'),
      ],
    ],
  },
  {
    person: BOXEM,
    question: 'Ik zorg al vier jaar voor mijn man. Ik wil dat volhouden, maar ik kan niet meer.',
    by: 'S. Hoving',
    since: 20,
    helpers: [
      ['naoberschap', ALL],
      ['brede-vaart', ['question', 'plan', 'meetings']],
    ],
    steps: [
      [20, 'S. Hoving', agree('Kijken wat de thuiszorg kan overnemen', 'brede-vaart', 14)],
      [19, 'M. Oosting', agree('Gesprek met haar alleen, buiten de deur', 'naoberschap', 10)],
      [12, 'M. Oosting', settle('Gesprek met haar alleen, buiten de deur', null)],
      [11, 'M. Oosting', tell('Zij wil één middag per week voor zichzelf. De zondag is het zwaarst.')],
      [
        5,
        'M. Oosting',
        meetNow(
          'Praktijk Vaartzicht',
          [
            'Mevrouw is er zelf bij. Zij slaapt in de stoel omdat hij vaak roept.',
            'De thuiszorg ziet hem nu twee keer per week, in de ochtend.',
            'Besluit: eerst één vaste middag, daarna kijken naar de nacht.',
          ],
          { what: 'Een vrijwilliger vinden voor de woensdagmiddag', owner: 'naoberschap' },
        ),
      ],
      [4, 'S. Hoving', settle('Kijken wat de thuiszorg kan overnemen', 'Nog geen plek in de ochtend.')],
      [4, 'S. Hoving', agree('Nog een keer vragen om zorg in de ochtend', 'brede-vaart', 12)],
      [1, 'S. Hoving', meet(4, 10 * 60, 'Praktijk Vaartzicht, of bel 0592-00 17 20')],
    ],
  },
  {
    person: ZWIERS,
    question: 'Ik heb steeds hoofdpijn en niemand vindt iets. Ik durf de post niet meer open te maken.',
    by: 'J. Bontekoe',
    since: 150,
    helpers: [
      ['naoberschap', ALL],
      ['grip', ['question', 'plan']],
    ],
    steps: [
      [149, 'J. Bontekoe', agree('Samen de post openen', 'grip', 14)],
      [140, 'N. Karsten', settle('Samen de post openen', null)],
      [139, 'N. Karsten', agree('Regeling met de verhuurder', 'grip', 40)],
      [104, 'N. Karsten', settle('Regeling met de verhuurder', null)],
      [88, 'M. Oosting', tell('Hij werkt weer drie ochtenden, in de tuin van de buurtkamer.')],
      [
        60,
        'J. Bontekoe',
        end(
          'De hoofdpijn kwam van de post die bleef liggen. Eén vaste hulp hielp meer dan drie onderzoeken.',
        ),
      ],
    ],
  },
];

const open = (past: Past, told: ToldCase, at: Instant): Promise<Result<string, Refusal>> => {
  const by = who(told.by);
  return past.stage.act(by, at, async (tx, doing) => {
    const own = inNameOfSelf(doing, by);
    const person = await personIdOf(tx, told.person);
    const opened = await openCase(
      tx,
      { person, signal: null, question: told.question, givenBy: 'person' },
      own,
    );
    if (!opened.ok) return opened;
    const id = opened.value;
    for (const [code, parts] of told.helpers) {
      const organisation = organisationId(code);
      const taken = await takeIn(tx, { id, organisation, parts: [...parts], givenBy: 'person' }, own);
      if (!taken.ok) return taken;
    }
    return ok(id);
  });
};

/** Writes the shared cases into the agenda: one under way, one with a meeting to come and one held, one that is over. */
export const planCases = (past: Past): void => {
  for (const told of TOLD) {
    const openedAt = atClock(past.now - told.since * DAY, 9 * 60) - 2 * HOUR;
    past.agenda.add(openedAt, async (begun) => {
      const id = must(await open(past, told, begun), 'open a case');
      for (const [ago, name, step] of told.steps) {
        past.agenda.add(atClock(past.now - ago * DAY, 11 * 60), async (at) => {
          const by = who(name);
          const done = await past.stage.act(by, at, (tx, doing) => step(tx, id, inNameOfSelf(doing, by)));
          must(done, 'go on with a case');
        });
      }
    });
  }
};
