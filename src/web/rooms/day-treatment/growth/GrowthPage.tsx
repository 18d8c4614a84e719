import type { JSX } from 'react';
import type { DayRoom } from '#modules/day-treatment/contract.ts';
import { Age } from '#web/design/Age.tsx';
import { Button } from '#web/design/Button.tsx';
import { cx } from '#web/design/cx.ts';
import { Notice } from '#web/design/Notice.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { ProblemNotice } from '#web/design/ProblemNotice.tsx';
import { useText } from '#web/i18n/texts.ts';
import { RoomLink } from '#web/rooms/day-treatment/parts/RoomTabs.tsx';
import { WithRoom } from '#web/rooms/day-treatment/parts/WithRoom.tsx';
import { usePrint } from '#web/shell/print.ts';
import { Screen } from '#web/shell/Screen.tsx';
import { Demand } from './Demand.tsx';
import styles from './Growth.module.css';
import { Levers } from './Levers.tsx';
import { Outcome } from './Outcome.tsx';
import { PeopleBars } from './PeopleBars.tsx';
import { type Growth, useGrowth } from './use-growth.ts';
import { useGrowthWords } from './use-growth-words.ts';

/** What is not in the sums, so that nobody takes them for a promise. */
const LEFT_OUT = ['holidays', 'sickness', 'noShows', 'closing', 'money'] as const;

const LeftOut = (): JSX.Element => {
  const t = useText('day-growth');
  return (
    <Panel title={t('leftOut.title')}>
      <ul className={styles.leftOut}>
        {LEFT_OUT.map((what) => (
          <li key={what}>{t(`leftOut.${what}`)}</li>
        ))}
      </ul>
    </Panel>
  );
};

/** The button, that it is busy, and that the answer below is still of the question before. */
const Reckon = ({ growth }: { growth: Growth }): JSX.Element => {
  const t = useText('day-growth');
  const print = usePrint();
  const { demand } = growth.draft;
  const nobody =
    demand === null ? growth.problem?.code === 'growth-nothing' : demand.every(({ people }) => people === 0);
  return (
    <div className={styles.reckon}>
      <Button look="primary" size="large" busy={growth.busy} blocked={nobody} onPress={growth.reckon}>
        {t(growth.busy ? 'reckoning' : 'reckon')}
      </Button>
      {growth.answer !== null && (
        <Button size="large" icon="printer" onPress={() => void print()}>
          {t('print')}
        </Button>
      )}
      <p role="status">
        {growth.busy && t('busyLine')}
        {!growth.busy && nobody && t('nobodyLine')}
        {!growth.busy && !nobody && growth.changed && growth.answer !== null && t('changedLine')}
      </p>
    </div>
  );
};

const Answered = ({ growth }: { growth: Growth }): JSX.Element | null => {
  const t = useText('day-growth');
  const words = useGrowthWords();
  const { answer, asked } = growth;
  if (answer === null) return null;
  return (
    <section aria-label={t('answer')} className={styles.answer}>
      <div className={styles.conclusion}>
        <p>{words.conclusion(answer, asked)}</p>
        <Age asOf={Date.parse(answer.asOf)} source="work" sourceWord />
      </div>
      <Outcome answer={answer} />
      <div className={styles.beside}>
        <PeopleBars answer={answer} />
        <LeftOut />
      </div>
    </section>
  );
};

const NothingYet = ({ unitId }: { unitId: string }): JSX.Element => {
  const t = useText('day-growth');
  return (
    <Notice
      kind="empty"
      icon="trending-up"
      title={t('empty.title')}
      actions={
        <RoomLink tab="room" unitId={unitId} className={styles.link}>
          {t('empty.room')}
        </RoomLink>
      }
      announce
    >
      {t('empty.line')}
    </Notice>
  );
};

const RoomGrowth = ({ room, tabs }: { room: DayRoom; tabs: JSX.Element }): JSX.Element => {
  const t = useText('day-growth');
  const growth = useGrowth(room.unit.id);
  const nothing = growth.problem?.code === 'growth-nothing';
  return (
    <Screen title={t('page.title', { site: room.site })} line={t('page.line')}>
      {tabs}
      <div className={styles.page}>
        <p className={cx('paper-only', styles.onPaper)}>{t('page.title', { site: room.site })}</p>
        {nothing && growth.answer === null && <NothingYet unitId={room.unit.id} />}
        {!(nothing && growth.answer === null) && (
          <ProblemNotice problem={growth.problem} onAgain={growth.again} />
        )}
        {growth.answer !== null && <Levers growth={growth} answer={growth.answer} />}
        {(growth.answer !== null || nothing || growth.draft.demand !== null) && (
          <Demand key={String(nothing)} growth={growth} open={nothing} />
        )}
        {(growth.answer !== null || growth.problem === null || growth.draft.demand !== null || nothing) && (
          <Reckon growth={growth} />
        )}
        <Answered growth={growth} />
      </div>
    </Screen>
  );
};

/** What a year with more half-days, chairs or nurses comes to, beside a year like today. */
export const GrowthPage = (): JSX.Element => (
  <WithRoom tab="growth">
    {(room, tabs) => <RoomGrowth key={room.unit.id} room={room} tabs={tabs} />}
  </WithRoom>
);
