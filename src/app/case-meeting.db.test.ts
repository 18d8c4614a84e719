import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseView, InvitationAnswer, MeetingAnswer, TypedAnswer } from '#modules/cases/contract.ts';
import type { Professional } from '#modules/region/types.ts';
import { newId } from '#platform/db/ids.ts';
import { type ConsentHouse, openConsentHouse } from './consent-house.fixture.ts';

let world: ConsentHouse;
let gp: Professional;
let welfare: Professional;
let third: Professional;
let caseId: string;

beforeAll(async () => {
  world = await openConsentHouse();
  gp = world.house.small.gp;
  welfare = world.social.ward;
  third = world.house.small.wards[1];
  const about = await world.accepted();
  const opened = await world.house.post(gp, '/cases', { person: about.personId, question: 'Ik slaap niet.' });
  caseId = opened.json<{ case: CaseView }>().case.id;
  for (const { organisationId: organisation } of [welfare, third])
    await world.house.post(gp, `/cases/${caseId}/helpers`, { organisation, parts: ['meetings'] });
});
afterAll(() => world.house.close());

const post = async <T>(who: Professional, path: string, body: object): Promise<T> =>
  (await world.house.post(who, `/cases/${caseId}/meetings${path}`, body)).json<T>();
const get = async <T>(who: Professional, path = ''): Promise<T> =>
  (await world.house.call(who, 'GET', `/api/v1/cases/${caseId}/meetings${path}`)).json<T>();
const setMeeting = async (who = gp): Promise<string> => {
  const body = { at: '2026-12-01T13:00:00Z', place: 'Praktijk, kamer 2; of beeldbellen' };
  return (await post<MeetingAnswer>(who, '', body)).meeting.id;
};
const typing = (text: string, more: object = {}) => ({
  id: newId(),
  line: newId(),
  place: 1,
  seen: 0,
  text,
  ...more,
});
const type = (who: Professional, meeting: string, ...acts: object[]) =>
  post<TypedAnswer & { code?: string }>(who, `/${meeting}/lines`, { acts });

describe('a meeting', () => {
  it('is set by any helper who may see meetings, with the plan as its agenda for who may see the plan', async () => {
    await world.house.post(gp, `/cases/${caseId}/actions`, { what: 'Brieven openen', due: '2026-12-01' });
    const meeting = await setMeeting(welfare);
    expect((await get<MeetingAnswer>(gp, `/${meeting}`)).meeting.agenda?.map(({ what }) => what)).toEqual([
      'Brieven openen',
    ]);
    expect((await get<MeetingAnswer>(welfare, `/${meeting}`)).meeting).not.toHaveProperty('agenda');
    const late = { at: '2026-11-20T13:00:00Z', place: 'Hier' };
    expect((await post<{ code: string }>(gp, '', late)).code).toBe('meeting-in-past');
  });

  it('invites with a calendar file in which nobody and nothing private stands', async () => {
    const meeting = await setMeeting();
    const { calendar, name } = await get<InvitationAnswer>(welfare, `/${meeting}/invitation`);
    expect(name).toMatch(/^overleg-S-\d+\.ics$/);
    expect(calendar).toContain('DTSTART:20261201T130000Z\r\nDTEND:20261201T133000Z\r\n');
    expect(calendar).toContain('LOCATION:Praktijk\\, kamer 2\\; of beeldbellen\r\n');
    expect(calendar).not.toMatch(/Hofsteenge|slaap/);
    await post(gp, `/${meeting}/cancel`, { reason: 'Iedereen ziek' });
    expect((await get<InvitationAnswer>(gp, `/${meeting}/invitation`)).calendar).toContain(
      'STATUS:CANCELLED',
    );
    expect((await type(gp, meeting, typing('Toch')))?.code).toBe('meeting-cancelled');
  });

  it('is not there for who may not see meetings', async () => {
    const meeting = await setMeeting();
    await type(gp, meeting, typing('Er zijn schulden'));
    await world.house.call(gp, 'PUT', `/api/v1/cases/${caseId}/helpers/${third.organisationId}`, {
      parts: ['question'],
    });
    expect((await get<{ code: string }>(third)).code).toBe('case-part-shut');
    expect((await get<{ code: string }>(third, `/${meeting}`)).code).toBe('case-part-shut');
    expect((await type(third, meeting, typing('Ik ook')))?.code).toBe('case-part-shut');
    await world.house.call(gp, 'PUT', `/api/v1/cases/${caseId}/helpers/${third.organisationId}`, {
      parts: ['meetings'],
    });
    expect((await get<MeetingAnswer>(third, `/${meeting}`)).meeting.lines).toHaveLength(1);
  });
});

