import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import type { OwnServices } from '#modules/social/contract.ts';
import { useRead } from '#web/api/queries.ts';
import { Panel } from '#web/design/Panel.tsx';
import { ProblemNotice } from '#web/design/ProblemNotice.tsx';
import { useText } from '#web/i18n/texts.ts';
import styles from './SocialMap.module.css';
import { StateTaps } from './StateTaps.tsx';

/** The services of one's own organisation, each with whether there is room; nothing when it has none. */
export const OwnServicesPanel = (): JSX.Element | null => {
  const t = useText('social-map');
  const { data, error } = useRead<OwnServices>('/api/v1/social/own-services', ['service']);
  const services = data?.body.services ?? [];
  if (error !== null) return <ProblemNotice problem={error} />;
  if (services.length === 0) return null;
  return (
    <Panel>
      <h2 className={styles.ownTitle}>{t('own.title')}</h2>
      <p className={styles.where}>{t('own.line')}</p>
      <ul className={styles.own}>
        {services.map((service) => (
          <li key={service.id}>
            <Link to="/sociale-kaart/$id" params={{ id: service.id }}>
              {service.name}
            </Link>
            <StateTaps service={service} />
          </li>
        ))}
      </ul>
    </Panel>
  );
};
