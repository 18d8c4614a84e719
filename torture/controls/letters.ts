import { type Database, openDatabase, type Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { linesAfter, positionNow, readCursor, record, saveCursor } from '#platform/diary/diary.ts';
import { MESSENGER } from '#platform/outbox/messenger.ts';
import { deliveriesOf, enqueue, noteAttempt } from '#platform/outbox/store.ts';
import { createTestDatabase } from '#platform/postgres/test-database.ts';
import { compare } from '#torture/outbox/judge.ts';

/** A way of sending, and what the check finds about it. */
export interface LettersFound {
  readonly lost: number;
  readonly phantom: number;
}

/** What a defective way does in the wrong order. */
interface Way {
  /** The message is made beside the act, in a transaction of its own. */
  readonly beside: boolean;
  /** The place in the diary is moved on before the messages are made. */
  readonly forgetful: boolean;
  /** A message is written down as sent before it goes. */
  readonly early: boolean;
}

class PowerCut extends Error {}

const ACTS = 30;
const CURSOR = 'control';
/** The diary is read in this name only. */
const READER = { actor: 'tailer', organisationId: null } as const;
const receiverId = newId();

/** Everything stops here every third time, and goes on after a new start. */
const openPower = () => {
  let times = 0;
  return (): void => {
    if (++times % 3 === 0) throw new PowerCut();
  };
};
/** A power cut is survived; anything else is a fault of ours. */
const cut = (error: unknown): void => {
  if (!(error instanceof PowerCut)) throw error;
};

const messageOf = (subject: string) => ({
  ...({ kind: 'webhook', organisationId: receiverId, receiverId } as const),
  ...{ dedupId: subject, event: 'request.sent', body: {} },
});
const post = (tx: Tx, subjects: readonly string[]) => enqueue(tx, subjects.map(messageOf), 0);

/** Thirty acts, every third rolled back after all was written; gives back those that stand. */
const act = async (database: Database, way: Way): Promise<Set<string>> => {
  const done = new Set<string>();
  for (let i = 0; i < ACTS; i++) {
    const subject = newId();
    const line = { at: 0, room: 'control', event: 'sent', subject, unitId: null, organisationId: null };
    await database.transaction(MESSENGER, async (tx) => {
      await record(tx, [{ ...line, actor: 'control', body: {} }]);
      if (way.beside) await database.transaction(MESSENGER, (other) => post(other, [subject]));
      if (i % 3 === 2) return { ok: false };
      done.add(subject);
      return { ok: true };
    });
  }
  return done;
};

/** Two lines of the diary become messages, with the power failing before the place is moved on; false: none were left. */
const step = async (database: Database, way: Way, power: () => void): Promise<boolean> => {
  const from = await database.transaction(MESSENGER, (tx) => readCursor(tx, CURSOR));
  const lines = await database.transaction(READER, (tx) => linesAfter(tx, from ?? { xid: '0', id: 0 }, 2));
  const last = lines.at(-1);
  if (last === undefined) return false;
  const moveOn = (tx: Tx) => saveCursor(tx, CURSOR, { xid: last.xid, id: last.id });
  if (way.forgetful) await database.transaction(MESSENGER, moveOn);
  await database.transaction(MESSENGER, async (tx) => {
    const subjects = lines.filter(({ room }) => room === 'control').map(({ subject }) => subject);
    if (!way.beside) await post(tx, subjects);
    power();
    await moveOn(tx);
  });
  return true;
};

/** Reads the diary to its end, starting anew after each power cut. */
const follow = async (database: Database, way: Way): Promise<void> => {
  const power = openPower();
  for (let more = true; more; ) {
    more = await step(database, way, power).catch((error: unknown) => {
      cut(error);
      return true;
    });
  }
};

/** Hands over what waits, with the power failing between the two things that are done for each. */
const carry = async (database: Database, way: Way): Promise<string[]> => {
  const power = openPower();
  const arrived: string[] = [];
  for (;;) {
    const waiting = await database.transaction(MESSENGER, (tx) => deliveriesOf(tx, receiverId, 'queued'));
    const [one] = waiting;
    if (one === undefined) return arrived;
    const note = () =>
      database.transaction(MESSENGER, (tx) =>
        noteAttempt(tx, one.id, { state: 'sent', status: 'told', at: 0 }),
      );
    const send = async () => void arrived.push(one.dedupId);
    const [first, second] = way.early ? [note, send] : [send, note];
    await first().then(power).then(second).catch(cut);
  }
};
/** Sends thirty messages in this way under power cuts, and compares what arrived with what stands in the diary. */
export const examineLetters = async (way: Way): Promise<LettersFound> => {
  const test = await createTestDatabase();
  const database = openDatabase(test.url, 4);
  await database.transaction(MESSENGER, async (tx) => saveCursor(tx, CURSOR, await positionNow(tx)));
  const done = await act(database, way);
  await follow(database, way);
  const arrived = await carry(database, way);
  await database.close();
  await test.drop();
  return compare({ must: done, may: done }, arrived);
};

/** The order of the house. */
export const inOrder: Way = { beside: false, forgetful: false, early: false };
/** A message is made beside the act: it stays when the act is rolled back. */
export const besideTheAct: Way = { ...inOrder, beside: true };
/** The diary is ticked off before its messages are made. */
export const tickedOffFirst: Way = { ...inOrder, forgetful: true };
/** A message counts as sent before it goes. */
export const sentBeforeItGoes: Way = { ...inOrder, early: true };
