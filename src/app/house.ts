import type { FastifyInstance } from 'fastify';
import type { Instant } from '#kernel/interval.ts';
import {
  capacityConstraints,
  capacityRoutes,
  kindFileRoutes,
  linkRoutes,
  loadPicture,
  openHoldBatch,
  placeFileRoutes,
} from '#modules/capacity/index.ts';
import { outlookRoutes } from '#modules/outlook/index.ts';
import { ownRoutes, peopleRoutes } from '#modules/people/index.ts';
import {
  type NextPlaces,
  openBook,
  openPlaceSearch,
  type PlaceSearch,
  placementRoutes,
} from '#modules/placement/index.ts';
import { mailAddressRoutes, regionCache, regionOpenRoutes, regionRoutes } from '#modules/region/index.ts';
import type { Region } from '#modules/region/types.ts';
import { reviewRoutes } from '#modules/review/index.ts';
import { mayMoveEnd } from '#modules/stay/index.ts';
import { chainKey } from '#platform/access-log/chain.ts';
import { startSealing } from '#platform/access-log/sealer.ts';
import { openLeakedPasswords } from '#platform/auth/leaked-passwords.ts';
import type { SessionLimits } from '#platform/auth/limits.ts';
import type { Sessions } from '#platform/auth/sessions.ts';
import type { Clock } from '#platform/clock.ts';
import { byHouse } from '#platform/db/by-house.ts';
import { type Database, openDatabase, type Tx } from '#platform/db/database.ts';
import { earliest } from '#platform/diary/diary.ts';
import { startTailer, type Tailer } from '#platform/diary/tailer.ts';
import type { Limits } from '#platform/http/limits.ts';
import type { OpenPage } from '#platform/http/pages.ts';
import type { Door } from '#platform/http/route.ts';
import { createServer } from '#platform/http/server.ts';
import { type Feed, openFeed } from '#platform/live/feed.ts';
import { checkAddress } from '#platform/outbox/address.ts';
import { keyFor } from '#platform/secrets.ts';
import {
  openBoard,
  openExpectedFree,
  openFigures,
  openLoads,
  openLooking,
  openNeighbours,
  openPressure,
  openQueue,
  openRoutes,
  queueRoutes,
  towerRoutes,
} from '#tower/index.ts';
import { docsRoutes } from './docs.ts';
import { askThrough, type Following, startFollowing } from './follow-regions.ts';
import { healthRoutes } from './health.ts';
import { helpRoutes } from './help-routes.ts';
import { changesOf, liveRoute, startTicking } from './live.ts';
import { type LookingAhead, openLookingAhead } from './looking-ahead.ts';
import { type MessageSettings, type Messages, noSettings, openMessages } from './messages.ts';
import { ownLiveRoute, relativesLetGo } from './own-live.ts';
import { refusals } from './refusals.ts';
import { openSignIn, type SignInSettings } from './sign-in.ts';
import { webRoutes } from './web.ts';
import { startWiring, type Wiring } from './wiring.ts';

/** What a running house is made of; a test hands in its own clock and database. */
export interface HouseParts {
  readonly databaseUrl: string;
  readonly connections: number;
  readonly clock: Clock;
  readonly practice: boolean;
  readonly logLevel: string;
  readonly version: string;
  /** Where the built web app stands; null serves the API only. */
  readonly webFolder: string | null;
  /** Browsers may fetch the background of the map from PDOK; left out, they may not. */
  readonly mapTiles?: boolean;
  /** How it sends mail and webhooks, and its key; left out, it sends no mail and its key is forgotten when it ends. */
  readonly messages?: MessageSettings;
  /** How long a session lasts; left out, a day in practice and a shift otherwise. */
  readonly sessions?: SessionLimits;
  /** How people sign in with an account of their own; a practice region leaves it out. */
  readonly signIn?: SignInSettings;
  /** How many places one account may hold by itself; left out, what the house finds fair. */
  readonly holdsPerAccount?: number;
  /** Origins of other sites whose pages may read answers; left out, none. */
  readonly origins?: readonly string[];
  /** Proxies in front whose word about the address of a caller counts; left out, none. */
  readonly trustProxy?: readonly string[];
  /** Pages about the tower itself that open for strangers; left out, all in practice and none otherwise. */
  readonly openPages?: readonly OpenPage[];
  /** Who can say whether a password leaked; null or left out: nobody. */
  readonly leakedPasswordsUrl?: string | null;
  /** How much one user may ask of the server; left out, there is no limit. */
  readonly limits?: Limits;
}

