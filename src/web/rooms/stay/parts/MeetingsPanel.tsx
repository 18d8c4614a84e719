import { type JSX, useState } from 'react';
import { localDay } from '#kernel/calendar.ts';
import { DAY } from '#kernel/interval.ts';
import type { StayView } from '#modules/stay/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { Button } from '#web/design/Button.tsx';
import { cx } from '#web/design/cx.ts';
import { Icon } from '#web/design/Icon.tsx';
import { capital } from '#web/i18n/capital.ts';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { useStayWords } from '#web/rooms/stay/use-stay-words.ts';
import { useKeys } from '#web/shell/acts.ts';
import { HoldForm } from './HoldForm.tsx';
import { MomentForm } from './MomentForm.tsx';
import styles from './parts.module.css';
import { ReasonForm } from './ReasonForm.tsx';
import { StayPanel } from './StayPanel.tsx';
import { type StayActs, useStayActs } from './use-stay-acts.ts';

type Meeting = StayView['meetings'][number];
type Step = 'hold' | 'plan' | 'cancel';

const Outcome = ({ meeting }: { meeting: Meeting }): JSX.Element => {
  const t = useText('stay');
  const words = useStayWords();
  const lines: readonly (readonly [string, string])[] = [
    [t('meetings.present'), meeting.present.join(', ')],
    [t('meetings.departure'), meeting.departureDay === null ? '' : words.day(meeting.departureDay)],
    [t('meetings.care'), meeting.care],
    [t('meetings.treatment'), meeting.treatment],
    [t('meetings.agreed'), meeting.agreed],
  ];
  return (
    <dl className={styles.facts}>
      {lines
        .filter(([, said]) => said !== '')
        .map(([word, said]) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd>{said}</dd>
          </div>
        ))}
    </dl>
  );
};

const StepForm = ({
  step,
  meeting,
  stay,
  acts,
  onDone,
}: {
  step: Step;
  meeting: Meeting;
  stay: StayView;
  acts: StayActs;
  onDone: () => void;
}): JSX.Element => {
  const t = useText('stay');
  const { id, version } = meeting;
  if (step === 'hold') return <HoldForm stay={stay} meeting={meeting} acts={acts} onDone={onDone} />;
  if (step === 'plan') {
    return (
      <MomentForm
        acts={acts}
        zone={stay.zone}
        start={Date.parse(meeting.plannedAt)}
        label={t('meetings.when')}
        act={t('meetings.move')}
        path="plannedAt"
        send={(plannedAt) =>
          acts.act({
            path: `meetings/${id}/plan`,
            body: { plannedAt },
            version,
            done: t('meetings.moved'),
            undo: ({ meetings }) => {
              const after = meetings.find((each) => each.id === id);
              const back = { path: `meetings/${id}/plan`, body: { plannedAt: meeting.plannedAt } };
              return after === undefined ? null : { ...back, version: after.version };
            },
          })
        }
        onDone={onDone}
      />
    );
  }
  return (
    <ReasonForm
      acts={acts}
      label={t('meetings.why')}
      act={t('meetings.cancel')}
      send={(reason) =>
        acts.act({
          path: `meetings/${id}/cancel`,
          body: { reason },
          version,
          done: t('meetings.cancelledDone'),
        })
      }
      onDone={onDone}
    />
  );
};

