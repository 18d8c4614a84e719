import { isoFromInstant } from '#kernel/calendar.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Region } from '#modules/region/types.ts';
import type { Tx } from '#platform/db/database.ts';
import type {
  ConversationList,
  ConversationView,
  OwnConversations,
  PartView,
  PerhapsConversation,
} from './contract-conversation.ts';
import { holds, isDimension, partsFor } from './decide/conversation.ts';
import { PROMPTS_V1, type Prompts } from './decide/prompts-v1.ts';
import { readerOf, type Talking } from './service-conversation.ts';
import {
  conversationBefore,
  conversationById,
  conversationsSeen,
  lastOf,
  partsOf,
  personInCase,
  sharesOf,
  unwritten,
  whoseConversation,
} from './store-conversation.ts';
import { type Conversation, type PartStanding, TALK_PARTS } from './types-conversation.ts';

type Unknown = Refusal<'conversation-unknown'>;

const named = (region: Region, id: string): { id: string; name: string } => ({
  id,
  name: region.organisations.find((each) => each.id === id)?.name ?? '',
});

const isoOrNull = (at: number | null): string | null => (at === null ? null : isoFromInstant(at));

/** A finished conversation keeps the questions it was filled with. */
const promptsOf = (version: number): Prompts => {
  if (version !== PROMPTS_V1.version) throw new Error(`no prompts of version ${version}`);
  return PROMPTS_V1;
};

const viewPrompts = (version: number): ConversationView['prompts'] => {
  const { source, prompts } = promptsOf(version);
  return { version, source, prompts: prompts.map((each) => ({ ...each, think: [...each.think] })) };
};

/** A part as screens show it. */
export const viewPart = ({ changedAt, changedOrg, ...said }: PartStanding, region: Region): PartView => ({
  ...said,
  changedAt: isoOrNull(changedAt),
  changedBy: changedOrg === null ? null : named(region, changedOrg).name,
});

const viewShares = async (
  tx: Tx,
  id: string,
  region: Region,
): Promise<NonNullable<ConversationView['shares']>> => {
  const shares = await sharesOf(tx, id);
  const to = new Set(shares.map(({ organisationId }) => organisationId));
  return [...to].map((organisation) => ({
    organisation: named(region, organisation),
    parts: TALK_PARTS.filter((part) =>
      shares.some((each) => each.organisationId === organisation && each.part === part),
    ),
  }));
};

/** What the reader may see of a conversation, in the order of the parts; who may write sees what is still empty too. */
const partsShown = async (tx: Tx, of: Conversation, talking: Talking): Promise<PartStanding[]> => {
  const reader = readerOf(talking);
  const written = await partsOf(tx, of.id);
  const shown = partsFor(of, TALK_PARTS, await sharesOf(tx, of.id), reader);
  return shown.map((part) => written.find((each) => each.part === part) ?? unwritten(part));
};

const viewPrevious = async (
  tx: Tx,
  of: Conversation,
  talking: Talking,
): Promise<ConversationView['previous']> => {
  const before = await conversationBefore(tx, of);
  if (before === null || before.finishedAt === null) return null;
  const parts = (await partsShown(tx, before, talking)).filter(({ part }) => isDimension(part));
  return {
    finishedAt: isoFromInstant(before.finishedAt),
    parts: parts.map(({ part, mark }) => ({ part, mark })),
  };
};

/** A conversation as the reader may see it at this moment. */
export const viewConversation = async (
  tx: Tx,
  of: Conversation,
  talking: Talking,
): Promise<ConversationView> => {
  const { region } = talking;
  const all = holds(of, readerOf(talking));
  return {
    ...{ id: of.id, name: (await whoseConversation(tx, of.id)) ?? '' },
    holder: of.madeOrg === null ? null : named(region, of.madeOrg),
    ...{ beganAt: isoFromInstant(of.beganAt), finishedAt: isoOrNull(of.finishedAt) },
    open: all && of.finishedAt === null,
    prompts: viewPrompts(of.prompts),
    parts: (await partsShown(tx, of, talking)).map((part) => viewPart(part, region)),
    previous: await viewPrevious(tx, of, talking),
    ...(all ? { shares: await viewShares(tx, of.id, region) } : {}),
  };
};

/** One conversation of which the reader may see something. */
export const oneConversation = async (
  tx: Tx,
  id: string,
  talking: Talking,
): Promise<Result<ConversationView, Unknown>> => {
  const of = await conversationById(tx, id);
  return of === null ? refuse({ code: 'conversation-unknown' }) : ok(await viewConversation(tx, of, talking));
};

/** What the person shared with the reader’s organisation, where the conversation is open in this case. */
export const caseConversation = async (
  tx: Tx,
  caseId: string,
  talking: Talking,
): Promise<Result<PerhapsConversation, Unknown>> => {
  const personId = await personInCase(tx, caseId);
  if (personId === null) return refuse({ code: 'conversation-unknown' });
  const of = await lastOf(tx, personId);
  return ok({ conversation: of === null ? null : await viewConversation(tx, of, talking) });
};

/** The conversations the reader’s organisation holds, or of which something is shared with it. */
export const listConversations = async (tx: Tx, talking: Talking): Promise<ConversationList> => {
  const conversations: ConversationList['conversations'] = [];
  for (const of of await conversationsSeen(tx))
    conversations.push({
      ...{ ...rowOf(of, talking.region), name: (await whoseConversation(tx, of.id)) ?? '' },
      open: of.finishedAt === null,
    });
  return { conversations };
};

const rowOf = (of: Conversation, region: Region): OwnConversations['history'][number] => ({
  id: of.id,
  holder: of.madeOrg === null ? null : named(region, of.madeOrg).name,
  ...{ beganAt: isoFromInstant(of.beganAt), finishedAt: isoOrNull(of.finishedAt) },
});

/** The person’s own: the one that goes on or the last, and all there are. */
export const ownConversations = async (tx: Tx, talking: Talking): Promise<OwnConversations> => {
  const all = await conversationsSeen(tx);
  const [now] = all;
  return {
    conversation: now === undefined ? null : await viewConversation(tx, now, talking),
    history: all.map((of) => rowOf(of, talking.region)),
    organisations: talking.region.organisations.map(({ id, name }) => ({ id, name })),
  };
};
