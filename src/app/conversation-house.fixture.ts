import type { CodeView, ConsentList, DoorView } from '#modules/people/contract.ts';
import type { Professional } from '#modules/region/types.ts';
import type { ConversationList, ConversationView } from '#modules/social/contract.ts';
import type { TalkPart } from '#modules/social/types.ts';
import { newId } from '#platform/db/ids.ts';
import { type Accepted, type ConsentHouse, openConsentHouse } from './consent-house.fixture.ts';

/** What the answers of these routes may hold. */
interface Told {
  readonly code?: string;
  readonly conversation?: ConversationView;
  readonly version?: number;
  readonly finished?: string;
}

/** What the person wrote that nobody may see unshared. */
export const SECRET = 'Ik durf de brieven van de bank niet open te maken.';

/** What somebody says of a part. */
export const said = (change: object = {}) => ({ mark: null, words: '', talk: false, ...change });

/** The house with somebody in it who came in by their own door, and a worker of a welfare organisation. */
const openWith = async () => {
  const world: ConsentHouse = await openConsentHouse();
  const { house } = world;
  const about: Accepted = await world.accepted();
  const { gp } = house.small;
  const ward = world.social.ward;
  const welfare: Professional = { ...ward, id: newId(), role: 'welfare-worker', siteId: null, unitId: null };
  await house.owner.query(
    "insert into region_professional (id, organisation_id, name, role) values ($1, $2, 'Oefen welzijn', $3)",
    [welfare.id, welfare.organisationId, welfare.role],
  );
  const post = (path: string, payload: object) =>
    house.house.app.inject({ method: 'POST', url: `/api/v1${path}`, payload });
  const { token } = (await house.post(gp, `/persons/${about.personId}/door`, {})).json<DoorView>();
  const { practiceCode } = (await post('/own/code', { token, birthDate: '1941-05-02' })).json<CodeView>();
  const entered = await post('/own/session', { token, code: practiceCode });
  const cookie = String(entered.headers['set-cookie']).split(';')[0] ?? '';
  return { ...{ world, about, gp, welfare, cookie }, stranger: house.small.transfer };
};

/** How somebody calls: the person at their own door, or somebody of an organisation. */
const callers = ({ world: { house }, cookie }: { world: ConsentHouse; cookie: string }) => ({
  own: async <T = Told>(
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    body?: object,
    version?: number,
  ): Promise<T> => {
    const answer = await house.house.app.inject({
      ...{ method, url: `/api/v1/own${path}` },
      headers: { cookie, ...(version === undefined ? {} : { 'if-match': `"${version}"` }) },
      ...(body === undefined ? {} : { payload: body }),
    });
    return answer.json<T>();
  },
  by: async (
    who: Professional,
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    body?: object,
    version?: number,
  ) => {
    const more = version === undefined ? {} : { version };
    const answer = await house.call(who, method, `/api/v1${path}`, body, more);
    return { status: answer.statusCode, body: answer.body, ...answer.json<Told>() };
  },
});

/** What only who owns the tables can do. */
const keeping = ({ house: { owner } }: ConsentHouse) => ({
  /** How many rows the acting organisation finds. */
  async rowsFor(organisationId: string): Promise<Record<string, number>> {
    await owner.query('begin');
    await owner.query('set local role verkeerstoren_app');
    const acting = "select set_config('app.actor', 'x', true), set_config('app.org', $1, true)";
    await owner.query(acting, [organisationId]);
    const found: Record<string, number> = {};
    for (const table of ['conversation', 'conversation_part', 'conversation_share'])
      found[table] = (await owner.query(`select count(*)::int as n from social_${table}`)).rows[0].n;
    await owner.query('rollback');
    return found;
  },
  /** Nothing was said or shared yet. */
  async anew(): Promise<void> {
    await owner.query(
      'truncate social_conversation_share, social_conversation_part, social_conversation cascade',
    );
    await owner.query(
      "update people_consent set revoked_at = given_at, revoked_by = 'x' where revoked_at is null",
    );
  },
});

/** Opens it, with what is done there again and again. */
export const openConversationHouse = async () => {
  const opened = await openWith();
  const { own, by } = callers(opened);
  const { house } = opened.world;
  /** A conversation of the person alone, with two parts filled. */
  const filled = async (): Promise<string> => {
    const id = (await own('POST', '/conversation')).conversation?.id ?? '';
    await own('PUT', `/conversation/${id}/parts/mental`, said({ mark: 3, words: SECRET, talk: true }), 0);
    await own('PUT', `/conversation/${id}/parts/bodily`, said({ mark: 4, words: 'Ik slaap slecht' }), 0);
    return id;
  };
  return {
    ...{ ...opened, own, by, filled },
    ...keeping(opened.world),
    async finished(): Promise<string> {
      const id = await filled();
      await own('POST', `/conversation/${id}/finish`);
      return id;
    },
    /** The parts somebody sees, or with what they are turned away. */
    async partsSeen(who: Professional, id: string): Promise<string[] | number> {
      const seen = await by(who, 'GET', `/conversations/${id}`);
      return seen.conversation?.parts.map(({ part }) => part) ?? seen.status;
    },
    listed: async (who: Professional): Promise<string[]> =>
      (await house.call(who, 'GET', '/api/v1/conversations'))
        .json<ConversationList>()
        .conversations.map(({ id }) => id),
    shares: (id: string, organisation: string, parts: readonly TalkPart[]) =>
      own('PUT', `/conversation/${id}/shares`, { organisation, parts }),
    /** The yes that was said by sharing. */
    async takeBack(): Promise<void> {
      const { consents } = await own<ConsentList>('GET', '/consents');
      const yes = consents.find(({ purpose, revokedAt }) => purpose === 'welfare' && revokedAt === null);
      await own('POST', `/consents/${yes?.id}/revoke`);
    },
  };
};
