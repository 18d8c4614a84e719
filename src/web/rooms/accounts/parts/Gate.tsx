import { type JSX, type ReactNode, useEffect, useRef } from 'react';
import { useText } from '#web/i18n/texts.ts';
import { Logo } from '#web/shell/Logo.tsx';
import { LanguageSwitch, LightSwitch } from '#web/shell/Settings.tsx';
import styles from './Gate.module.css';

/** The front of the tower for who is not inside yet: one sheet with one thing to do, and below it how one reads. */
export const Gate = ({
  title,
  lead,
  children,
}: {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
}): JSX.Element => {
  const t = useText('accounts');
  useEffect(() => {
    document.title = `${title} · Verkeerstoren`;
  }, [title]);
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new step, and the button that led here is gone
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus();
  }, [title]);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <Logo size={52} />
        <div>
          <p className={styles.name}>{t('gate.name')}</p>
          <p>{t('gate.line')}</p>
        </div>
      </header>
      <main id="main" tabIndex={-1} className={styles.body}>
        <section className={styles.sheet} aria-labelledby="gate-title">
          <h1 id="gate-title" ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead !== undefined && <p className={styles.lead}>{lead}</p>}
          {children}
        </section>
        <div className={styles.settings}>
          <LanguageSwitch />
          <LightSwitch />
        </div>
      </main>
    </div>
  );
};
