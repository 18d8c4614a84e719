import { type JSX, useId, useState } from 'react';
import type { CaseView } from '#modules/cases/contract.ts';
import { CASE_OUTCOMES, type CaseOutcome } from '#modules/cases/types.ts';
import { Button } from '#web/design/Button.tsx';
import { ChoiceCards } from '#web/design/ChoiceCards.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { TextArea } from '#web/design/TextArea.tsx';
import { useFocusBack } from '#web/design/use-focus-back.ts';
import { useText } from '#web/i18n/texts.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import styles from './Case.module.css';
import { useCaseAct } from './use-case-act.ts';

const EndForm = ({ of, onStop }: { of: CaseView; onStop: () => void }): JSX.Element => {
  const t = useText('cases');
  const [how, what] = [useId(), useId()];
  const { act, blocked } = useCaseAct(of.id);
  const [outcome, setOutcome] = useState<CaseOutcome | null>(null);
  const [learned, setLearned] = useState('');
  useFocusBack();
  const ready = outcome !== null && learned.trim().length > 2 && !blocked;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!ready || act.isPending) return;
        act.mutate({ path: 'end', body: { outcome, learned: learned.trim() }, done: t('ended.title') });
      }}
    >
      <h3 id={how}>{t('end.outcome')}</h3>
      <ChoiceCards<CaseOutcome>
        labelledBy={how}
        choices={CASE_OUTCOMES.map((value) => ({ value, title: t(`outcome.${value}`) }))}
        value={outcome}
        onChange={setOutcome}
      />
      <h3 id={what}>{t('end.learned')}</h3>
      <TextArea
        labelledBy={what}
        hint={t('end.learnedHint')}
        rows={3}
        maxLength={2000}
        value={learned}
        onChange={(event) => setLearned(event.currentTarget.value)}
      />
      <Refused problem={act.error} />
      <div className={styles.acts}>
        <Button submit look="primary" busy={act.isPending} blocked={!ready}>
          {t('end.do')}
        </Button>
        <Button look="quiet" onPress={onStop}>
          {t('open.stop')}
        </Button>
      </div>
    </form>
  );
};

/** Ends the case: how it went and what was learned. What is still open is said first. */
export const EndCase = ({ of }: { of: CaseView }): JSX.Element => {
  const t = useText('cases');
  const [ending, setEnding] = useState(false);
  const open = of.plan?.actions.filter(({ state }) => state === 'open').length ?? 0;
  return (
    <Panel title={t('end.title')}>
      <p className={styles.aside}>{open === 0 ? t('end.line') : t('end.open', { count: open })}</p>
      {ending ? (
        <EndForm of={of} onStop={() => setEnding(false)} />
      ) : (
        <div className={styles.form}>
          <div>
            <Button blocked={open > 0} onPress={() => setEnding(open === 0)}>
              {t('end.begin')}
            </Button>
          </div>
        </div>
      )}
    </Panel>
  );
};
