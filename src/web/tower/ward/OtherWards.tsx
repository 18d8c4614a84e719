import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import type { Ward } from '#tower/contract.ts';
import { useText } from '#web/i18n/texts.ts';
import styles from './WardPage.module.css';

/** The wards of the same site as a bar to choose from, on a phone. Nothing when this is the only one. */
export const OtherWards = ({ ward }: { ward: Ward }): JSX.Element | null => {
  const t = useText('ward');
  if (ward.siblings.length < 2) return null;
  return (
    <nav className={styles.others} aria-label={t('page.wards', { site: ward.site.name })}>
      {ward.siblings.map(({ unitId, name }) => (
        <Link
          key={unitId}
          to="/afdeling/$unitId"
          params={{ unitId }}
          aria-current={unitId === ward.unit.id ? 'page' : undefined}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
};

/** The line below the title, with the other wards of the site at its end. */
export const WardLine = ({ line, ward }: { line: string; ward: Ward }): JSX.Element => {
  const t = useText('ward');
  const others = ward.siblings.filter(({ unitId }) => unitId !== ward.unit.id);
  return (
    <>
      {line}
      {others.length > 0 && (
        <span className={styles.also}>
          {t('page.also')}
          {others.map(({ unitId, name }) => (
            <Link key={unitId} to="/afdeling/$unitId" params={{ unitId }}>
              {name}
            </Link>
          ))}
        </span>
      )}
    </>
  );
};
