import { useMutation } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import { call, newKey } from '#web/api/call.ts';
import { useLink } from '#web/api/live.ts';
import type { Problem } from '#web/api/problem.ts';
import { readAgain } from '#web/api/queries.ts';
import { Button } from '#web/design/Button.tsx';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { ProblemNotice } from '#web/design/ProblemNotice.tsx';
import { Stepper } from '#web/design/Stepper.tsx';
import { useText } from '#web/i18n/texts.ts';
import { productShort } from '#web/rooms/placement/words.ts';
import { announce } from '#web/shell/announce.ts';
import styles from './Alerts.module.css';
import { allThresholds, isChanged, type Threshold } from './thresholds.ts';

/** A chance is told in percents, people in heads. */
const shownOf = ({ kind, figure }: Threshold): number =>
  kind === 'no-place-ahead' ? Math.round(figure * 100) : figure;

const useNameOf = (): ((threshold: Threshold) => string) => {
  const t = useText('alerts');
  return ({ kind, product }) =>
    t(`threshold.${kind}`, { product: product === null ? '' : productShort(product) });
};

const Said = ({ threshold }: { threshold: Threshold }): JSX.Element => {
  const t = useText('alerts');
  const { kind, on, days } = threshold;
  return (
    <span className={styles.quiet}>
      {on ? t(`said.${kind}`, { figure: shownOf(threshold), count: days }) : t('said.off')}
    </span>
  );
};

const useSave = (threshold: Threshold, done: () => void) => {
  const t = useText('alerts');
  const [key, setKey] = useState(newKey);
  return useMutation<Threshold, Problem, Threshold>({
    mutationFn: (next) =>
      call(
        'PUT',
        '/api/v1/outlook/thresholds',
        { ...next, version: threshold.version },
        { idempotencyKey: key },
      ),
    onSuccess: () => {
      announce(t('saved'));
      done();
    },
    onSettled: () => {
      setKey(newKey());
      return readAgain(['outlook']);
    },
  });
};

/** How high, and how far ahead; only asked of what is on. */
const Figures = ({
  draft,
  name,
  onChange,
}: {
  draft: Threshold;
  name: string;
  onChange: (next: Threshold) => void;
}): JSX.Element => {
  const t = useText('alerts');
  const isChance = draft.kind === 'no-place-ahead';
  return (
    <>
      <span className={styles.figure}>
        <span>{t(isChance ? 'ask.chance' : 'ask.people')}</span>
        <Stepper
          label={`${name}: ${t(isChance ? 'ask.chance' : 'ask.people')}`}
          value={shownOf(draft)}
          min={isChance ? 10 : 1}
          max={isChance ? 95 : 100}
          onChange={(value) => onChange({ ...draft, figure: isChance ? value / 100 : value })}
        />
      </span>
      {isChance && (
        <span className={styles.figure}>
          <span>{t('ask.days')}</span>
          <Stepper
            label={`${name}: ${t('ask.days')}`}
            value={draft.days}
            min={1}
            max={14}
            onChange={(days) => onChange({ ...draft, days })}
          />
        </span>
      )}
    </>
  );
};

const Row = ({ threshold, mayChange }: { threshold: Threshold; mayChange: boolean }): JSX.Element => {
  const t = useText('alerts');
  const name = useNameOf()(threshold);
  const lost = useLink().state === 'lost';
  const [draft, setDraft] = useState<Threshold | null>(null);
  const save = useSave(threshold, () => setDraft(null));
  const shown = draft ?? threshold;
  if (!mayChange)
    return (
      <li className={styles.threshold}>
        <b>{name}</b>
        <Said threshold={threshold} />
      </li>
    );
  return (
    <li className={styles.threshold}>
      <b>{name}</b>
      <ChipToggles<'off' | 'on'>
        label={name}
        one
        shape="joined"
        chips={[
          { value: 'off', label: t('ask.off') },
          { value: 'on', label: t('ask.on') },
        ]}
        values={[shown.on ? 'on' : 'off']}
        onChange={([next]) => setDraft({ ...shown, on: next === 'on' })}
      />
      {shown.on && <Figures draft={shown} name={name} onChange={setDraft} />}
      {draft !== null && isChanged(threshold, draft) && (
        <span className={styles.acts}>
          <Button
            size="small"
            look="primary"
            busy={save.isPending}
            blocked={lost}
            onPress={() => save.mutate(draft)}
          >
            {t('save')}
            <span className="aloud"> {name}</span>
          </Button>
          <Button size="small" look="quiet" onPress={() => setDraft(null)}>
            {t('leave')}
          </Button>
        </span>
      )}
      <ProblemNotice problem={save.error} />
    </li>
  );
};

/** When the region wants to hear. The region manager sets it; who only watches reads it. */
export const Thresholds = ({
  set,
  mayChange,
}: {
  set: readonly Threshold[];
  mayChange: boolean;
}): JSX.Element => {
  const t = useText('alerts');
  return (
    <Panel title={t('threshold.title')}>
      <p className={styles.quiet}>{t(mayChange ? 'threshold.line' : 'threshold.lineDesk')}</p>
      <ul className={styles.thresholds}>
        {allThresholds(set).map((threshold) => (
          <Row key={`${threshold.kind} ${threshold.product}`} threshold={threshold} mayChange={mayChange} />
        ))}
      </ul>
    </Panel>
  );
};
