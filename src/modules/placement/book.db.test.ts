import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linesAfter, type Position, positionNow } from '#platform/diary/diary.ts';
import { type Asking, must, NOW, openAsking, yes } from './asking.fixture.ts';
import { type Book, openBook } from './book.ts';
import { acceptOffer } from './service-accept.ts';
import { refuseOffer } from './service-no.ts';

let asking: Asking;
let book: Book;
let position: Position;
let desk: string;
let away = false;

const open = (): Promise<Book> =>
  openBook(
    {
      ...asking.house.database,
      transaction: (acting, work) =>
        away
          ? Promise.reject(new Error('the database is away'))
          : asking.house.database.transaction(acting, work),
    },
    () => desk,
    () => NOW,
  );

const READER = { actor: 'tailer', organisationId: null } as const;

/** The lines that were written since we last looked, as the tailer hands them on. */
const news = async () => {
  const lines = await asking.house.database.transaction(READER, (tx) => linesAfter(tx, position, 500));
  const last = lines.at(-1);
  if (last !== undefined) position = { xid: last.xid, id: last.id };
  return lines;
};

/** What the book says is what somebody reads who opens it anew. */
const isTrue = async (): Promise<void> => {
  const anew = await open();
  expect(new Map(book.requests)).toEqual(new Map(anew.requests));
  expect(book.lastPlacedAt).toBe(anew.lastPlacedAt);
};

beforeAll(async () => {
  asking = await openAsking();
  desk = asking.house.small.desk.organisationId;
  position = await asking.house.as(asking.house.small.desk, positionNow);
  await asking.send({ homePc4: '9405' });
  book = await open();
  await news();
});
afterAll(() => asking.house.close());

describe('the book of open requests', () => {
  it('follows each step by reading the touched request again, and leaves the others as they are', async () => {
    const { small } = asking.house;
    const [first] = book.requests.values();
    const sent = await asking.send({ placeIds: [asking.freshPlace(), asking.freshPlace(1)] });
    const before = book.version;
    await book.hear(await news());
    expect(book.version).toBeGreaterThan(before);
    expect(book.requests.get(sent.request.id)?.offers.map(({ state }) => state)).toEqual(['open', 'open']);
    await isTrue();
    expect(book.requests.get(first?.requestId ?? ''), 'the other is the same object').toBe(first);
    must(
      await asking.house.as(small.wards[0], (tx, doing) =>
        refuseOffer(
          tx,
          sent.offers[0]?.id ?? '',
          { code: 'no-staff', text: 'Wim is ziek' },
          async () => [],
          doing,
        ),
      ),
    );
    must(
      await asking.house.as(small.wards[1], (tx, doing) =>
        acceptOffer(tx, sent.offers[1]?.id ?? '', yes, doing),
      ),
    );
    await book.hear(await news());
    expect(book.requests.get(sent.request.id)?.request.state).toBe('accepted');
    expect(book.lastPlacedAt).toBe(NOW);
    await isTrue();
  });

  it('does not know for whom it is, nor what was written freely', () => {
    const all = JSON.stringify([...book.requests.values()]);
    for (const said of ['Hofsteenge', '1941', '0592', 'keuken', 'Oefen', 'Wim', 'personId'])
      expect(all).not.toContain(said);
    expect(all).toContain('9405');
  });

  it('misses nothing when the database was away', async () => {
    const sent = await asking.send();
    away = true;
    await expect(book.hear(await news())).rejects.toThrow('away');
    away = false;
    await book.hear([]);
    expect(book.requests.has(sent.request.id)).toBe(true);
    await isTrue();
  });

  it('is read anew in the name of another desk', async () => {
    desk = asking.house.small.transfer.organisationId;
    await book.hear([]);
    expect(book.requests.size, 'the hospital is no party to what a GP asked').toBe(0);
    desk = asking.house.small.desk.organisationId;
    await book.hear([]);
    await isTrue();
  });
});
