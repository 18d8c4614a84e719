import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HandoverList } from '#modules/stay/contract.ts';
import { sendRequest } from './api-house.fixture.ts';
import { codeOf, done, openHandoverHouse, section } from './handover-house.fixture.ts';
import { eventually } from './stay-house.fixture.ts';

let h: Awaited<ReturnType<typeof openHandoverHouse>>;
beforeAll(async () => {
  h = await openHandoverHouse();
});
afterAll(() => h.house.close());

describe('a handover to the house that said yes', () => {
  it('is filled from what is known, each line with its source, and says what is missing', async () => {
    const { gp } = h.small;
    const url = await h.accepted({
      traits: ['fall-risk'],
      person: {
        name: 'Geertje Hofsteenge',
        birthDate: '1941-05-02',
        sex: 'female',
        kinName: 'Roelof',
        kinPhone: '0592-00 17 21',
      },
    });
    const handover = await h.handoverOf(gp, url);
    expect(handover).toMatchObject({ id: null, state: 'draft', version: 0, own: true, doctor: 'dr. Oefen' });
    expect(section(handover, 'administrative').known[0]).toMatchObject({
      source: 'person',
      text: expect.stringContaining('Geertje Hofsteenge, geboren 02-05-1941'),
    });
    expect(section(handover, 'alerts').known.map(({ text }) => text)).toEqual(['Valgevaar']);
    expect(section(handover, 'allergies').snomed).toBe('420134006');
    // Falling says nothing about infection, and a next of kin nothing about a directive.
    expect(handover.missing).toEqual(['history', 'allergies', 'alerts', 'medication', 'social-context']);
    const said = [
      { code: 'allergies', none: true },
      { code: 'alerts', none: true },
      { code: 'medication', text: 'Lijst van de apotheek gaat mee.' },
      { code: 'alerts', text: 'Geen infectie bekend.', without: ['fall-risk'] },
    ];
    const kept = done(await h.save(gp, url, 0, { sections: said }));
    expect(kept.missing).toEqual(['history', 'social-context']);
    expect(section(kept, 'alerts').known).toMatchObject([{ key: 'fall-risk', without: true }]);
  });

  it('is sent, sent again with what changed, and confirmed once by the other side', async () => {
    const { gp, wards, desk } = h.small;
    const url = await h.accepted();
    expect((await h.seen(wards[0], url)).handover).toBeNull();
    const first = await h.sentIn(url, [{ code: 'allergies', text: 'Penicilline' }]);
    expect(first).toMatchObject({ state: 'sent', number: 1 });
    const read = await h.handoverOf(wards[0], url);
    expect(read).toMatchObject({ own: false, receives: true, number: 1 });
    expect(section(read, 'allergies')).toMatchObject({ text: 'Penicilline', changed: false });
    // What is written further is the sender's alone until it is sent.
    const later = done(
      await h.save(gp, url, first.version, {
        sections: [{ code: 'allergies', text: 'Penicilline en noten' }],
      }),
    );
    expect(section(await h.handoverOf(wards[0], url), 'allergies').text).toBe('Penicilline');
    const stale = await h.act(wards[0], read, 'confirm', { doctor: 'dr. Oefen' });
    expect([stale.statusCode, codeOf(stale)]).toEqual([412, 'version-stale']);
    const second = done(await h.send(gp, url, later.version));
    const again = await h.handoverOf(wards[0], url);
    expect(again.number).toBe(2);
    expect(again.sections.filter(({ changed }) => changed).map(({ code }) => code)).toEqual(['allergies']);
    expect(codeOf(await h.act(gp, second, 'confirm', { doctor: 'dr. Oefen' }))).toBe('handover-other-side');
    const inbox = (await h.house.call(wards[0], 'GET', '/api/v1/handovers?for=me')).json<HandoverList>();
    expect(inbox.handovers.find(({ id }) => id === second.id)?.person?.name).toBe('Geertje Hofsteenge');
    const received = done(await h.act(wards[0], again, 'confirm', { doctor: 'dr. Anders' }));
    expect(received).toMatchObject({ state: 'received', doctor: 'dr. Anders', receivedBy: 'Oefen ward' });
    const twice = await h.act(wards[0], received, 'confirm', { doctor: 'dr. Nog Iemand' });
    expect([twice.statusCode, codeOf(twice)]).toEqual([409, 'handover-received']);
    expect(await h.handoverOf(gp, url)).toMatchObject({ state: 'received', doctor: 'dr. Anders' });
    const changed = await h.save(gp, url, received.version, {
      sections: [{ code: 'allergies', none: true }],
    });
    expect(codeOf(changed)).toBe('handover-received');
    const foreign = await h.byId(wards[1], second);
    expect([foreign.statusCode, codeOf(foreign)]).toEqual([404, 'handover-unknown']);
    // The desk is a party to the request, not to what is handed over.
    expect((await h.byId(desk, second)).statusCode).toBe(404);
  });

  it('waits for a yes, and a stale edit overwrites nothing', async () => {
    const { gp } = h.small;
    const request = await sendRequest(h.house, [h.house.freshPlace()]);
    const url = `/requests/${request.id}`;
    const draft = done(
      await h.save(gp, url, 0, { sections: [{ code: 'history', text: 'Beroerte in 2019' }] }),
    );
    const early = await h.send(gp, url, draft.version);
    expect([early.statusCode, codeOf(early)]).toEqual([409, 'handover-no-receiver']);
    const mine = done(await h.save(gp, url, draft.version, { sections: [{ code: 'home', text: 'Trap' }] }));
    const stale = await h.save(gp, url, draft.version, { sections: [{ code: 'history', none: true }] });
    expect([stale.statusCode, codeOf(stale)]).toEqual([412, 'version-stale']);
    expect(section(await h.handoverOf(gp, url), 'history')).toMatchObject({
      text: 'Beroerte in 2019',
      none: false,
    });
    expect((await h.save(gp, url, 0)).statusCode).toBe(412);
    const bare = await h.house.call(gp, 'PUT', `/api/v1${url}/handover`, { sections: [] });
    expect(bare.statusCode).toBe(428);
    expect(mine.version).toBe(draft.version + 1);
  });

  it.each([
    ['closed', 'withdrawn'],
    ['not-arrived', 'searching'],
  ])('is taken back by itself when the transfer does not go on: %s', async (why) => {
    const { gp, wards } = h.small;
    const url = await h.accepted();
    const sent = await h.sentIn(url, [{ code: 'history', text: 'Beroerte in 2019' }]);
    done(await h.act(wards[0], await h.handoverOf(wards[0], url), 'confirm', { doctor: 'dr. Oefen' }));
    const stopped =
      why === 'closed'
        ? await h.house.post(gp, `${url}/close`, { reason: 'withdrawn', code: 'better' })
        : await h.house.post(gp, `${url}/not-arrived`, {});
    expect(stopped.statusCode).toBe(200);
    const back = await eventually(async () => {
      const handover = await h.handoverOf(gp, url);
      return handover.state === 'revoked' ? handover : null;
    });
    // The receipt stays to be read; who received it reads nothing any more.
    expect(back).toMatchObject({ revokedBecause: why, receivedBy: 'Oefen ward', doctor: 'dr. Oefen' });
    const gone = await h.byId(wards[0], sent);
    expect(gone.statusCode).toBe(404);
    const next = await h.save(gp, url, back.version, {});
    if (why === 'closed') expect(codeOf(next)).toBe('request-not-open');
    else expect(section(done(next), 'history').text).toBe('Beroerte in 2019');
  });
});

