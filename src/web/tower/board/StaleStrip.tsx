import type { JSX } from 'react';
import { Icon } from '#web/design/Icon.tsx';
import { useText } from '#web/i18n/texts.ts';
import { telephone } from '#web/telephone.ts';
import type { BoardSite } from './board-lines.ts';
import styles from './StaleStrip.module.css';

const NAMED = 3;

/** Which sites do not count because their figure is too old, each with the phone that makes it count again. */
export const StaleStrip = ({ sites }: { sites: readonly BoardSite[] }): JSX.Element | null => {
  const t = useText('board');
  if (sites.length === 0) return null;
  const rest = sites.length - NAMED;
  return (
    <section className={styles.strip} aria-label={t('stale.label')}>
      <Icon name="circle-dashed" size={18} />
      <p>
        <b>{t('stale.title', { count: sites.length })}</b> {t('stale.line')}
      </p>
      <ul>
        {sites.slice(0, NAMED).map((site) => (
          <li key={site.id}>
            <a href={telephone(site.phone)}>
              <Icon name="phone" size={13} />
              {t('stale.call', { site: site.name })} <b>{site.phone}</b>
            </a>
          </li>
        ))}
        {rest > 0 && <li>{t('stale.rest', { count: rest })}</li>}
      </ul>
    </section>
  );
};
