import { daysBetween } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import { SEXES } from '#modules/people/types.ts';
import type { Tx } from '#platform/db/database.ts';
import { record, type WrittenEntry } from '#platform/diary/diary.ts';
import type { Actor } from '#platform/http/actor.ts';
import { firstDay } from './decide/contacts.ts';
import { followUp } from './decide/follow.ts';
import { type Practice, recurring } from './decide/signal.ts';
import { SIGNAL_V1 } from './decide/signal-v1.ts';
import { caseLine } from './doing.ts';
import { todayAt } from './service-contacts.ts';
import { alone, contactPages, forgetBefore, knownPeople, type StandingContact } from './store-contact.ts';
import { followedSignals, writeFollowup } from './store-signal.ts';
import { CONTACT_KINDS } from './types-signal.ts';

/** A list of codes that numbers them as they come by; 0 is no code. */
const openCodes = () => {
  const [numbers, codes] = [new Map([['', 0]]), ['']];
  return {
    codes,
    of(code: string): number {
      const known = numbers.get(code);
      if (known !== undefined) return known;
      numbers.set(code, codes.length);
      return codes.push(code) - 1;
    },
  };
};

const KIND_NUMBERS = new Map<string, number>(CONTACT_KINDS.map((kind, at) => [kind, at]));
const numberOf = (numbers: ReadonlyMap<string, number>, word: string): number => {
  const number = numbers.get(word);
  if (number === undefined) throw new Error('a contact is of a kind, or about somebody, that is not known');
  return number;
};

/** The contacts of the acting organisation in columns, and whom each number stands for. */
const readPractice = async (tx: Tx): Promise<{ practice: Practice; ids: readonly string[] }> => {
  const people = await knownPeople(tx);
  const places = new Map(people.map(({ id }, at) => [id, at]));
  const [reasons, helpers] = [openCodes(), openCodes()];
  const contacts = { person: [], day: [], kind: [], reason: [], helper: [] } as Record<
    'person' | 'day' | 'kind' | 'reason' | 'helper',
    number[]
  >;
  const add = (each: StandingContact): void => {
    contacts.person.push(numberOf(places, each.knownId));
    contacts.day.push(each.day);
    contacts.kind.push(numberOf(KIND_NUMBERS, each.kind));
    contacts.reason.push(reasons.of(each.reason));
    contacts.helper.push(helpers.of(each.helper));
  };
  for await (const page of contactPages(tx)) page.forEach(add);
  const born = Int32Array.from(people, (each) => each.born);
  const sex = Uint8Array.from(people, (each) => SEXES.indexOf(each.sex as (typeof SEXES)[number]));
  return {
    practice: { contacts, people: { born, sex }, reasons: reasons.codes },
    ids: people.map(({ id }) => id),
  };
};

/** Did contacts come in, so that the list is made anew? */
export const concernsContacts = (line: WrittenEntry): boolean =>
  line.room === 'cases' && line.event === 'contacts-brought';

/**
 * Goes over the contacts of the acting organisation: who is new in the list, whose figures changed, who comes back after a
 * term, who goes; what is older than three years is forgotten. Twice on a day changes nothing. Answers how many are new.
 */
export const goOver = async (
  tx: Tx,
  by: { readonly actor: Pick<Actor, 'id' | 'organisationId'>; readonly now: Instant },
): Promise<number> => {
  await alone(tx);
  const today = todayAt(by.now);
  await forgetBefore(tx, firstDay(today));
  const { practice, ids } = await readPractice(tx);
  const before = await followedSignals(tx);
  const found = recurring(practice, SIGNAL_V1, daysBetween('1970-01-01', today));
  const signs = new Map(found.map((each) => [ids[each.person] as string, each.signs]));
  const followup = followUp(before, signs, today);
  await writeFollowup(tx, followup, { thresholds: SIGNAL_V1.version, today });
  const moved =
    followup.fresh.length + followup.gone.length + followup.again.filter((each) => each.isBack).length;
  if (moved > 0) await record(tx, [caseLine(by, 'signals-gone-over', by.actor.organisationId)]);
  return followup.fresh.length;
};
