import type { z } from 'zod';
import type { RequestBody, RequestView } from '#modules/placement/contract.ts';
import type { Problem } from '#web/api/problem.ts';
import { useStep } from '#web/rooms/placement/use-step.ts';

type Body = z.input<typeof RequestBody>;

/** Sending a request, once: the same words sent again after a lost connection carry the same key. */
export interface Sending {
  readonly busy: boolean;
  readonly problem: Problem | null;
  readonly send: (body: Body) => Promise<RequestView | Problem>;
  readonly forget: () => void;
}

/** Sends a request and waits for the server: a bed is never shown as held before it said so. */
export const useSend = (): Sending => {
  const { busy, problem, take, forget } = useStep();
  return { busy, problem, forget, send: (body) => take({ path: '/requests', body }) };
};
