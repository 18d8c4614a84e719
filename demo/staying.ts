import { instantOf, localDay, plusDays } from '#kernel/calendar.ts';
import { DAY, HOUR, type Instant, MINUTE } from '#kernel/interval.ts';
import { ok } from '#kernel/result.ts';
import { pick } from '#kernel/seeded.ts';
import { REGION_ZONE } from '#modules/region/index.ts';
import {
  actOnTask,
  addBarrier,
  changeMedicine,
  changeReturn,
  namePractice,
  observe,
  tasksOf,
  tellReady,
  tellWish,
  writeAnswer,
} from '#modules/stay/index.ts';
import { RETURN_ITEMS } from '#modules/stay/types.ts';
import { keep, type StayWork } from './kept-days.ts';
import { organisationId } from './organisations.ts';
import type { Past, Resident } from './past.ts';
import { unitOf } from './sites.ts';
import { ALBERTS, type Told, VENEMA } from './told.ts';
import { type Seen, VENEMA_ANSWER, VENEMA_MEDICINES, VENEMA_SEEN } from './told-care.ts';

const residentOf = (past: Past, told: Told): Resident | undefined =>
  [...past.residents.values()].find((each) => each.told && each.unitId === unitOf(told.unit).id);

/** On a day of somebody's stay, by the clock; nothing when it is later than the history goes. */
const onDay = (past: Past, told: Told, day: number, minutes: number, work: StayWork): void => {
  const first = plusDays(localDay(past.now, REGION_ZONE), 1 - told.day);
  past.agenda.add(instantOf(plusDays(first, day - 1), minutes, REGION_ZONE), async (at) => {
    const resident = residentOf(past, told);
    if (resident !== undefined) await keep(past, resident, at, work);
  });
};

const see =
  ({ kind, measured = {}, part, by = ['nurse', 'N. Buter'], text = '', lab }: Seen): StayWork =>
  (tx, stay, doing) =>
    observe(
      tx,
      stay.id,
      {
        ...{ kind, measured, dayPart: part, text, seenBy: by[0], name: by[1], at: doing.now },
        lab: lab === undefined ? null : { ...lab, low: null, high: null },
      },
      doing,
    );

/** What stood in the plan of this day is done at the end of it. */
const finishDay: StayWork = async (tx, stay, doing) => {
  const today = localDay(doing.now, stay.zone);
  for (const task of await tasksOf(tx, stay.id)) {
    if (task.day !== today || task.doneAt !== null) continue;
    const which = { stayId: stay.id, taskId: task.id, version: task.version };
    const done = await actOnTask(tx, which, { act: 'done', by: 'N. Buter' }, doing);
    if (!done.ok) return done;
  }
  return ok(null);
};

const wish =
  (text: string): StayWork =>
  (tx, stay, doing) =>
    tellWish(tx, { stayId: stay.id, wish: { kind: 'goal', text } }, doing);

const planVenema = (past: Past): void => {
  onDay(past, VENEMA, 1, 14 * 60 + 20, wish('Weer zelf naar de tuin, met mijn vrouw.'));
  for (const seen of VENEMA_SEEN) onDay(past, VENEMA, seen.day, seen.minutes, see(seen));
  for (let day = 1; day < VENEMA.day; day++) onDay(past, VENEMA, day, 17 * 60 + 30, finishDay);
  for (const change of VENEMA_MEDICINES)
    onDay(past, VENEMA, 5, 10 * 60 + 15, (tx, stay, doing) => {
      const told = { ...change, day: localDay(doing.now, stay.zone), byName: 'dr. M. Wolthers' };
      return changeMedicine(tx, stay.id, told, doing);
    });
  past.agenda.add(past.now - 3 * MINUTE, async (at) => {
    const resident = residentOf(past, VENEMA);
    if (resident === undefined) return;
    await keep(past, resident, at, (tx, stay, doing) =>
      writeAnswer(tx, { stayId: stay.id, version: 0 }, VENEMA_ANSWER, 'dr. M. Wolthers', doing),
    );
  });
};

const arrange =
  (
    item: 'home-care' | 'aids' | 'gp' | 'meals',
    state: 'asked' | 'arranged' | 'not-needed',
    who: string,
  ): StayWork =>
  (tx, stay, doing) =>
    changeReturn(
      tx,
      { stayId: stay.id, item, version: 1, change: { state, who, fromDay: null, note: '' } },
      doing,
    );

