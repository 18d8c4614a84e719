import { type JSX, type RefObject, useEffect, useRef } from 'react';
import type { Ward } from '#tower/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { CloseButton } from '#web/design/CloseButton.tsx';
import { ProblemNotice } from '#web/design/ProblemNotice.tsx';
import { StateMark } from '#web/design/StateMark.tsx';
import { useFocusBack } from '#web/design/use-focus-back.ts';
import { useText } from '#web/i18n/texts.ts';
import { BedActs } from './BedActs.tsx';
import styles from './BedCard.module.css';
import { CloseStep } from './CloseStep.tsx';
import type { CardParts } from './card-parts.ts';
import type { CardStep } from './card-state.ts';
import { EndStep } from './EndStep.tsx';
import { FactsStep } from './FactsStep.tsx';
import { LeftStep } from './LeftStep.tsx';
import { MoveStep } from './MoveStep.tsx';
import type { Bar, WardPlace } from './timeline.ts';
import { useBarWords } from './use-bar-words.ts';
import type { WardActs } from './use-ward-acts.ts';

const STEPS: Readonly<Record<CardStep, (parts: CardParts) => JSX.Element | null>> = {
  acts: BedActs,
  end: EndStep,
  left: LeftStep,
  move: MoveStep,
  close: CloseStep,
  facts: FactsStep,
};

/** Each step begins at its first choice, so that it can be done without a mouse. */
const useFirstChoice = (step: CardStep): RefObject<HTMLDivElement | null> => {
  const inside = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another step is another first choice
  useEffect(() => {
    const first = inside.current?.querySelector<HTMLElement>('button, input');
    first?.setAttribute('data-autofocus', '');
    first?.focus();
  }, [step]);
  return inside;
};

/** What can be done with a bed and who is in it, with the step behind each act in the same place. */
export const BedCard = ({
  bed,
  bar,
  ward,
  step,
  acts,
  onStep,
  onClose,
}: {
  bed: WardPlace;
  bar: Bar;
  ward: Ward;
  step: CardStep;
  acts: WardActs;
  onStep: (step: CardStep) => void;
  onClose: () => void;
}): JSX.Element => {
  const t = useText('ward');
  const words = useBarWords();
  const now = useNow('minute');
  useFocusBack();
  const inside = useFirstChoice(step);
  const Step = STEPS[step];
  const onDone = (act: Promise<boolean>): void =>
    void act.then((done) => {
      if (done) onClose();
    });
  return (
    <div className={styles.card}>
      <div className={styles.head}>
        <StateMark state={bed.state} size={16} />
        <div>
          <h2>{t('card.title', { code: bed.code })}</h2>
          <p>{words(bar, now)}</p>
        </div>
        <CloseButton label={t('card.close')} onPress={onClose} className={styles.close} />
      </div>
      {acts.problem !== null && (
        <div className={styles.problem}>
          <ProblemNotice problem={acts.problem} kind="conflict" />
        </div>
      )}
      <div ref={inside}>
        <Step bed={bed} bar={bar} ward={ward} acts={acts} onStep={onStep} onDone={onDone} />
      </div>
    </div>
  );
};
