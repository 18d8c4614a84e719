import { type JSX, useState } from 'react';
import { HOUR, MINUTE } from '#kernel/interval.ts';
import { useNow } from '#web/api/clock.ts';
import { Age } from '#web/design/Age.tsx';
import { BedRow } from '#web/design/BedRow.tsx';
import { Button } from '#web/design/Button.tsx';
import { ClockRing } from '#web/design/ClockRing.tsx';
import { Gauge, GaugeWord } from '#web/design/Gauge.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { Steps } from '#web/design/Steps.tsx';
import { Strip } from '#web/design/Strip.tsx';
import { Sum, type SumFacts } from '#web/design/Sum.tsx';
import { SumPopover } from '#web/design/SumPopover.tsx';
import { WhyButton } from '#web/design/WhyButton.tsx';
import { useText } from '#web/i18n/texts.ts';
import styles from './GalleryPage.module.css';

/** Strips with much, little and no time left. */
export const Strips = (): JSX.Element => {
  const t = useText('gallery');
  const now = useNow('minute');
  const [chosen, setChosen] = useState('reo');
  const strips = [
    { id: 'urgent', due: now + 6 * MINUTE, since: now - 39 * MINUTE, icon: 'message-circle-question-mark' },
    { id: 'reo', due: now + 14 * MINUTE, since: now - 16 * MINUTE, state: 'held' },
    { id: 'long', due: now + 72 * MINUTE, since: now - 10 * MINUTE, icon: 'circle-dashed' },
    { id: 'over', due: now - 12 * MINUTE, since: now - 60 * MINUTE, state: 'unknown' },
  ] as const;
  return (
    <Panel title={t('strip.title')}>
      <div className={styles.stack}>
        {strips.map(({ id, ...clock }) => (
          <Strip
            key={id}
            chosen={chosen === id}
            onOpen={() => setChosen(id)}
            facts={{
              ...clock,
              title: t(`strip.${id}Who`),
              product: t(`strip.${id}What`),
              second: t(`strip.${id}Second`),
              step: t(`strip.${id}Step`),
            }}
          />
        ))}
      </div>
    </Panel>
  );
};

const useSample = (): SumFacts => {
  const t = useText('gallery');
  const now = useNow('minute');
  return {
    title: t('sum.question'),
    about: t('sum.about'),
    total: { label: t('sum.total'), count: 20 },
    lines: [
      { state: 'closed', label: t('sum.closed'), count: 1 },
      { state: 'occupied', label: t('sum.occupied'), count: 13 },
      { state: 'soon', label: t('sum.soon'), count: 2 },
      { state: 'held', label: t('sum.held'), count: 2 },
    ],
    result: { state: 'free', label: t('sum.result'), count: 2 },
    source: <Age asOf={now - MINUTE} source="work" sourceWord />,
  };
};

/** The sum, open and as a popover; a row of beds longer than twenty. */
export const Sums = (): JSX.Element => {
  const t = useText('gallery');
  const facts = useSample();
  const [opened, setOpened] = useState(false);
  return (
    <Panel title={t('sum.title')}>
      <div className={styles.stack}>
        <div className={styles.float}>
          <Sum facts={facts}>
            <Button look="primary" size="small">
              {t('sum.beds')}
            </Button>
            <Button size="small">{t('sum.wrong')}</Button>
          </Sum>
        </div>
        <div className={styles.row}>
          <SumPopover facts={facts} opened={opened} onChange={setOpened}>
            <WhyButton about={facts.about} opened={opened} onPress={() => setOpened(!opened)} />
          </SumPopover>
          <BedRow counts={{ free: 2, soon: 2, held: 2, occupied: 17, closed: 1 }} />
        </div>
      </div>
    </Panel>
  );
};

/** Steps down and across, the clock on a phone, the gauges of pressure. */
export const Ladder = (): JSX.Element => {
  const t = useText('gallery');
  const now = useNow('minute');
  const busy = { value: 24, low: 9, high: 20, max: 28 };
  const calm = { value: 4, low: 6, high: 12, max: 20 };
  return (
    <Panel title={t('steps.title')}>
      <div className={styles.stack}>
        <Steps
          across
          label={t('steps.across')}
          steps={[
            { title: t('steps.now'), line: t('steps.nowLine'), phase: 'now' },
            { title: t('steps.held'), line: t('steps.heldLine'), phase: 'todo' },
            { title: t('steps.answer'), line: t('steps.answerLine'), phase: 'todo' },
          ]}
        />
        <div className={styles.row}>
          <ClockRing since={now - 17 * MINUTE} due={now + 28 * MINUTE} />
          <Steps
            label={t('steps.down')}
            steps={[
              { title: t('steps.sent'), line: t('steps.sentLine'), time: t('steps.sentTime'), phase: 'done' },
              { title: t('steps.wait'), line: t('steps.waitLine'), phase: 'now' },
              { title: t('steps.yes'), line: t('steps.yesLine'), phase: 'todo' },
            ]}
          />
        </div>
        <div>
          <GaugeWord facts={busy} />
          <Gauge facts={busy} />
        </div>
        <div>
          <GaugeWord facts={calm} />
          <Gauge facts={calm} />
        </div>
        <Age asOf={now - 2 * HOUR} source="phone" brief />
      </div>
    </Panel>
  );
};
