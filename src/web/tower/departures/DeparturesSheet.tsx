import type { JSX } from 'react';
import type { Departures } from '#tower/contract.ts';
import { useSignedIn } from '#web/api/session.ts';
import { capital } from '#web/i18n/capital.ts';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { DayStrip } from './DayStrip.tsx';
import styles from './Departures.module.css';
import { LeaverList } from './LeaverList.tsx';
import { SiteTable } from './SiteTable.tsx';

const NOTE_LINES = ['one', 'two', 'three', 'four', 'five', 'six'];

/** The same on one sheet of A4, without names, with room to write. */
export const DeparturesSheet = ({ departures }: { departures: Departures }): JSX.Element => {
  const t = useText('departures');
  const format = useFormat();
  const session = useSignedIn();
  const at = Date.parse(departures.asOf);
  return (
    <main id="main" className={styles.sheet}>
      <header>
        <div>
          <h1>{t('sheet', { region: session.region.name })}</h1>
          <p>{t('moment', { day: capital(format.longDay(at)), clock: format.clock(at) })}</p>
        </div>
        <p>
          <b>{session.region.deskPhone}</b> {t('desk')}
        </p>
      </header>
      <DayStrip days={departures.days} />
      {departures.leavers.length > 0 && <LeaverList title={t('who')} leavers={departures.leavers} />}
      <SiteTable departures={departures} />
      <section className={styles.notes}>
        <h2>{t('notes')}</h2>
        {NOTE_LINES.map((line) => (
          <hr key={line} />
        ))}
      </section>
    </main>
  );
};
