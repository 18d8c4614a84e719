import type { JSX } from 'react';
import { useNow } from '#web/api/clock.ts';
import { Notice } from '#web/design/Notice.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { OwnAction } from './OwnAction.tsx';
import styles from './OwnPlan.module.css';
import type { OwnCase } from './use-own-plan.ts';

const Helpers = ({ of }: { of: OwnCase }): JSX.Element => {
  const t = useText('own-plan');
  return (
    <section className={styles.part}>
      <h2>{t('helpers')}</h2>
      <ul className={styles.list}>
        {of.helpers.map(({ id, name, parts = [] }) => (
          <li key={id}>
            <b>{name}</b>
            {id === of.coordinator.id && ` · ${t('coordinator')}`}
            <p className={styles.aside}>
              {parts.length === 0
                ? t('seesNothing')
                : t('sees', { parts: parts.map((part) => t(`part.${part}`)).join(', ') })}
            </p>
          </li>
        ))}
      </ul>
      <p className={styles.aside}>{t('consent')}</p>
    </section>
  );
};

const Messages = ({ said }: { said: NonNullable<OwnCase['messages']> }): JSX.Element => {
  const t = useText('own-plan');
  const format = useFormat();
  const now = useNow('minute');
  return (
    <section className={styles.part}>
      <h2>{t('messages')}</h2>
      {said.length === 0 && <p className={styles.aside}>{t('noMessages')}</p>}
      <ul className={styles.list}>
        {said.map(({ id, by, organisation, at, text }) => (
          <li key={id} className={styles.said}>
            <p className={styles.aside}>
              {by}, {organisation} · {format.moment(Date.parse(at), now)}
            </p>
            <p>{text}</p>
          </li>
        ))}
      </ul>
    </section>
  );
};

const One = ({ of }: { of: OwnCase }): JSX.Element => {
  const t = useText('own-plan');
  const actions = of.plan?.actions ?? [];
  const ending = of.plan?.ending ?? null;
  return (
    <article className={styles.one}>
      {of.endedAt !== null && (
        <Notice kind="good" title={t('ended')}>
          {ending !== null && `${t(`outcome.${ending.outcome}`)} ${ending.learned}`}
        </Notice>
      )}
      {of.question !== undefined && (
        <section className={styles.question}>
          <h2>{t('question')}</h2>
          <blockquote>“{of.question}”</blockquote>
        </section>
      )}
      <section className={styles.part}>
        <h2>{t('agreed')}</h2>
        {actions.length === 0 && <p className={styles.aside}>{t('none')}</p>}
        <ul className={styles.list}>
          {actions.map((action) => (
            <OwnAction key={action.id} of={of} action={action} />
          ))}
        </ul>
      </section>
      <Helpers of={of} />
      {of.messages !== undefined && <Messages said={of.messages} />}
    </article>
  );
};

/** The plan of the person, at their own door: the question, what was agreed, who helps and what each sees. */
export const OwnPlan = ({ cases }: { cases: readonly OwnCase[] }): JSX.Element => {
  const t = useText('own-plan');
  return (
    <div className={styles.page}>
      <h1>{t('title')}</h1>
      {cases.map((of) => (
        <One key={of.id} of={of} />
      ))}
    </div>
  );
};
