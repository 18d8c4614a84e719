import type { JSX } from 'react';
import type { Ward } from '#tower/contract.ts';
import { Age } from '#web/design/Age.tsx';
import { Button, ButtonLink } from '#web/design/Button.tsx';
import { originOf } from '#web/design/figure.ts';
import { StateMark } from '#web/design/StateMark.tsx';
import { STATES } from '#web/design/states.ts';
import { useText } from '#web/i18n/texts.ts';
import { telephone } from '#web/telephone.ts';
import styles from './CountsBar.module.css';

const Counts = ({ counts }: { counts: Ward['counts'] }): JSX.Element => {
  const t = useText('ward');
  return (
    <ul className={styles.counts} aria-label={t('counts.label')}>
      {STATES.filter((state) => state !== 'unknown' || counts.unknown > 0).map((state) => (
        <li key={state}>
          <StateMark state={state} size={17} />
          <b>{counts[state]}</b>
          <span>{t(`counts.${state}`)}</span>
        </li>
      ))}
    </ul>
  );
};

const Figure = ({ ward }: { ward: Ward }): JSX.Element => {
  const t = useText('ward');
  const { by } = ward.figure;
  return (
    <div className={styles.figure}>
      <p>{t(ward.own ? 'confirm.question' : 'confirm.figure')}</p>
      <span>
        {by !== null && <span className={styles.by}>{t('confirm.by', { name: by })}</span>}
        <span className={styles.ageWide}>
          <Age {...originOf(ward.figure)} />
        </span>
        <span className={styles.ageBrief}>
          <Age {...originOf(ward.figure)} brief />
        </span>
      </span>
    </div>
  );
};

/** What the region sees of this ward, and one press to stand by it. Another ward's figures come with its telephone. */
export const CountsBar = ({
  ward,
  confirming,
  onConfirm,
  onChange,
}: {
  ward: Ward;
  confirming: boolean;
  onConfirm: () => void;
  onChange: () => void;
}): JSX.Element => {
  const t = useText('ward');
  return (
    <section className={styles.bar} aria-label={t('counts.title')}>
      <Counts counts={ward.counts} />
      <Figure ward={ward} />
      <div className={styles.acts}>
        {ward.own ? (
          <>
            <Button
              look="primary"
              size="large"
              icon="check"
              keys={['B']}
              busy={confirming}
              onPress={onConfirm}
            >
              {t(confirming ? 'confirm.busy' : 'confirm.act')}
            </Button>
            <Button size="large" onPress={onChange}>
              {t('confirm.change')}
            </Button>
          </>
        ) : (
          <ButtonLink to={telephone(ward.unit.phone)} look="call" size="large" icon="phone">
            {ward.unit.phone}
          </ButtonLink>
        )}
      </div>
    </section>
  );
};