const planAlberts = (past: Past): void => {
  onDay(past, ALBERTS, 1, 15 * 60, wish('Weer zelf koffie zetten in mijn eigen keuken.'));
  onDay(past, ALBERTS, 2, 9 * 60 + 30, (tx, stay, doing) =>
    namePractice(
      tx,
      { stayId: stay.id, version: stay.version, organisationId: organisationId('vaartzicht') },
      doing,
    ),
  );
  onDay(past, ALBERTS, 5, 11 * 60, (tx, stay, doing) =>
    addBarrier(
      tx,
      {
        stayId: stay.id,
        barrier: {
          code: 'home-adjustment',
          owner: 'municipality',
          ownerName: 'Wmo-loket',
          note: 'traplift',
          due: plusDays(stay.arrivedDay, 16),
        },
      },
      doing,
    ),
  );
  onDay(past, ALBERTS, 9, 10 * 60, arrange('home-care', 'arranged', 'Brede Vaart'));
  onDay(past, ALBERTS, 9, 10 * 60 + 5, arrange('meals', 'not-needed', ''));
  onDay(past, ALBERTS, 10, 10 * 60, arrange('aids', 'asked', 'rollator, toiletverhoger'));
  onDay(past, ALBERTS, 11, 10 * 60, arrange('gp', 'arranged', 'S. Hoving'));
};

const GOALS = [
  'Weer zelf de trap op.',
  'Naar huis, naar mijn kat.',
  'Zelf aankleden en koken.',
  'Weer naar het koor op donderdag.',
  'Bij mijn man in huis wonen.',
  'Zonder rollator naar de buren.',
];

const WAITS = [
  { code: 'home-care', owner: 'home-care', note: 'twee keer per dag' },
  { code: 'wmo', owner: 'municipality', note: 'aangepast bed' },
  { code: 'wlz-decision', owner: 'ciz', note: '' },
  { code: 'carer', owner: 'carer', note: 'partner is zelf ziek' },
  { code: 'home-adjustment', owner: 'municipality', note: 'drempels en beugels' },
] as const;

/** Nearer to the day on which somebody leaves more is arranged; for some the last things are still open. */
const arrangeHome = async (past: Past, resident: Resident, at: Instant): Promise<void> => {
  const days = (resident.expectedEnd - at) / DAY;
  if (days > 8) return;
  const ready = days < 3 ? 6 + Math.floor(past.chance() * 3) : 2 + Math.floor(past.chance() * 4);
  await keep(past, resident, at, async (tx, stay, doing) => {
    for (const item of RETURN_ITEMS.slice(0, ready)) {
      const state = item === 'meals' || item === 'welfare' ? 'not-needed' : 'arranged';
      const change = { state, who: '', fromDay: null, note: '' } as const;
      const done = await changeReturn(tx, { stayId: stay.id, item, version: 1, change }, doing);
      if (!done.ok) return done;
    }
    return ok(null);
  });
};

/** Who lies here longer has a goal, and one in three something that stands in the way; who is over time always has. */
const tellOf = async (past: Past, resident: Resident, at: Instant): Promise<void> => {
  const { chance } = past;
  const goal = pick(chance, GOALS);
  const wait = pick(chance, WAITS);
  const barred = resident.stays || chance() < 0.33;
  const late = resident.stays ? -2 : 1 + Math.floor(chance() * 6);
  await keep(past, resident, at, async (tx, stay, doing) => {
    const told = await wish(goal)(tx, stay, doing);
    if (!told.ok || !barred) return told;
    const today = localDay(doing.now, stay.zone);
    const since = plusDays(stay.arrivedDay, 1) < plusDays(today, -4) ? plusDays(today, -4) : stay.arrivedDay;
    const due = late < 0 && plusDays(today, late) < since ? since : plusDays(today, late);
    const barrier = { ...wait, ownerName: null, since, due };
    const added = await addBarrier(tx, { stayId: stay.id, barrier }, doing);
    if (!added.ok || !resident.stays) return added;
    return tellReady(
      tx,
      {
        stayId: stay.id,
        version: stay.version,
        ready: { readyDay: since, wlzDecision: wait.code === 'wlz-decision' },
      },
      doing,
    );
  });
};

/** What is kept of people who stay: of who the guide tells in full, of the others a goal and what is in the way. */
export const planStaying = (past: Past): void => {
  planVenema(past);
  planAlberts(past);
  past.agenda.add(past.now - 7 * HOUR, async (at) => {
    const here = [...past.residents.values()].filter((each) => !each.told && each.arrivedAt < at - 3 * DAY);
    for (const resident of here) {
      await tellOf(past, resident, at);
      await arrangeHome(past, resident, at);
    }
  });
};
