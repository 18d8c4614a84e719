import { type JSX, useState } from 'react';
import { daysBetween } from '#kernel/calendar.ts';
import type { StayView } from '#modules/stay/contract.ts';
import { Button } from '#web/design/Button.tsx';
import { cx } from '#web/design/cx.ts';
import { Icon } from '#web/design/Icon.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { useStayWords } from '#web/rooms/stay/use-stay-words.ts';
import { useKeys } from '#web/shell/acts.ts';
import { BarrierForm } from './BarrierForm.tsx';
import styles from './parts.module.css';
import { StayPanel } from './StayPanel.tsx';
import { type StayActs, useStayActs } from './use-stay-acts.ts';
import { useToday } from './use-today.ts';

type Barrier = StayView['barriers'][number];

/** In the way again, and by when: the day it had, or today when that is over. */
const again = (barrier: Barrier, today: string): { due: string } => ({
  due: barrier.due < today ? today : barrier.due,
});

const useSolve = (stay: StayView, acts: StayActs): ((barrier: Barrier) => void) => {
  const t = useText('stay');
  const words = useStayWords();
  const today = useToday(stay.zone);
  return (barrier) =>
    void acts.act({
      path: `barriers/${barrier.id}/solve`,
      body: {},
      version: barrier.version,
      done: t('barriers.solved', { what: words.barrier(barrier) }),
      undo: ({ barriers }) => {
        const after = barriers.find(({ id }) => id === barrier.id);
        if (after === undefined) return null;
        return { path: `barriers/${barrier.id}/reopen`, body: again(barrier, today), version: after.version };
      },
    });
};

const Due = ({ barrier, today }: { barrier: Barrier; today: string }): JSX.Element => {
  const t = useText('stay');
  const words = useStayWords();
  if (!barrier.late)
    return <span className={styles.due}>{t('barriers.by', { day: words.day(barrier.due) })}</span>;
  return (
    <span className={cx(styles.due, styles.late)}>
      <Icon name="triangle-alert" size={14} />
      {t('barriers.late', { count: daysBetween(barrier.due, today) })}
    </span>
  );
};

const Open = ({
  barrier,
  stay,
  acts,
  onChange,
}: {
  barrier: Barrier;
  stay: StayView;
  acts: StayActs;
  onChange: () => void;
}): JSX.Element => {
  const t = useText('stay');
  const words = useStayWords();
  const today = useToday(stay.zone);
  const solve = useSolve(stay, acts);
  const what = words.barrier(barrier);
  const kind = t(`barrier.${barrier.code}`);
  return (
    <li className={cx(styles.line, barrier.late && styles.lateLine)}>
      <span className={styles.what}>
        <b>{what}</b>
        <span>{barrier.note !== '' && barrier.note !== what ? barrier.note : what === kind ? '' : kind}</span>
      </span>
      <span className={styles.what}>
        <span className={styles.ink}>{words.owner(barrier)}</span>
        <span>{t('barriers.since', { day: words.day(barrier.since) })}</span>
      </span>
      <Due barrier={barrier} today={today} />
      {stay.own && stay.endedAt === null && (
        <span className={styles.acts}>
          <Button
            size="small"
            icon="check"
            label={t('barriers.solveThis', { what })}
            onPress={() => solve(barrier)}
          >
            {t('barriers.solve')}
          </Button>
          <Button
            size="small"
            look="quiet"
            icon="pencil"
            label={t('barriers.changeThis', { what })}
            onPress={onChange}
          >
            {t('form.change')}
          </Button>
        </span>
      )}
    </li>
  );
};

const Solved = ({ barriers }: { barriers: readonly Barrier[] }): JSX.Element => {
  const t = useText('stay');
  const words = useStayWords();
  return (
    <details className={styles.folded}>
      <summary>{t('barriers.solvedCount', { count: barriers.length })}</summary>
      <ul>
        {barriers.map((barrier) => (
          <li key={barrier.id}>
            {t('barriers.solvedOn', {
              what: words.barrier(barrier),
              day: words.day(barrier.solvedDay ?? barrier.due),
            })}
          </li>
        ))}
      </ul>
    </details>
  );
};

/** What stands between somebody and home: who works on it, by when, and what is already out of the way. */
export const BarriersPanel = ({ stay }: { stay: StayView }): JSX.Element => {
  const t = useText('stay');
  const acts = useStayActs(stay.id);
  const [writing, setWriting] = useState<string | null>(null);
  const keeps = stay.own && stay.endedAt === null;
  const open = stay.barriers.filter(({ solvedDay }) => solvedDay === null);
  const solved = stay.barriers.filter(({ solvedDay }) => solvedDay !== null);
  const late = open.filter((barrier) => barrier.late).length;
  const write = (which: string | null): void => {
    acts.forget();
    setWriting(which);
  };
  useKeys(keeps ? [{ keys: ['h'], does: t('barriers.addLong'), run: () => write('new') }] : []);
  return (
    <StayPanel
      title={t('barriers.title')}
      beside={late > 0 && <span className={styles.late}>{t('barriers.lateCount', { count: late })}</span>}
      action={
        keeps &&
        writing !== 'new' && (
          <Button size="small" icon="plus" keys={['H']} onPress={() => write('new')}>
            {t('barriers.add')}
          </Button>
        )
      }
    >
      {writing === 'new' && <BarrierForm stay={stay} barrier={null} acts={acts} onDone={() => write(null)} />}
      {writing === null && acts.problem !== null && (
        <div className={styles.told}>
          <Refused problem={acts.problem} />
        </div>
      )}
      {open.length === 0 && writing === null && <p className={styles.quiet}>{t('barriers.none')}</p>}
      {open.length > 0 && (
        <ul>
          {open.map((barrier) =>
            writing === barrier.id ? (
              <li key={barrier.id}>
                <BarrierForm stay={stay} barrier={barrier} acts={acts} onDone={() => write(null)} />
              </li>
            ) : (
              <Open
                key={barrier.id}
                barrier={barrier}
                stay={stay}
                acts={acts}
                onChange={() => write(barrier.id)}
              />
            ),
          )}
        </ul>
      )}
      {solved.length > 0 && <Solved barriers={solved} />}
    </StayPanel>
  );
};
