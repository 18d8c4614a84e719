import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { z } from 'zod';
import type { SignInDoors } from '#modules/accounts/contract.ts';
import type { PracticeRoles, Session, SignedIn } from '#modules/region/contract.ts';
import { forgetChoice } from '#web/remember.ts';
import { call } from './call.ts';
import { setServerNow } from './clock.ts';
import { forgetDay } from './kept-day.ts';
import { forgetLastBoard } from './last-board.ts';
import { Problem } from './problem.ts';
import { queries } from './queries.ts';

export type { Session };

/** A role one can step into in the practice region. */
export type PracticeRole = z.infer<typeof PracticeRoles>['roles'][number];

const KEY = ['session'];

let unasked = false;

/** Did the session end by itself, while the reader was at work? What was being written then waits for the same reader. */
export const endedUnasked = (): boolean => unasked;

const setClock = (session: Session, asked: number): void =>
  setServerNow(Date.parse(session.now) + (Date.now() - asked) / 2);

const hadSession = (): boolean => (queries.getQueryData<Session | null>(KEY) ?? null) !== null;

const readSession = async (): Promise<Session | null> => {
  const asked = Date.now();
  const session = await call<Session>('GET', '/api/v1/session').catch((fault: unknown) => {
    if (fault instanceof Problem && fault.status === 401) return null;
    throw fault;
  });
  if (session !== null) setClock(session, asked);
  else if (hadSession()) unasked = true;
  return session;
};

/** The session of this browser: undefined while asking, null when nobody is signed in. */
export const useSession = (): UseQueryResult<Session | null, Problem> =>
  useQuery({
    queryKey: KEY,
    queryFn: readSession,
    staleTime: 5 * 60_000,
    // Who is at the door is left alone: recovery codes stay on screen until the reader has kept them.
    refetchInterval: ({ state }) => (state.data === null ? false : 5 * 60_000),
  });

/** The session on a page that is only shown to who is signed in. */
export const useSignedIn = (): Session => {
  const { data } = useSession();
  if (data === null || data === undefined)
    throw new Error('this part needs a session; put its route behind the door');
  return data;
};

/** How one comes in here: a role to pick, or signing in; and the step that waits in this browser. */
export const useSignInDoors = (): UseQueryResult<z.infer<typeof SignInDoors>, Problem> =>
  useQuery({ queryKey: ['sign-in'], queryFn: () => call('GET', '/api/v1/sign-in'), staleTime: 0 });

const forget = (): void =>
  queries.removeQueries({
    predicate: ({ queryKey }) => queryKey[0] !== KEY[0] && queryKey[0] !== 'practice-roles',
  });

/** Somebody came in, or put on another hat: what was read before is forgotten, and the asked page appears. */
export const cameIn = async (): Promise<void> => {
  forget();
  await queries.invalidateQueries({ queryKey: KEY });
};

/** The roles of the practice region. */
export const usePracticeRoles = (): UseQueryResult<z.infer<typeof PracticeRoles>, Problem> =>
  useQuery({
    queryKey: ['practice-roles'],
    queryFn: () => call('GET', '/api/v1/practice-roles'),
    staleTime: Infinity,
  });

/** Steps into a practice role; everything that was read for another role is forgotten first. */
export const stepInto = async (role: string): Promise<void> => {
  const asked = Date.now();
  const { session } = await call<z.infer<typeof SignedIn>>('POST', '/api/v1/session', { role });
  await forgetDay();
  setClock(session, asked);
  forget();
  queries.setQueryData(KEY, session);
};

/** Leaves the role; the next screen asks who you are. */
export const stepOut = async (): Promise<void> => {
  // Before anything is asked of the house: it goes from this tablet, also without a network.
  await forgetDay();
  await call('DELETE', '/api/v1/session');
  await forgetLastBoard();
  forgetChoice('admitting-doctor');
  unasked = false;
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== KEY[0] });
  queries.setQueryData(KEY, null);
};

/**
 * A command may find that the session ended: then the door is shown at once instead of a broken page. A wrong code is
 * refused in the same way (401) and ends nothing.
 */
export const useEndedSessions = (): void => {
  const client = useQueryClient();
  useEffect(() => {
    const ended = (fault: unknown): void => {
      if (!(fault instanceof Problem) || fault.code !== 'not-signed-in') return;
      if (hadSession()) unasked = true;
      client.setQueryData(KEY, null);
    };
    const stopQueries = client.getQueryCache().subscribe((event) => {
      if (event.type === 'updated' && event.action.type === 'error') ended(event.action.error);
    });
    const stopMutations = client.getMutationCache().subscribe((event) => {
      if (event.type === 'updated' && event.action?.type === 'error') ended(event.action.error);
    });
    return () => {
      stopQueries();
      stopMutations();
    };
  }, [client]);
};
