import { HELPER_COOKIE, helperScreen, socialPolicies } from '#modules/social/index.ts';
import { nobody } from '#platform/access-log/looks.ts';
import type { WrittenEntry } from '#platform/diary/diary.ts';
import type { Door } from '#platform/http/route.ts';
import type { Change, Feed } from '#platform/live/feed.ts';

/** Under this who helps somebody by a link hears that something of it changed, and of nobody else. */
const audienceOf = (personId: string): string => `helper:${personId}`;

/** Whom a line is about, when that may close or change the screen of who helps them: a yes that came or went, a step. */
const personIn = ({ room, event, subject, body }: WrittenEntry): unknown => {
  if (room === 'people' && event.startsWith('consent-')) return subject;
  return room === 'social' && event.startsWith('referral-') ? body['personId'] : undefined;
};

/** A line about somebody is told to who helps them by a link, too: only that they must ask again. */
export const toldToHelping = (line: WrittenEntry, version: string): Change[] => {
  const personId = personIn(line);
  return typeof personId === 'string'
    ? [{ topic: 'helper', id: 'own', version, organisations: [audienceOf(personId)] }]
    : [];
};

/** Adds the stream of who helps by a link: that something changed, never what. */
export const helperLiveRoute = (door: Door, feed: Feed): void => {
  const policy = socialPolicies.helper;
  door.app.route({
    method: 'GET',
    url: '/api/v1/helper/live',
    schema: {
      ...{ summary: 'Dat deze verwijzing veranderde, zodra zij verandert', tags: ['verwijzingen'] },
      description: `${policy.name}: ${policy.why}`,
      produces: ['text/event-stream'],
    },
    // It says that something changed; the look is written when it is asked for.
    config: { policy, looks: nobody },
    handler: async (request, reply) => {
      const come = { token: request.cookies[HELPER_COOKIE], now: door.clock.now() };
      const screen = await helperScreen(door.database, come);
      if (!screen.ok) return reply.refuse(screen.refusal);
      for (const [name, value] of Object.entries(reply.getHeaders()))
        if (value !== undefined) reply.raw.setHeader(name, value);
      reply.hijack();
      const id = `helper:${screen.value.referralId}`;
      const reader = { id, name: '', role: '', phone: null, siteId: null, unitId: null };
      const organisationId = audienceOf(screen.value.personId);
      feed.open(reply.raw, { id, actor: { ...reader, organisationId } }, null);
      return reply;
    },
  });
};