/** The house, wired and ready to listen. */
export interface House {
  readonly app: FastifyInstance;
  readonly database: Database;
  readonly door: Door;
  readonly feed: Feed;
  /** The region as this process knows it. */
  readonly regionOf: (tx: Tx) => Promise<Region>;
  /** Where else a request fits, as this process sees it. */
  readonly nextPlaces: NextPlaces;
  /** Forecasts, scores and warns; once a day it goes by itself. */
  readonly lookAhead: (now: Instant) => Promise<void>;
  close(): Promise<void>;
}

/** The open background map of the Dutch government (PDOK, BRT achtergrondkaart, grey). */
const TILES_HOST = 'https://service.pdok.nl';
const TILES = `${TILES_HOST}/brt/achtergrondkaart/wmts/v2_0/grijs/EPSG:3857/{z}/{x}/{y}.png`;

/** Where browsers may fetch pictures from besides the house itself. */
const imagesFrom = (parts: HouseParts): readonly string[] => (parts.mapTiles === true ? [TILES_HOST] : []);

const READER = byHouse('picture');

/** Everything of the region that this process remembers, and how it hears of changes. */
const openMemory = async (
  parts: HouseParts & { readonly messages: MessageSettings },
  database: Database,
  report: (error: unknown) => void,
) => {
  const cache = regionCache(parts.clock);
  const { clock } = parts;
  // Whom to ask next is looked up in the picture, which is read only after the wiring knows where it stands.
  const looking = Promise.withResolvers<PlaceSearch>();
  const nextPlaces: NextPlaces = async (...asked) => (await looking.promise).nextPlaces(...asked);
  const wiring = await startWiring({ database, clock, regionOf: (tx) => cache.get(tx), report, nextPlaces });
  const picture = await database.transaction(READER, (tx) => loadPicture(tx, clock.now()));
  const search = openPlaceSearch(database, picture);
  looking.resolve(search);
  const deskOf = () => picture.region.agreement.deskOrganisationId;
  const book = await openBook(database, deskOf, clock.now);
  const messages = await openMessages({
    ...{ database, databaseUrl: parts.databaseUrl, clock: parts.clock, picture, report },
    ...{ regionOf: cache.get, practice: parts.practice, settings: parts.messages },
  });
  const tailer = await startTailer(database, report, earliest(wiring.from, messages.from));
  const loads = openLoads(database, picture);
  const feed = openFeed();
  // In this order: what the house remembers is true before a screen is told to ask, and before the next room acts.
  tailer.listen(async (lines) => {
    if (lines.some((line) => line.room === 'region')) cache.drop();
    await database.transaction(READER, (tx) => picture.apply(tx, lines, parts.clock.now()));
    await book.hear(lines);
    loads.hear(lines);
    feed.publish(changesOf(lines));
    feed.cut(relativesLetGo(lines));
  });
  tailer.listen((lines) => wiring.hear(lines));
  tailer.listen((lines) => messages.hear(lines));
  const neighbours = openNeighbours();
  const following = startFollowing({
    ...{ database, clock, neighbours, report },
    ask: askThrough(messages.rules),
  });
  tailer.listen((lines) => {
    if (lines.some((line) => line.room === 'region')) following.nudge();
  });
  const board = openBoard(picture);
  const ahead = openLookingAhead({ database, picture, clock, report });
  const stopTicking = startTicking({ database, clock: parts.clock, picture, board, feed, report });
  const stopSealing = startSealing(database, chainKey(parts.messages.key), report);
  const open = { cache, wiring, messages, picture, search, book, loads, tailer, feed, board };
  return { ...open, neighbours, following, ahead, stopTicking, stopSealing };
};

/** The server of this house, which does not have any routes yet. */
const serverOf = (parts: HouseParts, sessions: Sessions): Promise<FastifyInstance> =>
  createServer({
    refusals,
    constraints: capacityConstraints,
    identify: async (cookie, bearer, byItself) => {
      const token = bearer ?? cookie;
      return token === undefined ? null : sessions.find(token, byItself);
    },
    imagesFrom: imagesFrom(parts),
    ...{ practice: parts.practice, logLevel: parts.logLevel, version: parts.version },
    ...{ origins: parts.origins, limits: parts.limits },
    ...{ trustProxy: parts.trustProxy, openPages: parts.openPages },
  });

