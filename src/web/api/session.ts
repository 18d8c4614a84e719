import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { z } from 'zod';
import type { PracticeRoles, Session, SignedIn } from '#modules/region/contract.ts';
import { call } from './call.ts';
import { setServerNow } from './clock.ts';
import { forgetLastBoard } from './last-board.ts';
import { Problem } from './problem.ts';
import { queries } from './queries.ts';

export type { Session };

/** A role one can step into in the practice region. */
export type PracticeRole = z.infer<typeof PracticeRoles>['roles'][number];

const KEY = ['session'];

const setClock = (session: Session, asked: number): void =>
  setServerNow(Date.parse(session.now) + (Date.now() - asked) / 2);

const readSession = async (): Promise<Session | null> => {
  const asked = Date.now();
  const session = await call<Session>('GET', '/api/v1/session').catch((fault: unknown) => {
    if (fault instanceof Problem && fault.status === 401) return null;
    throw fault;
  });
  if (session !== null) setClock(session, asked);
  return session;
};

/** The session of this browser: undefined while asking, null when nobody is signed in. */
export const useSession = (): UseQueryResult<Session | null, Problem> =>
  useQuery({ queryKey: KEY, queryFn: readSession, staleTime: 5 * 60_000, refetchInterval: 5 * 60_000 });

/** The session on a page that is only shown to who is signed in. */
export const useSignedIn = (): Session => {
  const { data } = useSession();
  if (data === null || data === undefined)
    throw new Error('this part needs a session; put its route behind the door');
  return data;
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
  setClock(session, asked);
  queries.removeQueries({
    predicate: ({ queryKey }) => queryKey[0] !== KEY[0] && queryKey[0] !== 'practice-roles',
  });
  queries.setQueryData(KEY, session);
};

/** Leaves the role; the next screen asks who you are. */
export const stepOut = async (): Promise<void> => {
  await call('DELETE', '/api/v1/session');
  await forgetLastBoard();
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== KEY[0] });
  queries.setQueryData(KEY, null);
};

/** A command may find that the session ended (401): then the door is shown at once instead of a broken page. */
export const useEndedSessions = (): void => {
  const client = useQueryClient();
  useEffect(() => {
    const ended = (fault: unknown): void => {
      if (fault instanceof Problem && fault.status === 401) client.setQueryData(KEY, null);
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
