import { type JSX, useState } from 'react';
import type { RequestView } from '#modules/placement/contract.ts';
import {
  contradictions,
  deviates,
  outcomeOf,
  TRIAGE_NOW,
  type TriageAnswers,
  type TriageOutcome,
} from '#modules/placement/types.ts';
import { Problem } from '#web/api/problem.ts';
import { Panel } from '#web/design/Panel.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { useStep } from '#web/rooms/placement/use-step.ts';
import { AnswerList } from './AnswerList.tsx';
import { answersOf } from './asked-place.ts';
import { ConsultLine } from './ConsultLine.tsx';
import styles from './Triage.module.css';
import { TriageBoard } from './TriageBoard.tsx';

/** Answers not yet sent: they contradict, or lead elsewhere and wait for what one does with that. */
const useTriage = (request: RequestView) => {
  const stepping = useStep();
  const [waiting, setWaiting] = useState<TriageAnswers>({});
  const [text, setText] = useState(request.triage.deviation ?? '');
  const stored = answersOf(request.triage.answers.filter(({ implied }) => !implied));
  const answers = { ...stored, ...waiting };
  const save = async (more: TriageAnswers, extra: object = {}): Promise<void> => {
    const given = Object.entries(more).map(([question, answer]) => ({ question, answer }));
    const body = { version: TRIAGE_NOW.version, answers: given, ...extra };
    const after = await stepping.take({ path: `/requests/${request.id}/triage`, body });
    if (!(after instanceof Problem)) setWaiting({});
  };
  const take = (more: TriageAnswers): void => {
    const next = { ...waiting, ...more };
    const all = { ...stored, ...next };
    const outcome = outcomeOf(TRIAGE_NOW, request, all);
    const elsewhere = typeof outcome !== 'string' && deviates(request, outcome);
    if (elsewhere || contradictions(TRIAGE_NOW, request, all).length > 0) setWaiting(next);
    else void save(next);
  };
  return {
    stepping,
    hand: {
      asked: request,
      answers,
      busy: stepping.busy,
      going: {
        text,
        onText: setText,
        send: { busy: stepping.busy, run: () => void save(waiting, { deviation: text.trim() }) },
      },
      onAnswers: take,
      onFollow: ({ product }: TriageOutcome) => void save(waiting, { product }),
    },
  };
};

/** Deviated from with arguments: that stands, and is not asked again. */
const Settled = ({ request }: { request: RequestView }): JSX.Element => {
  const t = useText('triage');
  const { deviation } = request.triage;
  return <p>{deviation === null ? t('done') : t('argued', { text: deviation })}</p>;
};

const OPEN = new Set<RequestView['state']>(['searching', 'offered', 'accepted']);

/**
 * The triage of a running request, for who asks and the desk: what is still open, where it leads, and who thinks along.
 * `readOnly` for who only looks.
 */
export const TriagePanel = ({
  request,
  readOnly = false,
}: {
  request: RequestView;
  readOnly?: boolean;
}): JSX.Element => {
  const t = useText('triage');
  const { stepping, hand } = useTriage(request);
  const { complete, outcome } = request.triage;
  const argued = complete && outcome?.deviates === true;
  const acts = !readOnly && OPEN.has(request.state);
  return (
    <Panel title={t(complete ? 'panel.done' : 'panel.open')}>
      <div className={styles.board}>
        <Refused problem={stepping.problem} />
        <ConsultLine request={request} stepping={acts ? stepping : null} />
        {acts && !argued ? <TriageBoard hand={hand} /> : <Settled request={request} />}
        <details className={styles.more}>
          <summary>{t('answers')}</summary>
          <AnswerList triage={request.triage} />
        </details>
      </div>
    </Panel>
  );
};