/** Builds the house over a migrated database with a region in it. It does not listen yet. */
export const buildHouse = async (parts: HouseParts): Promise<House> => {
  const settings = parts.messages ?? noSettings();
  const database = openDatabase(parts.databaseUrl, parts.connections, settings.key);
  let log: FastifyInstance['log'] | null = null;
  const report = (error: unknown): void =>
    log?.error({ err: error instanceof Error ? error.name : 'unknown' }, 'behind the scenes');
  const memory = await openMemory({ ...parts, messages: settings }, database, report);
  const { cache, picture, tailer, feed } = memory;
  const { clock, practice, sessions: limits, signIn } = parts;
  const hasLeaked = openLeakedPasswords(parts.leakedPasswordsUrl ?? null, memory.messages.rules);
  const entrance = openSignIn(
    { database, clock, practice, key: settings.key, limits, settings: signIn, hasLeaked },
    memory,
  );
  const { sessions } = entrance;
  const app = await serverOf(parts, sessions);
  log = app.log;
  const door: Door = { app, database, clock: parts.clock, committed: () => tailer.nudge() };
  const regionOf = cache.get;
  const { nextPlaces } = memory.search;
  const mapTiles = parts.mapTiles === true ? TILES : null;
  regionRoutes(door, { sessions, cache, practice: parts.practice, mapTiles });
  peopleRoutes(door);
  const { sendNow } = memory.messages;
  entrance.addRoutes(door, regionOf, sendNow);
  ownRoutes(door, {
    ...{ key: keyFor(settings.key, 'own-door'), practice: parts.practice, regionOf, sendNow },
    publicUrl: settings.mail?.publicUrl ?? null,
  });
  capacityRoutes(door, {
    holds: openHoldBatch(database, parts.clock.now, regionOf, parts.holdsPerAccount),
    ...{ regionOf, mayMoveEnd },
  });
  placeFileRoutes(door);
  kindFileRoutes(door);
  linkRoutes(door, { key: memory.messages.linkKey, picture });
  placementRoutes(door, { regionOf, search: memory.search });
  helpRoutes(door, { nextPlaces, regionOf, practice, feed, key: settings.key, messages: memory.messages });
  const { book, search } = memory;
  const queue = openQueue(memory, openExpectedFree(database, picture));
  queueRoutes(door, { picture, book, search, queue, looking: openLooking(), tell: feed.publish });
  towerRoutes(door, {
    picture,
    book,
    board: memory.board,
    pressure: openPressure(database, picture, memory.loads),
  });
  openRoutes(door, openFigures(picture, memory.board, memory.neighbours));
  regionOpenRoutes(door, async (url) => {
    const checked = await checkAddress(url, memory.messages.rules);
    return checked.ok ? null : checked.refusal;
  });
  liveRoute(door, feed);
  ownLiveRoute(door, feed);
  memory.messages.addRoutes(door);
  mailAddressRoutes(door);
  reviewRoutes(door);
  outlookRoutes(door, { regionOf, modelled: memory.ahead.modelled, asked: memory.ahead.asked });
  healthRoutes(door, { tailer, feed, backlog: memory.messages.backlog });
  await docsRoutes(app, refusals);
  await webRoutes(app, { folder: parts.webFolder, imagesFrom: imagesFrom(parts) });
  await app.ready();
  const { daily: lookAhead } = memory.ahead;
  const close = () => closeHouse(app, database, memory);
  return { app, database, door, feed, regionOf, nextPlaces, lookAhead, close };
};

const closeHouse = async (
  app: FastifyInstance,
  database: Database,
  memory: {
    feed: Feed;
    wiring: Wiring;
    messages: Messages;
    following: Following;
    ahead: LookingAhead;
    tailer: Tailer;
    stopTicking: () => Promise<void>;
    stopSealing: () => Promise<void>;
  },
): Promise<void> => {
  memory.feed.close();
  await app.close();
  await memory.stopTicking();
  await memory.stopSealing();
  await memory.tailer.stop();
  await Promise.all([
    memory.wiring.stop(),
    memory.messages.stop(),
    memory.following.stop(),
    memory.ahead.stop(),
  ]);
  await database.close();
};
