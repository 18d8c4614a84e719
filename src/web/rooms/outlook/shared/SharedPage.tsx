import { type JSX, useEffect, useState } from 'react';
import type { SharedScenario } from '#modules/outlook/contract.ts';
import type { Levers, PartyRow } from '#planning/whatif/types.ts';
import { call } from '#web/api/call.ts';
import { Problem } from '#web/api/problem.ts';
import { Button } from '#web/design/Button.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { ProblemNotice } from '#web/design/ProblemNotice.tsx';
import { Skeleton } from '#web/design/Skeleton.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { Conclusion } from '#web/rooms/outlook/parties/Conclusion.tsx';
import { PartyTable } from '#web/rooms/outlook/parties/PartyTable.tsx';
import { OwnFrame } from '#web/rooms/people/own/OwnFrame.tsx';
import { takeToken } from '#web/rooms/people/own/take-token.ts';
import styles from './Shared.module.css';
import { useTurnedWords } from './use-turned-words.ts';

/** What was turned, and what came out, as it stood when it was kept. */
const Shown = ({ scenario }: { scenario: SharedScenario }): JSX.Element => {
  const t = useText('outlook');
  const format = useFormat();
  const rows = scenario.rows as PartyRow[];
  const turned = useTurnedWords(scenario.levers as Levers, scenario.turned);
  return (
    <>
      <div className={styles.head}>
        <h1>{scenario.name}</h1>
        <p>
          {t('shared.line', {
            made: format.day(Date.parse(scenario.madeAt)),
            until: format.day(Date.parse(scenario.sharedUntil)),
          })}
        </p>
      </div>
      <section className={styles.sheet} aria-labelledby="turned-title">
        <h2 id="turned-title">{t('shared.turned')}</h2>
        <ul>
          {turned.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      <Conclusion rows={rows} years={scenario.years} />
      <div className={styles.table}>
        <PartyTable rows={rows} isTurned />
      </div>
      <p className={styles.foot}>{t('party.foot')}</p>
      <div className={styles.acts}>
        <Button icon="printer" onPress={() => window.print()}>
          {t('print')}
        </Button>
      </div>
    </>
  );
};

/** Behind the link of a scenario: read-only, without an account. */
export const SharedPage = (): JSX.Element => {
  const t = useText('outlook');
  const [token] = useState(takeToken);
  const [scenario, setScenario] = useState<SharedScenario | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    document.title = t('shared.title');
    if (token === null) return;
    setProblem(null);
    call<SharedScenario>('POST', '/api/v1/outlook/shared', { token }).then(setScenario, (fault: unknown) => {
      if (!(fault instanceof Problem)) throw fault;
      setProblem(fault);
    });
    // Asked again when the reader says so.
    void tries;
  }, [t, token, tries]);
  return (
    <OwnFrame name={t('shared.name')} phone={null} tab={null} onTab={() => undefined}>
      <div className={styles.page}>
        {token === null && <Notice kind="empty" icon="link" title={t('shared.noLink')} />}
        <ProblemNotice problem={problem} onAgain={() => setTries(tries + 1)} />
        {token !== null && problem === null && scenario === null && <Skeleton grid="1fr 1fr" rows={8} />}
        {scenario !== null && <Shown scenario={scenario} />}
      </div>
    </OwnFrame>
  );
};
