import type { JSX, ReactNode } from 'react';
import type { Sentence } from '#kernel/refusal.ts';
import type { FamilyStayView } from '#modules/stay/contract.ts';
import { Icon } from '#web/design/Icon.tsx';
import { currentLanguage, useText } from '#web/i18n/texts.ts';
import own from '#web/rooms/people/own/Own.module.css';
import { telephone } from '#web/telephone.ts';
import styles from './Family.module.css';

/** A part of the page under a heading of its own. */
export const Part = ({ title, children }: { title: string; children: ReactNode }): JSX.Element => (
  <section className={styles.part}>
    <h2>{title}</h2>
    {children}
  </section>
);

const Lines = ({ lines, icon }: { lines: readonly Sentence[]; icon?: string }): JSX.Element => (
  <ul className={styles.lines}>
    {lines.map((line) => (
      <li key={line.nl}>
        {icon !== undefined && <Icon name={icon} size={20} />}
        <span>{line[currentLanguage()]}</span>
      </li>
    ))}
  </ul>
);

const Calls = ({ call }: { call: FamilyStayView['call'] }): JSX.Element => (
  <ul className={styles.calls}>
    {call.map(({ who, name, phone }) => (
      <li key={`${name} ${phone}`}>
        <a href={telephone(phone)}>
          <Icon name="phone" size={20} />
          <span>
            <b>{who[currentLanguage()]}</b>
            <span>{name}</span>
          </span>
          <span className={styles.number}>{phone}</span>
        </a>
      </li>
    ))}
  </ul>
);

const Agreements = ({ agreements }: { agreements: FamilyStayView['agreements'] }): JSX.Element => {
  const t = useText('family');
  const language = currentLanguage();
  return (
    <ul className={styles.agreements}>
      {agreements.map(({ day, title, departure, agreed, care }) => (
        <li key={`${day} ${agreed} ${care}`}>
          <h3>{title[language]}</h3>
          {agreed !== '' && <p className={styles.quoted}>{agreed}</p>}
          {care !== '' && (
            <p>
              <b>{t('care')}</b> <span className={styles.quoted}>{care}</span>
            </p>
          )}
          {departure !== null && <p>{departure[language]}</p>}
        </li>
      ))}
    </ul>
  );
};

/** Nothing about a stay any more: whom one can call. */
const Quiet = ({ stay }: { stay: FamilyStayView }): JSX.Element => {
  const t = useText('family');
  return (
    <div className={own.page}>
      <h1>{t('quiet.title')}</h1>
      <p>{t('quiet.line')}</p>
      <Calls call={stay.call} />
    </div>
  );
};

/** What comes first on the page: where, how far, and the next step. */
const Head = ({ stay, relative }: { stay: FamilyStayView; relative: boolean }): JSX.Element => {
  const t = useText('family');
  return (
    <>
      <div>
        <h1>{relative ? t('title.relative', { name: stay.name }) : t('title.person')}</h1>
        <p className={own.lead}>{t('where', { house: stay.house, unit: stay.unit })}</p>
      </div>
      {stay.next !== null && (
        <section className={styles.next} aria-label={t('next')}>
          <h2>{t('next')}</h2>
          <p>{stay.next[currentLanguage()]}</p>
        </section>
      )}
      <Lines lines={stay.stand} />
    </>
  );
};

/** The stay in plain words: plan, agreements and next step, with whom one can call. */
export const FamilyStay = ({
  stay,
  relative,
  children,
}: {
  stay: FamilyStayView;
  relative: boolean;
  /** What only the person can do here. */
  children?: ReactNode;
}): JSX.Element => {
  const t = useText('family');
  if (stay.quiet) return <Quiet stay={stay} />;
  return (
    <div className={own.page}>
      <Head stay={stay} relative={relative} />
      {stay.goal !== null && (
        <Part title={t(relative ? 'goal.relative' : 'goal.person')}>
          <p className={styles.goal}>{stay.goal}</p>
        </Part>
      )}
      {stay.agreements.length > 0 && (
        <Part title={t('agreements')}>
          <Agreements agreements={stay.agreements} />
        </Part>
      )}
      {stay.arranging.length > 0 && (
        <Part title={t('arranging')}>
          <Lines lines={stay.arranging} icon="hourglass" />
        </Part>
      )}
      {stay.arranged.length > 0 && (
        <Part title={t('arranged')}>
          <Lines lines={stay.arranged} icon="circle-check" />
        </Part>
      )}
      {stay.responsible.length > 0 && (
        <Part title={t('responsible')}>
          <Lines lines={stay.responsible} />
        </Part>
      )}
      {stay.after.length > 0 && (
        <Part title={t('after')}>
          <Lines lines={stay.after} />
        </Part>
      )}
      <Part title={t('call')}>
        <Calls call={stay.call} />
      </Part>
      {children}
    </div>
  );
};
