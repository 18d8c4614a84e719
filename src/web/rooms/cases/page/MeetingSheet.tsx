import { type JSX, useEffect } from 'react';
import { createPortal } from 'react-dom';
import type { CaseView, MeetingAnswer } from '#modules/cases/contract.ts';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { Logo } from '#web/shell/Logo.tsx';
import { groupsOf } from './note-groups.ts';
import styles from './Sheet.module.css';

type Meeting = MeetingAnswer['meeting'];

const Section = ({ title, rows }: { title: string; rows: readonly string[] }): JSX.Element | null =>
  rows.length === 0 ? null : (
    <section>
      <h2>{title}</h2>
      <ul>
        {rows.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be the same words, and paper does not change
          <li key={at}>{row}</li>
        ))}
      </ul>
    </section>
  );

/** The note alone on its sheet of A4: the code of the case and no name, so that paper that is left behind tells nobody who. */
export const MeetingSheet = ({ of, meeting }: { of: CaseView; meeting: Meeting }): JSX.Element => {
  const t = useText('cases');
  const format = useFormat();
  const at = Date.parse(meeting.at);
  useEffect(() => {
    document.body.dataset['letter'] = 'yes';
    return () => {
      delete document.body.dataset['letter'];
    };
  }, []);
  const lines = groupsOf(meeting.lines).flat();
  const rows = (kind: (typeof lines)[number]['kind']) =>
    lines.filter((line) => line.kind === kind).map(({ text }) => text);
  return createPortal(
    <article className={`paper-only ${styles.sheet}`}>
      <header>
        <p>
          <Logo size={26} /> <b>{t('sheet.title', { code: of.code })}</b>
        </p>
        <p>
          {format.longDay(at)} {format.clock(at)} · {meeting.place}
        </p>
      </header>
      <p>{t('sheet.with', { who: of.helpers.map(({ name }) => name).join(', ') })}</p>
      <Section title={t('note.agenda')} rows={(meeting.agenda ?? []).map(({ what }) => what)} />
      <Section title={t('sheet.decisions')} rows={rows('decision')} />
      <Section title={t('sheet.actions')} rows={rows('action')} />
      <Section title={t('note.title')} rows={rows('note')} />
      <footer>{t('sheet.foot', { code: of.code })}</footer>
    </article>,
    document.body,
  );
};