const Planned = ({
  meeting,
  stay,
  onStep,
}: {
  meeting: Meeting;
  stay: StayView;
  onStep: (step: Step) => void;
}): JSX.Element => {
  const t = useText('stay');
  const words = useStayWords();
  const now = useNow('minute');
  const keeps = stay.own && stay.endedAt === null;
  const isToday = localDay(Date.parse(meeting.plannedAt), stay.zone) <= localDay(now, stay.zone);
  return (
    <div className={cx(styles.line, styles.wide, isToday && styles.due)}>
      <span className={styles.what}>
        <b>{capital(words.meets({ kind: meeting.kind, at: meeting.plannedAt }, now))}</b>
        <span>{t(meeting.kind === 'extra' ? 'meetings.byYou' : 'meetings.byItself')}</span>
      </span>
      {keeps && (
        <span className={styles.acts}>
          <Button
            size="small"
            look={isToday ? 'primary' : 'secondary'}
            icon="check"
            onPress={() => onStep('hold')}
          >
            {t('meetings.hold')}
          </Button>
          <Button size="small" look="quiet" onPress={() => onStep('plan')}>
            {t('meetings.move')}
          </Button>
          <Button size="small" look="quiet" onPress={() => onStep('cancel')}>
            {t('meetings.cancel')}
          </Button>
        </span>
      )}
    </div>
  );
};

const Past = ({ meeting }: { meeting: Meeting }): JSX.Element => {
  const t = useText('stay');
  const format = useFormat();
  const day = format.day(Date.parse(meeting.heldAt ?? meeting.plannedAt));
  const kind = capital(t(`meeting.${meeting.kind}`));
  if (meeting.cancelled !== null) {
    return (
      <div className={cx(styles.line, styles.wide)}>
        <span className={styles.what}>
          <span>{t('meetings.cancelledOn', { kind, day, why: meeting.cancelled })}</span>
        </span>
      </div>
    );
  }
  return (
    <div className={styles.past}>
      <p>
        <Icon name="check" size={15} />
        <b>{t('meetings.heldOn', { kind, day })}</b>
        {meeting.byName !== null && <span>{t('meetings.by', { name: meeting.byName })}</span>}
      </p>
      <Outcome meeting={meeting} />
    </div>
  );
};

/** The talks of a stay: planned by themselves, and what came out of them. */
export const MeetingsPanel = ({ stay }: { stay: StayView }): JSX.Element => {
  const t = useText('stay');
  const now = useNow('minute');
  const acts = useStayActs(stay.id);
  const [open, setOpen] = useState<{ readonly id: string; readonly step: Step } | null>(null);
  const keeps = stay.own && stay.endedAt === null;
  const go = (next: { readonly id: string; readonly step: Step } | null): void => {
    acts.forget();
    setOpen(next);
  };
  const first = stay.meetings.find(({ heldAt, cancelled }) => heldAt === null && cancelled === null);
  useKeys(
    keeps && first !== undefined
      ? [{ keys: ['o'], does: t('meetings.hold'), run: () => go({ id: first.id, step: 'hold' }) }]
      : [],
  );
  return (
    <StayPanel
      title={t('meetings.title')}
      action={
        keeps &&
        open?.id !== 'new' && (
          <Button size="small" icon="plus" onPress={() => go({ id: 'new', step: 'plan' })}>
            {t('meetings.plan')}
          </Button>
        )
      }
    >
      {open?.id === 'new' && (
        <MomentForm
          acts={acts}
          zone={stay.zone}
          start={now + DAY}
          label={t('meetings.when')}
          act={t('meetings.plan')}
          path="plannedAt"
          send={(plannedAt) =>
            acts.act({ path: 'meetings', body: { plannedAt }, done: t('meetings.planned') })
          }
          onDone={() => go(null)}
        />
      )}
      {stay.meetings.length === 0 && open === null && <p className={styles.quiet}>{t('meetings.none')}</p>}
      <ul>
        {stay.meetings.map((meeting) => (
          <li key={meeting.id}>
            {meeting.heldAt === null && meeting.cancelled === null ? (
              <Planned meeting={meeting} stay={stay} onStep={(step) => go({ id: meeting.id, step })} />
            ) : (
              <Past meeting={meeting} />
            )}
            {open?.id === meeting.id && (
              <StepForm step={open.step} meeting={meeting} stay={stay} acts={acts} onDone={() => go(null)} />
            )}
          </li>
        ))}
      </ul>
    </StayPanel>
  );
};