const move = fc.record({ editor: fc.nat(2), line: fc.nat(3), cut: fc.boolean(), look: fc.boolean() });

/** Somebody who types in a meeting, with what stood on their screen, and what they replaced while they saw it. */
const openEditor = (who: Professional, meeting: string, lines: readonly string[]) => {
  const screen = new Map<string, { readonly version: number; readonly text: string }>();
  const [replaced, acknowledged]: [Set<string>, string[]] = [new Set(), []];
  const take = ({ lines: shown }: MeetingAnswer['meeting']): void => {
    for (const each of shown) screen.set(each.id, each);
  };
  return {
    replaced,
    acknowledged,
    async type(
      text: string,
      { line: n, cut, look }: { line: number; cut: boolean; look: boolean },
    ): Promise<void> {
      if (look) take((await get<MeetingAnswer>(who, `/${meeting}`)).meeting);
      const line = lines[n] ?? '';
      const before = screen.get(line);
      const act = typing(text, { line, place: n, seen: before?.version ?? 0 });
      // The answer to the first is lost on the way; the same act goes again.
      if (cut) await type(who, meeting, act);
      const { kept, meeting: after } = await type(who, meeting, act);
      expect(kept).toHaveLength(1);
      if (kept[0]?.line === line && before !== undefined) replaced.add(before.text);
      acknowledged.push(text);
      take(after);
    },
  };
};

describe('a line of the note', () => {
  it('changed by two becomes two lines, side by side, and becomes a decision or an action with one press', async () => {
    const meeting = await setMeeting();
    const first = typing('Mevrouw slaapt slecht');
    await type(gp, meeting, first);
    await type(welfare, meeting, typing('Mevrouw slaapt slecht door brieven', { line: first.line, seen: 1 }));
    const { meeting: now } = await type(
      gp,
      meeting,
      typing('Mevrouw wil geen pillen', { line: first.line, seen: 1 }),
    );
    expect(now.lines.map(({ text, beside }) => [text, beside])).toEqual([
      ['Mevrouw slaapt slecht door brieven', null],
      ['Mevrouw wil geen pillen', first.line],
    ]);
    const [one, two] = now.lines;
    await post(welfare, `/${meeting}/lines/${one?.id}/decision`, {});
    expect((await post<{ code: string }>(gp, `/${meeting}/lines/${one?.id}/decision`, {})).code).toBe(
      'line-settled',
    );
    const due = { due: '2026-12-08' };
    expect((await post<{ code: string }>(welfare, `/${meeting}/lines/${two?.id}/action`, due)).code).toBe(
      'case-part-shut',
    );
    const done = await post<MeetingAnswer>(gp, `/${meeting}/lines/${two?.id}/action`, due);
    expect(done.meeting.lines.map(({ kind }) => kind)).toEqual(['decision', 'action']);
    expect(done.meeting.agenda?.map(({ what }) => what)).toContain('Mevrouw wil geen pillen');
  });

  it('is kept with the space at which somebody paused, so that they type on in it; spaces alone are nothing', async () => {
    const meeting = await setMeeting();
    const { meeting: now } = await type(gp, meeting, typing('Mevrouw '), typing('   '));
    expect(now.lines.map(({ text }) => text).toSorted()).toEqual(['', 'Mevrouw ']);
  });

  it('is never lost: several editors at once, in any order, answers cut off and acts sent again', async () => {
    let beside = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 12, maxLength: 24 }), async (moves) => {
        const meeting = await setMeeting();
        const lines = Array.from({ length: 4 }, () => newId());
        const editors = [gp, welfare, third].map((who) => openEditor(who, meeting, lines));
        // Each editor goes through their own moves, all of them at the same time.
        await Promise.all(
          editors.map(async ({ type: types }, name) => {
            for (const [at, each] of moves.filter(({ editor }) => editor === name).entries())
              await types(`${name} typt ${at}`, each);
          }),
        );
        const { meeting: after } = await get<MeetingAnswer>(gp, `/${meeting}`);
        const standing = after.lines.map(({ text }) => text);
        beside += after.lines.filter((each) => each.beside !== null).length;
        const seen = new Set(editors.flatMap((each) => [...each.replaced]));
        const acknowledged = editors.flatMap((each) => each.acknowledged);
        expect(acknowledged.filter((text) => !standing.includes(text) && !seen.has(text))).toEqual([]);
        expect(new Set(standing).size).toBe(standing.length);
      }),
      { numRuns: 6 },
    );
    expect(beside).toBeGreaterThan(5);
  }, 60_000);
});
