import type { JSX } from 'react';
import type { Looker } from '#modules/placement/contract.ts';
import { Icon } from '#web/design/Icon.tsx';
import { useText } from '#web/i18n/texts.ts';
import styles from './Case.module.css';

/** Who else is busy with this request: two planners never work past each other. */
export const Colleagues = ({ lookers }: { lookers: readonly Looker[] }): JSX.Element | null => {
  const t = useText('desk');
  if (lookers.length === 0) return null;
  return (
    <ul className={styles.colleagues} aria-label={t('lookers.label')} aria-live="polite">
      {lookers.map(({ initial, role, doing }) => (
        <li key={`${initial} ${role} ${doing}`}>
          {doing === 'calling' ? <Icon name="phone-call" size={14} /> : <Icon name="eye" size={14} />}
          {t(`lookers.${doing}`, { initial, role: t(`lookers.role.${role}`) })}
        </li>
      ))}
    </ul>
  );
};
