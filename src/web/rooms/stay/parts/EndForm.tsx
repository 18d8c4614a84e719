import { type JSX, useState } from 'react';
import { instantOf, isoFromInstant, localDay, localTime } from '#kernel/calendar.ts';
import type { StayView } from '#modules/stay/contract.ts';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { useText } from '#web/i18n/texts.ts';
import { momentTyped, typedMoment } from '#web/i18n/typed-moment.ts';
import { useStayWords } from '#web/rooms/stay/use-stay-words.ts';
import { PartForm } from './PartForm.tsx';
import styles from './parts.module.css';
import type { StayActs, StayForm } from './use-stay-acts.ts';

type Role = 'elderly-doctor' | 'gp';

interface Decision {
  readonly reason: string;
  readonly decidedBy: string;
  readonly role: Role;
}

/** Longer than the pathway allows is a decision: which doctor, and why. */
const DecisionFields = ({
  stay,
  acts,
  decision,
  onChange,
}: {
  stay: StayView;
  acts: StayActs;
  decision: Decision;
  onChange: (decision: Decision) => void;
}): JSX.Element => {
  const t = useText('stay');
  const words = useStayWords();
  const roles = (['elderly-doctor', 'gp'] as const).filter((role) => stay.roles.includes(role));
  return (
    <fieldset className={styles.decision}>
      <legend>{t('length.beyond', { day: words.day(stay.lastDay) })}</legend>
      <TextField
        label={t('length.reason')}
        maxLength={500}
        autoComplete="off"
        value={decision.reason}
        error={acts.wrong('reason')}
        onChange={(event) => onChange({ ...decision, reason: event.currentTarget.value })}
      />
      <div className={styles.fields}>
        <TextField
          label={t('length.decidedBy')}
          maxLength={100}
          autoComplete="off"
          value={decision.decidedBy}
          error={acts.wrong('decidedBy')}
          onChange={(event) => onChange({ ...decision, decidedBy: event.currentTarget.value })}
        />
        <div>
          <p className={styles.label}>{t('length.role')}</p>
          <ChipToggles<Role>
            label={t('length.role')}
            one
            chips={roles.map((value) => ({ value, label: t(`role.${value}`) }))}
            values={[decision.role]}
            onChange={([role = decision.role]) => onChange({ ...decision, role })}
          />
        </div>
      </div>
    </fieldset>
  );
};

const useEnd = (stay: StayView) => {
  const { zone } = stay;
  const start = Date.parse(stay.expectedEnd ?? `${stay.lastDay}T10:30:00Z`);
  const [first, setFirst] = useState(typedMoment(start, zone));
  const [uncertain, setUncertain] = useState(stay.latestEnd !== null);
  const [last, setLast] = useState(stay.latestEnd === null ? '' : localDay(Date.parse(stay.latestEnd), zone));
  const [decision, setDecision] = useState<Decision>({
    reason: '',
    decidedBy: '',
    role: stay.roles.includes('elderly-doctor') ? 'elderly-doctor' : 'gp',
  });
  const until = momentTyped(first, zone);
  const latest =
    uncertain && last !== '' && until !== null ? instantOf(last, localTime(until, zone).minutes, zone) : null;
  const day = until === null ? null : localDay(Math.max(until, latest ?? until), zone);
  const beyond = day !== null && day > stay.lastDay;
  return {
    ...{ until, latest, day, beyond, first, setFirst, uncertain, setUncertain, last, setLast },
    ...{ decision, setDecision },
  };
};

const useSend = (stay: StayView, acts: StayActs, end: ReturnType<typeof useEnd>) => {
  const t = useText('stay');
  const words = useStayWords();
  return (): Promise<boolean> => {
    if (end.until === null || end.day === null) return Promise.resolve(false);
    const done = t('length.done', { day: words.day(localDay(end.until, stay.zone)) });
    if (end.beyond)
      return acts.act({ path: 'extension', body: { untilDay: end.day, ...end.decision }, done });
    const before = { until: stay.expectedEnd, latest: stay.latestEnd };
    return acts.act({
      path: 'expected-end',
      body: {
        until: isoFromInstant(end.until),
        latest: end.latest === null ? null : isoFromInstant(end.latest),
      },
      ...(stay.claim === null ? {} : { version: stay.claim.version }),
      done,
      undo: ({ claim }) => {
        // Back to a later end could take a bed that was given away meanwhile: the server says so then.
        if (claim === null || before.until === null) return null;
        return { path: 'expected-end', body: before, version: claim.version };
      },
    });
  };
};

/** When somebody is expected to leave. Beyond the last day of the pathway it is a decision: who, and why. */
export const EndForm = ({ stay, acts, onDone }: StayForm): JSX.Element => {
  const t = useText('stay');
  const end = useEnd(stay);
  const send = useSend(stay, acts, end);
  const [asked, setAsked] = useState(false);
  const missing = asked && end.until === null ? t('form.moment') : null;
  return (
    <PartForm
      acts={acts}
      act={t(end.beyond ? 'length.decide' : 'form.keep')}
      onSend={() => {
        setAsked(true);
        void send().then((done) => {
          if (done) onDone();
        });
      }}
      onStop={onDone}
    >
      <div className={styles.fields}>
        <TextField
          label={t('length.when')}
          type="datetime-local"
          value={end.first}
          error={missing ?? acts.wrong('until')}
          onChange={(event) => end.setFirst(event.currentTarget.value)}
        />
        {end.uncertain && (
          <TextField
            label={t('length.latest')}
            type="date"
            value={end.last}
            error={acts.wrong('latest')}
            onChange={(event) => end.setLast(event.currentTarget.value)}
          />
        )}
      </div>
      <ChipToggles
        label={t('length.certainty')}
        chips={[{ value: 'uncertain', label: t('length.uncertain'), icon: 'circle-question-mark' }]}
        values={end.uncertain ? ['uncertain'] : []}
        onChange={(values) => end.setUncertain(values.length > 0)}
      />
      {end.beyond && (
        <DecisionFields stay={stay} acts={acts} decision={end.decision} onChange={end.setDecision} />
      )}
    </PartForm>
  );
};