describe('files of a handover', () => {
  const inBase64 = (bytes: Buffer): string => bytes.toString('base64');
  const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(64, 0x20)]);

  it('are known by their content, have a size, and are of the two sides', async () => {
    const { gp, wards } = h.small;
    const url = await h.accepted();
    const draft = done(await h.save(gp, url, 0));
    const add = (name: string, bytes: Buffer) =>
      h.house.post(gp, `/handovers/${draft.id}/files`, { name, content: inBase64(bytes) });
    expect(codeOf(await add('foto.png', pdf))).toBe('document-not-readable');
    expect(codeOf(await add('script.txt', Buffer.from('<html>')))).toBe('document-not-readable');
    expect(codeOf(await add('groot.pdf', Buffer.concat([pdf, Buffer.alloc(5 * 1_048_576)])))).toBe(
      'document-too-large',
    );
    const huge = await add('heel-groot.pdf', Buffer.alloc(20 * 1_048_576));
    expect([huge.statusCode, codeOf(huge)]).toEqual([413, 'too-large']);
    expect((await h.handoverOf(gp, url)).files).toEqual([]);
    const kept = done(await add('medicatie.pdf', pdf));
    expect(kept.files).toMatchObject([{ name: 'medicatie.pdf', mime: 'application/pdf', bytes: pdf.length }]);
    const file = `/api/v1/handovers/${draft.id}/files/${kept.files[0]?.id}`;
    expect((await h.house.call(wards[0], 'GET', file)).statusCode).toBe(404);
    done(await h.send(gp, url, kept.version));
    const opened = await h.house.call(wards[0], 'GET', file);
    expect(opened.statusCode).toBe(200);
    expect(opened.rawPayload.equals(pdf)).toBe(true);
    expect((await h.house.call(wards[1], 'GET', file)).statusCode).toBe(404);
    const removed = await h.house.post(
      wards[0],
      `/handovers/${draft.id}/files/${kept.files[0]?.id}/remove`,
      {},
    );
    expect(removed.statusCode).toBe(404);
    done(await h.house.post(gp, `/handovers/${draft.id}/files/${kept.files[0]?.id}/remove`, {}));
    expect((await h.house.call(wards[0], 'GET', file)).statusCode).toBe(404);
  });
});
