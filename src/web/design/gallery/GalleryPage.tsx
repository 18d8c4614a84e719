import { type JSX, useEffect } from 'react';
import { Panel } from '#web/design/Panel.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Logo } from '#web/shell/Logo.tsx';
import { LanguageSwitch, LightSwitch } from '#web/shell/Settings.tsx';
import { Ages, Colours, States, Types } from './Basics.tsx';
import { Buttons, Choices } from './Controls.tsx';
import styles from './GalleryPage.module.css';
import { Ladder, Strips, Sums } from './Marks.tsx';
import { Moments } from './Moments.tsx';

/** Every part of the visual language on one living page, light and dark: to look at, and for the contrast check. */
export const GalleryPage = (): JSX.Element => {
  const t = useText('gallery');
  useEffect(() => {
    document.title = `${t('title')} · Verkeerstoren`;
  }, [t]);
  return (
    <main id="main" className={styles.page}>
      <header className={styles.head}>
        <span>
          <Logo size={42} />
        </span>
        <div>
          <h1>{t('title')}</h1>
          <p>{t('line')}</p>
        </div>
        <LanguageSwitch />
        <LightSwitch />
      </header>
      <div className={styles.columns}>
        <States scheme="light" title={t('states.light')} />
        <States scheme="dark" title={t('states.dark')} />
      </div>
      <div className={styles.stack}>
        <Panel title={t('ages.title')}>
          <Ages />
        </Panel>
        <div className={styles.columns}>
          <div className={styles.stack}>
            <Types />
            <Strips />
          </div>
          <div className={styles.stack}>
            <Colours />
            <Buttons />
            <Ladder />
          </div>
        </div>
        <div className={styles.columns}>
          <Choices />
          <Sums />
        </div>
        <Moments />
      </div>
    </main>
  );
};
