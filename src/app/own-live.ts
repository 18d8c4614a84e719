import { ok } from '#kernel/result.ts';
import { visit } from '#modules/people/index.ts';
import type { Visitor } from '#modules/people/types.ts';
import { familyRequest, stayPolicies } from '#modules/stay/index.ts';
import { nobody } from '#platform/access-log/looks.ts';
import type { WrittenEntry } from '#platform/diary/diary.ts';
import type { Door } from '#platform/http/route.ts';
import type { Change, Feed } from '#platform/live/feed.ts';

/** Under this the person and their relative hear of the stay that began with a request, and of nothing else. */
const audienceOf = (requestId: string): string => `own:${requestId}`;

/** A line about a stay is told to who reads it in plain words, too: only that they must ask again. */
export const toldToFamily = (line: WrittenEntry, version: string): Change[] => {
  const { requestId } = line.body;
  return line.room === 'stay' && typeof requestId === 'string'
    ? [{ topic: 'own-stay', id: 'own', version, organisations: [audienceOf(requestId)] }]
    : [];
};

/** The screen of a relative is known by who they are: so it can be cut off, whatever link it came by. */
const screenOf = ({ personId, relativeId }: Visitor): string =>
  relativeId === null ? `person:${personId}` : `kin:${relativeId}`;

/** Whose screens end with these lines: of relatives who no longer read along. */
export const relativesLetGo = (lines: readonly WrittenEntry[]): string[] =>
  lines
    .filter(({ room, event }) => room === 'people' && event === 'family-revoked')
    .map(({ body }) => `kin:${String(body['relativeId'])}`);

/** Adds the stream of the person and their relative: that their stay changed, never what. */
export const ownLiveRoute = (door: Door, feed: Feed): void => {
  const policy = stayPolicies.family;
  door.app.route({
    method: 'GET',
    url: '/api/v1/own/live',
    schema: {
      ...{ summary: 'Dat mijn verblijf veranderde, zodra het verandert', tags: ['stay'] },
      description: `${policy.name}: ${policy.why}`,
      produces: ['text/event-stream'],
    },
    // It says that something changed; the look is written when it is asked for.
    config: { policy, looks: nobody },
    handler: async (request, reply) => {
      const come = await visit(door, request, async (tx, who) =>
        ok({ who, requestId: await familyRequest(tx) }),
      );
      if (!come.ok) return reply.refuse(come.refusal);
      const { who, requestId } = come.value;
      for (const [name, value] of Object.entries(reply.getHeaders()))
        if (value !== undefined) reply.raw.setHeader(name, value);
      reply.hijack();
      const id = screenOf(who);
      const reader = { id, name: '', role: '', phone: null, siteId: null, unitId: null };
      feed.open(
        reply.raw,
        { id, actor: { ...reader, organisationId: audienceOf(requestId ?? who.personId) } },
        null,
      );
      return reply;
    },
  });
};
