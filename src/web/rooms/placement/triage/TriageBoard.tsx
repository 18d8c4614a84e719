import { type JSX, useState } from 'react';
import {
  type AskedPlace,
  contradictions,
  deviates,
  openQuestions,
  outcomeOf,
  questionOf,
  TRIAGE_NOW,
  type TriageAnswers,
  type TriageOutcome,
  usualAnswer,
} from '#modules/placement/types.ts';
import { Button } from '#web/design/Button.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Checklist } from './Checklist.tsx';
import { Contradicted } from './Contradicted.tsx';
import { OneQuestion } from './OneQuestion.tsx';
import { Elsewhere, Fits, type GoingOn } from './Outcome.tsx';
import styles from './Triage.module.css';

/** The tree for one request: what is asked, what was answered, and what an answer does. */
export interface TriageInHand {
  readonly asked: AskedPlace;
  readonly answers: TriageAnswers;
  readonly busy: boolean;
  readonly going: GoingOn;
  readonly onAnswers: (answers: TriageAnswers) => void;
  readonly onFollow: (outcome: TriageOutcome) => void;
}

const usualOf = (asked: AskedPlace, answers: TriageAnswers): TriageAnswers =>
  Object.fromEntries(
    openQuestions(TRIAGE_NOW, asked, answers).flatMap((question) => {
      const usual = usualAnswer(TRIAGE_NOW, asked, question);
      return usual === null ? [] : [[question.id, usual.value]];
    }),
  );

/** Which question lies open, and the way through them. */
const useWay = ({ asked, answers, onAnswers }: TriageInHand) => {
  const [one, setOne] = useState(false);
  const [pinned, setPinned] = useState<string | null>(null);
  const [way, setWay] = useState<readonly string[]>([]);
  const open = openQuestions(TRIAGE_NOW, asked, answers);
  const [pair] = contradictions(TRIAGE_NOW, asked, answers);
  const shown = pinned ?? (one && pair === undefined ? (open[0]?.id ?? null) : null);
  const before = way.filter((id) => id !== shown).at(-1) ?? null;
  const change = (id: string | null): void => {
    setOne(true);
    setPinned(id);
  };
  return {
    open,
    pair: pair ?? null,
    question: shown === null ? null : (questionOf(TRIAGE_NOW, shown)?.question ?? null),
    onBefore: before === null ? null : () => change(before),
    answer: (id: string, value: string): void => {
      setPinned(null);
      setWay([...way.filter((each) => each !== id), id]);
      onAnswers({ [id]: value });
    },
    change,
    rest: (): void => {
      setPinned(null);
      onAnswers(usualOf(asked, answers));
    },
  };
};

const Led = ({ hand, way }: { hand: TriageInHand; way: ReturnType<typeof useWay> }): JSX.Element | null => {
  const { question, open } = way;
  if (question === null) return null;
  const others = open.filter(({ id }) => id !== question.id);
  return (
    <OneQuestion
      question={question}
      given={hand.answers[question.id]}
      left={others.length}
      busy={hand.busy}
      onAnswer={(value) => way.answer(question.id, value)}
      onBefore={way.onBefore}
      onRest={open.length === 0 ? null : way.rest}
    />
  );
};

const Result = ({ hand, onChange }: { hand: TriageInHand; onChange: () => void }): JSX.Element | null => {
  const t = useText('triage');
  const outcome = outcomeOf(TRIAGE_NOW, hand.asked, hand.answers);
  if (outcome === 'open') return null;
  if (outcome === 'consult') {
    return (
      <Notice
        kind="plain"
        icon="stethoscope"
        title={t('unsure')}
        actions={
          <Button look="quiet" onPress={onChange}>
            {t('change')}
          </Button>
        }
      >
        {t('unsureLine')}
      </Notice>
    );
  }
  return deviates(hand.asked, outcome) ? (
    <Elsewhere
      outcome={outcome}
      going={hand.going}
      onFollow={() => hand.onFollow(outcome)}
      onChange={onChange}
    />
  ) : (
    <Fits outcome={outcome} onChange={onChange} />
  );
};

/** Confirm all at once, or one by one until it is clear where this leads. Never more than eight questions. */
export const TriageBoard = ({ hand }: { hand: TriageInHand }): JSX.Element => {
  const way = useWay(hand);
  const last = Object.keys(hand.answers).at(-1) ?? TRIAGE_NOW.questions[0]?.id ?? null;
  if (way.question !== null) return <Led hand={hand} way={way} />;
  return (
    <div className={styles.board}>
      {way.pair !== null && <Contradicted pair={way.pair} onChange={way.change} />}
      {way.pair === null && way.open.length > 0 && (
        <Checklist
          profile={hand.asked}
          open={way.open}
          busy={hand.busy}
          onAll={way.rest}
          onOne={() => way.change(null)}
        />
      )}
      {way.pair === null && way.open.length === 0 && <Result hand={hand} onChange={() => way.change(last)} />}
    </div>
  );
};
