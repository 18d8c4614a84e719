import type { JSX } from 'react';
import type { HandoverSectionView, HandoverView } from '#modules/stay/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { inWords } from '#web/rooms/placement/words.ts';
import styles from './HandoverSheet.module.css';

const ON_TOP = new Set(['from-nurse', 'to-nurse']);

const isEmpty = ({ known, text, none }: HandoverSectionView): boolean =>
  known.every(({ without }) => without) && text.trim() === '' && !none;

const Section = ({ section }: { section: HandoverSectionView }): JSX.Element => {
  const t = useText('patient-handover');
  const { title, text, none } = section;
  const known = section.known.filter(({ without }) => !without);
  return (
    <section className={styles.section}>
      <h2>{inWords(title)}</h2>
      <ul>
        {known.map((line) => (
          <li key={line.key}>
            {line.text} <i>({t(`source.${line.source}`)})</i>
          </li>
        ))}
      </ul>
      {none && <p>{t(known.length > 0 ? 'section.noMore' : 'section.none')}</p>}
      {text.trim() !== '' && <p className={styles.written}>{text.trim()}</p>}
    </section>
  );
};

/** What became of it, or a line to sign on when it goes along by hand. */
const Receipt = ({ handover }: { handover: HandoverView }): JSX.Element => {
  const t = useText('patient-handover');
  const format = useFormat();
  const now = useNow('minute');
  const { receivedAt, receivedBy, doctor, byPhone } = handover;
  if (receivedAt === null) return <p>{t('paper.sign')}</p>;
  return (
    <p>
      {t(byPhone ? 'standing.byPhone' : 'standing.received', {
        who: receivedBy ?? '',
        doctor: doctor ?? '',
        moment: format.moment(Date.parse(receivedAt), now),
      })}
    </p>
  );
};

/** The handover on one sheet: black on white, what is missing in a dashed frame, each known line with its source. */
export const HandoverSheet = ({ handover }: { handover: HandoverView }): JSX.Element => {
  const t = useText('patient-handover');
  const format = useFormat();
  const now = useNow('minute');
  const { person, from, receiver, doctor, sections, missing, number, code, files } = handover;
  const named = sections.filter((section) => missing.includes(section.code));
  const born = person?.birthDate.split('-').reverse().join('-');
  return (
    <article className={styles.sheet} aria-label={t('paper.title')}>
      <header>
        <div>
          <h1>{person === null ? t('paper.nameless', { code }) : person.name}</h1>
          {born !== undefined && <p>{t('paper.born', { day: born })}</p>}
        </div>
        <p className={styles.right}>
          <b>{t('paper.title')}</b>
          <br />
          {t(number === 0 ? 'paper.draft' : 'paper.number', { count: number, code })} · {format.day(now)}{' '}
          {format.clock(now)}
        </p>
      </header>
      <div className={styles.who}>
        <p>
          <b>{t('paper.from')}</b>
          {from.name}
          <br />
          {[handover.savedBy, from.phone].filter(Boolean).join(' · ')}
        </p>
        <p>
          <b>{t('paper.to')}</b>
          {receiver?.name ?? t('standing.nobody')}
          <br />
          {receiver?.phone}
        </p>
        <p>
          <b>{t('paper.doctor')}</b>
          {doctor ?? t('paper.unknown')}
        </p>
      </div>
      {named.length > 0 && (
        <p className={styles.lacks}>
          {t('paper.missing', { count: named.length })} {named.map(({ title }) => inWords(title)).join(', ')}
        </p>
      )}
      <div className={styles.columns}>
        {sections
          .filter((section) => !ON_TOP.has(section.code) && !isEmpty(section))
          .map((section) => (
            <Section key={section.code} section={section} />
          ))}
        {files.length > 0 && (
          <section className={styles.section}>
            <h2>{t('files.title')}</h2>
            <ul>
              {files.map(({ id, name }) => (
                <li key={id}>{name}</li>
              ))}
            </ul>
          </section>
        )}
      </div>
      <footer>
        <Receipt handover={handover} />
        <p className={styles.right}>{t('paper.private')}</p>
      </footer>
    </article>
  );
};
