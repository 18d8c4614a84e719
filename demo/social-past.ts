import { localDay } from '#kernel/calendar.ts';
import { DAY, HOUR } from '#kernel/interval.ts';
import { ok } from '#kernel/result.ts';
import { bringContacts, goOver, signalsOf, stepSignal } from '#modules/cases/index.ts';
import { enterPerson } from '#modules/people/index.ts';
import type { PersonEntry } from '#modules/people/types.ts';
import { REGION_ZONE } from '#modules/region/index.ts';
import type { Professional } from '#modules/region/types.ts';
import { organisationId } from './organisations.ts';
import { must, type Past } from './past.ts';
import { PROFESSIONALS } from './professionals.ts';
import { planCases } from './social-cases.ts';
import { contactsOf, PRACTICES } from './social-contacts.ts';
import { BOXEM, ENSING, KRUIMS, ZWIERS } from './social-people.ts';
import { planReferrals } from './social-referrals.ts';
import { planRoom } from './social-room.ts';
import { inNameOfSelf, personIdOf } from './social-stage.ts';
import { planTalks } from './social-talks.ts';

/** The practice knew them long before any question came back. */
const KNOWN_SINCE = 210 * DAY;

const gpOf = (practice: string): Professional => {
  const id = organisationId(practice);
  const found = PROFESSIONALS.find(({ role, organisationId: own }) => role === 'gp' && own === id);
  if (found === undefined) throw new Error(`no GP in ${practice}`);
  return found;
};

const planPerson = (past: Past, entry: PersonEntry): void => {
  const by = PROFESSIONALS.find(({ role, name }) => role === 'gp' && name === entry.gpName);
  if (by === undefined) throw new Error(`${entry.name} has no GP in the practice region`);
  past.agenda.add(past.now - KNOWN_SINCE, async (at) => {
    const entered = await past.stage.act(by, at, (tx, { actor }) => enterPerson(tx, entry, actor, at));
    must(entered, 'enter a person');
  });
};

/** The practice brings in what it has; in the night the house goes over it. */
const planContacts = (past: Past, practice: string, seed: number): void => {
  const by = gpOf(practice);
  const broughtAt = past.now - 30 * HOUR;
  past.agenda.add(broughtAt, async (at) => {
    const until = localDay(broughtAt, REGION_ZONE);
    const contacts = contactsOf(practice, { seed, until });
    const brought = await past.stage.act(by, at, (tx, doing) =>
      bringContacts(tx, { contacts }, inNameOfSelf(doing, by)),
    );
    must(brought, 'bring in contacts');
  });
  past.agenda.add(past.now - 7 * HOUR, async (at) => {
    const over = await past.stage.act(by, at, async (tx, { actor }) =>
      ok(await goOver(tx, { actor: { ...actor, id: 'system' }, now: at })),
    );
    must(over, 'go over contacts');
  });
};

/** Some of the list were looked into before it was opened: one is asked, one was helped already. */
const planLooks = (past: Past): void => {
  const by = gpOf('vaartzicht');
  past.agenda.add(past.now - 5 * HOUR, async (at) => {
    const looked = await past.stage.act(by, at, async (tx, doing) => {
      const open = await signalsOf(tx, 'open');
      const idOf = async (who: PersonEntry) => {
        const personId = await personIdOf(tx, who);
        return open.find(({ known }) => known.personId === personId)?.id ?? '';
      };
      const own = inNameOfSelf(doing, by);
      const [asked] = open.filter(({ known, signs }) => known.number !== null && signs.length > 1);
      for (const id of [await idOf(KRUIMS), await idOf(BOXEM)]) {
        must(await stepSignal(tx, { id, step: 'ask' }, own), 'ask somebody');
        must(await stepSignal(tx, { id, step: 'settle', outcome: 'case' }, own), 'settle a signal');
      }
      return asked === undefined ? ok('') : stepSignal(tx, { id: asked.id, step: 'ask' }, own);
    });
    must(looked, 'look into who comes back');
  });
};

/** The question behind the question, up to the opening: contacts that were gone over, and people who are helped together. */
export const planSocial = (past: Past, seed: number): void => {
  for (const person of [ENSING, KRUIMS, BOXEM, ZWIERS]) planPerson(past, person);
  planCases(past);
  planReferrals(past);
  planTalks(past);
  planRoom(past);
  for (const practice of Object.keys(PRACTICES)) planContacts(past, practice, seed);
  planLooks(past);
};
