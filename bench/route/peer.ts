import Fastify from 'fastify';
import type { Instant } from '#kernel/interval.ts';
import { loadPicture } from '#modules/capacity/index.ts';
import { proposalOf } from '#modules/placement/book-strip.ts';
import type { RequestStrip, RequestView } from '#modules/placement/contract.ts';
import {
  openPlaceSearch,
  openRequestIds,
  openStrips,
  readOpenBooked,
  subjectsOf,
  viewRequests,
} from '#modules/placement/index.ts';
import { openDatabase } from '#platform/db/database.ts';
import type { Queue } from '#tower/contract.ts';
import { queueOf } from '#tower/queue.ts';

const [url = '', at = ''] = process.argv.slice(2);
const began = Date.now();
const clock = (): Instant => Number(at) + Date.now() - began;

const database = openDatabase(url, 4);
const reading = { actor: 'peer', organisationId: null };
const picture = await database.transaction(reading, (tx) => loadPicture(tx, clock()));
const search = openPlaceSearch(database, picture);
const strips = openStrips();
const organisationId = picture.region.agreement.deskOrganisationId;

const stripOf = (view: RequestView, proposal: RequestStrip['proposal']): RequestStrip => {
  const open = view.offers
    .filter(({ state }) => state === 'open')
    .sort((a, b) => (a.answerBy < b.answerBy ? -1 : 1));
  const moments = [
    view.sentAt,
    ...view.offers.flatMap(({ sentAt, answeredAt }) => [sentAt, answeredAt ?? sentAt]),
  ];
  const house = open[0] ?? view.offers.find(({ state }) => state === 'accepted');
  return {
    ...{ id: view.id, code: view.code, product: view.product, urgency: view.urgency, ageBand: view.ageBand },
    ...{ sex: view.sex, crisisRoute: view.crisisRoute, referrer: view.referrer.name, sentAt: view.sentAt },
    homePc4: view.open?.homePc4 ?? null,
    state: view.state,
    since: moments.sort().at(-1) ?? view.sentAt,
    ...{ dueAt: view.dueAt, turn: view.turn, asked: open.length },
    held: open.length === 0 || open[0]?.held === true,
    house: house?.site ?? null,
    ...{ waits: view.waits, proposal },
  };
};

/**
 * The same row as everyone builds it: Fastify, the requests from SQL for each question anew, under row-level security in
 * the name of the desk, a search for each, objects, JSON. It is spared signing in, headers and squeezing, reads beds and
 * region from memory as we do, and the work of its database is not counted against it.
 */
const app = Fastify();
app.get('/queue', async (): Promise<Queue> => {
  const now = clock();
  const open = await search.openAt(now);
  return database.transaction({ actor: 'peer', organisationId }, async (tx) => {
    const views = await viewRequests(
      tx,
      { organisationId, now, region: picture.region },
      await openRequestIds(tx),
    );
    const { requests: booked, lastPlacedAt } = await readOpenBooked(tx, now);
    const proposals = new Map(booked.map((each) => [each.requestId, proposalOf(each, open)]));
    const { staleUnits, displaced, ...rest } = queueOf(
      { picture, open, strips },
      { requests: [], lastPlacedAt },
      now,
    );
    const subjects = await subjectsOf(
      tx,
      displaced.map(({ claimId }) => claimId),
    );
    const due = ({ dueAt, sentAt, id }: RequestView): string => `${dueAt ?? '9'} ${sentAt} ${id}`;
    return {
      requests: views
        .sort((a, b) => (due(a) < due(b) ? -1 : 1))
        .map((view) => stripOf(view, proposals.get(view.id) ?? null)),
      staleUnits,
      displaced: displaced.map((each) => ({
        ...each,
        requestId: subjects.get(each.claimId)?.requestId ?? null,
      })),
      lastPlacedAt: rest.lastPlacedAt,
    };
  });
});
await app.listen({ host: '127.0.0.1', port: 0 });
const address = app.server.address();
process.on('message', () => process.send?.({ cpu: process.cpuUsage() }));
process.on(
  'SIGTERM',
  () =>
    void app
      .close()
      .then(() => database.close())
      .then(() => process.exit(0)),
);
process.send?.({ port: typeof address === 'object' ? address?.port : null, token: '' });
