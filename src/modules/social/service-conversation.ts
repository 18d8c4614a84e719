import type { Instant } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { agreeTo, person } from '#modules/people/index.ts';
import type { Region } from '#modules/region/types.ts';
import type { Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { record } from '#platform/diary/diary.ts';
import type { FinishedAnswer, PartBody, ShareBody } from './contract-conversation.ts';
import { decideFinish, decidePart, decideShares, holds } from './decide/conversation.ts';
import { PROMPTS_V1 } from './decide/prompts-v1.ts';
import {
  agreedWith,
  finishRow,
  insertConversation,
  lockBeginning,
  lockConversation,
  mayHold,
  openPart,
  partsOf,
  personInCase,
  putPart,
  runningWith,
  sharesOf,
  shutPart,
  unwritten,
} from './store-conversation.ts';
import type { Conversation, ConversationCode, PartStanding, TalkPart } from './types-conversation.ts';

/** In whose name something is done in a conversation: of the person themselves, or of an organisation that holds it with them. */
export interface Talking {
  readonly actor: string;
  /** Null for the person. */
  readonly organisationId: string | null;
  readonly now: Instant;
  readonly region: Region;
}

type Refused = Refusal<ConversationCode | 'person-unknown' | 'version-stale'>;

/** Who reads in this name. */
export const readerOf = ({ actor, organisationId }: Pick<Talking, 'actor' | 'organisationId'>) => ({
  personId: actor.startsWith('person:') ? actor.slice('person:'.length) : null,
  organisationId,
});

/** Tells who may see it that something changed, never what; also who could until now, whose screen closes. */
export const tell = async (
  tx: Tx,
  event: string,
  { id, madeOrg }: Pick<Conversation, 'id' | 'madeOrg'>,
  { talking, also = [] }: { readonly talking: Talking; readonly also?: readonly string[] },
): Promise<void> => {
  const shared = (await sharesOf(tx, id)).map(({ organisationId }) => organisationId);
  const organisations = [...new Set([...(madeOrg === null ? [] : [madeOrg]), ...shared, ...also])];
  await record(tx, [
    {
      ...{ at: talking.now, room: 'social', event: `conversation-${event}`, subject: id, unitId: null },
      ...{ organisationId: talking.organisationId, actor: talking.actor, body: { organisations } },
    },
  ]);
};

/** The conversation under lock, for who may write in it; one that was only shared with them is not theirs to change. */
export const held = async (tx: Tx, id: string, talking: Talking): Promise<Result<Conversation, Refused>> => {
  const of = await lockConversation(tx, id);
  if (of === null) return refuse({ code: 'conversation-unknown' });
  if (holds(of, readerOf(talking))) return ok(of);
  return refuse({ code: of.finishedAt === null ? 'conversation-unknown' : 'conversation-over' });
};

/** Begins a conversation with somebody, or goes on with the one that stands open. */
export const begin = async (
  tx: Tx,
  personId: string,
  talking: Talking,
): Promise<Result<Conversation, Refused>> => {
  const { organisationId, now } = talking;
  if (organisationId !== null && !(await mayHold(tx, personId))) return refuse({ code: 'person-unknown' });
  await lockBeginning(tx, personId);
  const running = await runningWith(tx, personId, organisationId);
  if (running !== null) return ok(running);
  const of: Conversation = {
    ...{ id: newId(), personId, prompts: PROMPTS_V1.version, madeOrg: organisationId },
    ...{ beganAt: now, finishedAt: null },
  };
  await insertConversation(tx, of);
  await tell(tx, 'began', of, { talking });
  return ok(of);
};

/** The same with the person of a case, where the conversation is open for whoever acts. */
export const beginInCase = async (
  tx: Tx,
  caseId: string,
  talking: Talking,
): Promise<Result<Conversation, Refused>> => {
  const personId = await personInCase(tx, caseId);
  return personId === null ? refuse({ code: 'person-unknown' }) : begin(tx, personId, talking);
};

/** Keeps what was said of one part; sent again after a lost answer it has no second effect. */
export const writePart = async (
  tx: Tx,
  {
    id,
    part,
    said,
    seen,
  }: { readonly id: string; readonly part: TalkPart; readonly said: PartBody; readonly seen: number },
  talking: Talking,
): Promise<Result<PartStanding, Refused>> => {
  const found = await held(tx, id, talking);
  if (!found.ok) return found;
  const stands = (await partsOf(tx, id)).find((each) => each.part === part) ?? unwritten(part);
  const done = decidePart(found.value, stands, { said, seen });
  if (!done.ok) return done;
  if (done.value === 'keep') return ok(stands);
  const by = { changedAt: talking.now, changedOrg: talking.organisationId };
  const kept = { ...said, ...by, part, version: stands.version + 1 };
  await putPart(tx, id, kept);
  await tell(tx, 'written', found.value, { talking });
  return ok(kept);
};

/** The conversation is finished: from now on an organisation sees what is shared with it. */
export const finish = async (
  tx: Tx,
  id: string,
  talking: Talking,
): Promise<Result<FinishedAnswer, Refused>> => {
  const found = await held(tx, id, talking);
  if (!found.ok) return found;
  const may = decideFinish(found.value, await partsOf(tx, id));
  if (!may.ok) return may;
  // Who held it and gets nothing hears so too: while it is still theirs, they are told.
  await tell(tx, 'finished', found.value, { talking });
  await finishRow(tx, id, talking.now);
  return ok({ finished: id, person: found.value.personId });
};

/** The yes on which a part is opened: the one that stands, or a new one by who may write down a yes of this person. */
const yesTo = async (
  tx: Tx,
  { personId }: Conversation,
  receiverOrg: string,
  talking: Talking,
): Promise<Result<string, Refused>> => {
  const { organisationId } = talking;
  const standing = receiverOrg === organisationId ? await agreedWith(tx, personId) : null;
  if (standing !== null) return ok(standing);
  if (organisationId !== null && (await person(tx, personId)) === null)
    return refuse({ code: 'share-by-person' });
  return ok(await agreeTo(tx, { personId, purpose: 'welfare', receiverOrg, givenBy: 'person' }, talking));
};

/** Opens exactly these parts for an organisation, as the person says, and shuts the others. */
export const share = async (
  tx: Tx,
  { id, organisation, parts }: ShareBody & { readonly id: string },
  talking: Talking,
): Promise<Result<Conversation, Refused>> => {
  const found = await held(tx, id, talking);
  if (!found.ok) return found;
  if (!talking.region.organisations.some((each) => each.id === organisation))
    return refuse({ code: 'share-organisation-unknown' });
  const { open, shut } = decideShares(await sharesOf(tx, id), organisation, parts);
  for (const part of shut) await shutPart(tx, id, { part, organisationId: organisation }, talking.now);
  if (open.length > 0) {
    const yes = await yesTo(tx, found.value, organisation, talking);
    if (!yes.ok) return yes;
    for (const part of open)
      await openPart(tx, id, { part, organisationId: organisation, consentId: yes.value, at: talking.now });
  }
  await tell(tx, 'shared', found.value, { talking, also: [organisation] });
  return found;
};
