import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Navigate,
} from '@tanstack/react-router';
import { type JSX, useState } from 'react';
import { useSession } from './api/session.ts';
import { loadTexts } from './i18n/texts.ts';
import { takeWay } from './remember.ts';
import { type Address, addresses, loadPage, pageName } from './routes.ts';
import { FaultPage, NowherePage } from './shell/FaultPage.tsx';
import { PendingPage } from './shell/PendingPage.tsx';
import { firstRoom } from './shell/rooms.ts';
import { Shell } from './shell/Shell.tsx';

const FirstRoom = (): JSX.Element | null => {
  const { data: session } = useSession();
  const [way] = useState(takeWay);
  return session === null || session === undefined ? null : (
    <Navigate to={way ?? firstRoom(session)} replace />
  );
};

const rootRoute = createRootRoute({ component: Shell, notFoundComponent: NowherePage });

const startRoute = createRoute({ getParentRoute: () => rootRoute, path: '/', component: FirstRoom });

/** A page comes with its texts, so that nobody sees bare keys. */
const pageRoute = ({ path, file, texts }: Address) =>
  createRoute({
    getParentRoute: () => rootRoute,
    path,
    component: lazyRouteComponent(async () => {
      const [page] = await Promise.all([loadPage(file), loadTexts(texts)]);
      return page as Record<string, () => JSX.Element>;
    }, pageName(file)),
  });

const plain = (search: Record<string, unknown>): string => {
  const text = new URLSearchParams(
    Object.entries(search).flatMap(([key, value]) =>
      value === undefined || value === '' ? [] : [[key, String(value)]],
    ),
  ).toString();
  return text === '' ? '' : `?${text}`;
};

/** All addresses. The query string stays as people type it: `?product=elv-high&km=15`. */
export const router = createRouter({
  routeTree: rootRoute.addChildren([startRoute, ...addresses.map(pageRoute)]),
  defaultPendingComponent: PendingPage,
  defaultPendingMs: 0,
  // A page that is there is shown: its frame is not held up so that somebody sees it.
  defaultPendingMinMs: 0,
  defaultErrorComponent: FaultPage,
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: plain,
  scrollRestoration: true,
});
