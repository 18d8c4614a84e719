import { type JSX, type ReactNode, useId } from 'react';
import { SIM_POLICIES, type SimPolicy } from '#planning/simulate/types.ts';
import type { Levers } from '#planning/whatif/types.ts';
import { Panel } from '#web/design/Panel.tsx';
import { useText } from '#web/i18n/texts.ts';
import box from '#web/rooms/outlook/Box.module.css';
import { type Lever, LeverSlider } from './LeverSlider.tsx';
import styles from './Levers.module.css';
import { type Today, turned } from './turning.ts';
import { useLevers } from './use-levers.ts';

const More = ({ title, levers }: { title: string; levers: readonly Lever[] }): JSX.Element | null =>
  levers.length === 0 ? null : (
    <details className={styles.more}>
      <summary>{title}</summary>
      <div>
        {levers.map((lever) => (
          <LeverSlider key={lever.name} lever={lever} />
        ))}
      </div>
    </details>
  );

const WhoFirst = ({
  policy,
  today,
  onPick,
}: {
  policy: SimPolicy | undefined;
  today: SimPolicy;
  onPick: (policy: SimPolicy | undefined) => void;
}): JSX.Element => {
  const t = useText('outlook');
  const id = useId();
  return (
    <details className={styles.more}>
      <summary>{t('policy.title')}</summary>
      <div className={styles.pick}>
        <label htmlFor={id}>{t('policy.label')}</label>
        <select
          className={box.box}
          id={id}
          value={policy ?? today}
          onChange={({ currentTarget: { value } }) => {
            const chosen = SIM_POLICIES.find((each) => each === value);
            onPick(chosen === today ? undefined : chosen);
          }}
        >
          {SIM_POLICIES.map((each) => (
            <option key={each} value={each}>
              {t(`policy.${each}`)}
            </option>
          ))}
        </select>
      </div>
    </details>
  );
};

/** What is different in this scenario: a slider per lever, the most used in sight. `children` say how far the playing is. */
export const LeversPanel = ({
  today,
  product,
  policy,
  levers,
  onChange,
  children,
}: {
  today: Today;
  product: string;
  /** Who goes first today. */
  policy: SimPolicy;
  levers: Levers;
  onChange: (next: Levers) => void;
  children: ReactNode;
}): JSX.Element => {
  const t = useText('outlook');
  const set = useLevers(today, product, levers, onChange);
  return (
    <Panel title={t('lever.title')}>
      <div className={styles.levers}>
        {set.main.map((lever) => (
          <LeverSlider key={lever.name} lever={lever} />
        ))}
        <More title={t('lever.perWard')} levers={set.perWard} />
        <More title={t('lever.barriers')} levers={set.barriers} />
        <More title={t('lever.starts')} levers={set.starts} />
        <WhoFirst
          policy={levers.policy}
          today={policy}
          onPick={(next) => onChange(turned(levers, 'policy', next))}
        />
        {children}
      </div>
    </Panel>
  );
};
