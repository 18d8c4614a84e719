import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import type { SearchAnswer, ServiceHit } from '#modules/social/contract.ts';
import { ButtonLink } from '#web/design/Button.tsx';
import { Icon } from '#web/design/Icon.tsx';
import { StateMark } from '#web/design/StateMark.tsx';
import { currentLanguage, useText } from '#web/i18n/texts.ts';
import styles from './SocialMap.module.css';
import { useRefers } from './use-refers.ts';
import { useServiceWords } from './use-service-words.ts';

/** One service among the results: what it is, whether there is room, and why it is there. */
export const ServiceCard = ({
  hit,
  number,
  heard,
}: {
  hit: ServiceHit;
  number: number;
  heard: SearchAnswer['heard'];
}): JSX.Element => {
  const t = useText('social-map');
  const { stateOf, assuredOf, whyOf } = useServiceWords();
  const refers = useRefers();
  const state = stateOf(hit);
  const where = [hit.organisation, hit.town].filter((part) => part !== null && part !== '').join(' · ');
  return (
    <li className={styles.card}>
      <div className={styles.head}>
        <span className={styles.number} aria-hidden="true">
          {number}
        </span>
        <div>
          <h2>
            <Link to="/sociale-kaart/$id" params={{ id: hit.id }}>
              {hit.name}
            </Link>
          </h2>
          <p className={styles.where}>{where}</p>
        </div>
        <span className={styles.state}>
          <StateMark state={state.mark} size={14} />
          {state.words}
        </span>
      </div>
      <p className={styles.about}>{hit.about}</p>
      <ul className={styles.why} aria-label={t('why.label')}>
        {whyOf(hit.reasons, heard).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <p className={styles.foot}>
        {hit.kinds.map((kind) => kind[currentLanguage()]).join(', ')}
        <span data-phase={hit.assured.phase}>
          {(hit.assured.phase === 'marked' || hit.assured.phase === 'hidden') && (
            <Icon name="circle-alert" size={13} />
          )}
          {assuredOf(hit)}
        </span>
      </p>
      {refers && (
        <div>
          <ButtonLink to={`/verwijzen/${hit.id}`} icon="send" label={`${t('page.refer')}: ${hit.name}`}>
            {t('page.refer')}
          </ButtonLink>
        </div>
      )}
    </li>
  );
};
