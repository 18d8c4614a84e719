import { type JSX, useState } from 'react';
import { HOUR, type Instant } from '#kernel/interval.ts';
import { type LoadKind, STOP_REASONS, type StopReason } from '#modules/capacity/types.ts';
import { useNow } from '#web/api/clock.ts';
import { Button } from '#web/design/Button.tsx';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { ProblemNotice } from '#web/design/ProblemNotice.tsx';
import { StateMark } from '#web/design/StateMark.tsx';
import { capital } from '#web/i18n/capital.ts';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { useTold } from '#web/rooms/capacity/use-told.ts';
import styles from './Hospital.module.css';
import type { Told } from './told.ts';

const HOURS = ['1', '2', '4', '8'] as const;

/** For how long, then why; pressing the reason tells it. */
const Ask = ({
  busy,
  onStop,
}: {
  busy: boolean;
  onStop: (reason: StopReason, until: Instant) => void;
}): JSX.Element => {
  const t = useText('hospital');
  const format = useFormat();
  const now = useNow('minute');
  const [hours, setHours] = useState<(typeof HOURS)[number]>('2');
  const until = now + Number(hours) * HOUR;
  return (
    <div className={styles.ask}>
      <ChipToggles
        label={t('stop.howLong')}
        one
        shape="box"
        chips={HOURS.map((value) => ({ value, label: t('stop.hours', { hours: value }) }))}
        values={[hours]}
        onChange={([next]) => setHours(next ?? '2')}
      />
      <p className={styles.what}>{t('stop.why', { clock: format.moment(until, now) })}</p>
      <div className={styles.choices}>
        {STOP_REASONS.map((reason) => (
          <Button key={reason} busy={busy} onPress={() => onStop(reason, until)}>
            {capital(t(`reason.${reason}`))}
          </Button>
        ))}
      </div>
    </div>
  );
};

/** Open or stopped: a stop with its reason and expected end, and one press to take people in again. */
export const StopPart = ({
  siteId,
  kind,
  stop,
}: {
  siteId: string;
  kind: LoadKind;
  stop: Told['stop'];
}): JSX.Element => {
  const t = useText('hospital');
  const format = useFormat();
  const now = useNow('minute');
  const [asking, setAsking] = useState(false);
  const { busy, problem, tell } = useTold(['load']);
  const path = `/api/v1/hospitals/${siteId}/stop`;
  const moment = (iso: string): string => format.moment(Date.parse(iso), now);
  const start = (reason: StopReason, until: Instant): void =>
    void tell(
      path,
      { kind, reason, until: new Date(until).toISOString() },
      t('done.stop', { reason: t(`reason.${reason}`) }),
    ).then((went) => {
      if (went) setAsking(false);
    });
  return (
    <div className={styles.stop}>
      <p className={styles.open}>
        <StateMark state={stop === null ? 'free' : 'closed'} size={16} />
        {stop === null ? (
          t('stop.open')
        ) : (
          <span>
            <b>{t('stop.since', { moment: moment(stop.from) })}</b>{' '}
            {t('stop.expected', { reason: t(`reason.${stop.reason}`), moment: moment(stop.until) })}
          </span>
        )}
      </p>
      <div className={styles.choices}>
        {stop !== null && (
          <Button
            look="primary"
            icon="lock-open"
            busy={busy}
            onPress={() => void tell(`${path}/end`, { kind }, t('done.open'))}
          >
            {t('stop.again')}
          </Button>
        )}
        <Button icon="octagon-x" expanded={asking} onPress={() => setAsking(!asking)}>
          {t(stop === null ? 'stop.act' : 'stop.change')}
        </Button>
      </div>
      {asking && <Ask busy={busy} onStop={start} />}
      <ProblemNotice problem={problem} />
    </div>
  );
};
