import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import {
  type Conversation,
  type ConversationCode,
  DIMENSIONS,
  type PartStanding,
  type Said,
  type Share,
  type TalkPart,
} from '#modules/social/types-conversation.ts';

type Decided<T> = Result<T, Refusal<ConversationCode | 'version-stale'>>;
type Goes = Pick<Conversation, 'finishedAt'>;

/** Is this one of the six, which the person may mark? */
export const isDimension = (part: TalkPart): boolean => DIMENSIONS.some((each) => each === part);

const same = (one: Said, other: Said): boolean =>
  one.mark === other.mark && one.words === other.words && one.talk === other.talk;

/**
 * What is done with what somebody wrote of a part: `write` it, or `keep` what stands since that says the same (their answer was
 * lost on the way). Who did not see what stands now writes nothing over it.
 */
export const decidePart = (
  of: Goes,
  stands: PartStanding,
  wrote: { readonly said: Said; readonly seen: number },
): Decided<'write' | 'keep'> => {
  if (of.finishedAt !== null) return refuse({ code: 'conversation-over' });
  if (wrote.said.mark !== null && !isDimension(stands.part)) return refuse({ code: 'part-unmarked' });
  if (stands.version > 0 && same(stands, wrote.said)) return ok('keep');
  return stands.version === wrote.seen ? ok('write') : refuse({ code: 'version-stale' });
};

const isFilled = ({ mark, words, talk }: Said): boolean => mark !== null || words !== '' || talk;

/** May the conversation be finished? Once, and when something was said. */
export const decideFinish = (of: Goes, parts: readonly Said[]): Decided<null> => {
  if (of.finishedAt !== null) return refuse({ code: 'conversation-over' });
  return parts.some(isFilled) ? ok(null) : refuse({ code: 'conversation-empty' });
};

/** Which parts are opened and which are shut for one organisation, so that it sees exactly what the person wants it to. */
export const decideShares = (
  standing: readonly Share[],
  organisationId: string,
  wanted: readonly TalkPart[],
): { readonly open: readonly TalkPart[]; readonly shut: readonly TalkPart[] } => {
  const has = standing.filter((each) => each.organisationId === organisationId).map(({ part }) => part);
  return {
    open: wanted.filter((part) => !has.includes(part)),
    shut: has.filter((part) => !wanted.includes(part)),
  };
};

/** Who looks: the person, or somebody of an organisation. */
export interface TalkReader {
  readonly personId: string | null;
  readonly organisationId: string | null;
}

/** Is this the person, or who holds the conversation with them while it goes on? */
export const holds = (
  of: Pick<Conversation, 'personId' | 'madeOrg' | 'finishedAt'>,
  { personId, organisationId }: TalkReader,
): boolean =>
  of.personId === personId ||
  (of.finishedAt === null && of.madeOrg !== null && of.madeOrg === organisationId);

/** The parts this reader may see: all for who holds it; others what was shared with them, once it is finished. */
export const partsFor = (
  of: Pick<Conversation, 'personId' | 'madeOrg' | 'finishedAt'>,
  parts: readonly TalkPart[],
  shares: readonly Share[],
  reader: TalkReader,
): readonly TalkPart[] => {
  if (holds(of, reader)) return parts;
  if (of.finishedAt === null) return [];
  return parts.filter((part) =>
    shares.some((each) => each.part === part && each.organisationId === reader.organisationId),
  );
};
