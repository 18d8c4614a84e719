import { useState } from 'react';
import type { RequestView } from '#modules/placement/contract.ts';
import type { Route } from '#modules/placement/types.ts';
import { Problem } from '#web/api/problem.ts';
import { type Stepping, useStep } from '#web/rooms/placement/use-step.ts';

/** The advice while it is written. */
export interface AdviceInHand {
  readonly route: Route | null;
  readonly text: string;
  readonly answers: Readonly<Record<string, string>>;
  /** What is missing, told after a try to send. */
  readonly missing: { readonly route: boolean; readonly text: boolean };
  readonly stepping: Stepping;
  readonly choose: (route: Route) => void;
  readonly write: (text: string) => void;
  readonly answer: (question: string, answer: string) => void;
  readonly send: () => void;
}

/** Holds the advice for one request; `onSent` when the server has it. */
export const useAdvice = (request: RequestView, onSent: () => void): AdviceInHand => {
  const stepping = useStep();
  const [route, choose] = useState<Route | null>(null);
  const [text, write] = useState('');
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({});
  const [tried, setTried] = useState(false);
  const missing = { route: route === null, text: text.trim().length < 2 };
  const give = async (): Promise<void> => {
    const given = Object.entries(answers).map(([question, answer]) => ({ question, answer }));
    const body = { route, text: text.trim(), answers: given };
    const after = await stepping.take({ path: `/requests/${request.id}/consult/answer`, body });
    if (!(after instanceof Problem)) onSent();
  };
  return {
    route,
    text,
    answers,
    missing: tried ? missing : { route: false, text: false },
    stepping,
    choose,
    write,
    answer: (question, answer) => setAnswers({ ...answers, [question]: answer }),
    send: () => {
      setTried(true);
      if (!missing.route && !missing.text) void give();
    },
  };
};
