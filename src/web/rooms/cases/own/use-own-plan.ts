import { useMutation } from '@tanstack/react-query';
import type { OwnCases } from '#modules/cases/contract.ts';
import { call } from '#web/api/call.ts';
import type { Problem } from '#web/api/problem.ts';
import { readAgain, useRead } from '#web/api/queries.ts';
import { announce } from '#web/shell/announce.ts';

const PATH = '/api/v1/own/cases';

/** One case as the person reads it. */
export type OwnCase = OwnCases['cases'][number];

/** What the person reads of their own plan; only they do, not a relative who reads along. */
export const useOwnPlan = (mayRead: boolean): { readonly cases: readonly OwnCase[] } => ({
  cases: useRead<OwnCases>(mayRead ? PATH : null, ['own-plan']).data?.body.cases ?? [],
});

/** The person says what came of something they do themselves. */
export const useOwnSettle = (of: OwnCase, said: string) =>
  useMutation<OwnCases, Problem, { readonly action: string; readonly body: object }>({
    mutationFn: ({ action, body }) => call('POST', `${PATH}/${of.id}/actions/${action}/settle`, body),
    onSuccess: () => announce(said),
    onSettled: () => readAgain(['own-plan']),
  });
