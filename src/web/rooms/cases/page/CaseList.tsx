import { Link, useNavigate } from '@tanstack/react-router';
import type { JSX } from 'react';
import type { CaseList as Cases } from '#modules/cases/contract.ts';
import { useRead } from '#web/api/queries.ts';
import { Button } from '#web/design/Button.tsx';
import { Icon } from '#web/design/Icon.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { NotRead } from '#web/design/NotRead.tsx';
import { StateMark } from '#web/design/StateMark.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Screen } from '#web/shell/Screen.tsx';
import styles from './Case.module.css';

/** The cases the reader's organisation helps in. */
export const CaseList = (): JSX.Element => {
  const t = useText('cases');
  const navigate = useNavigate();
  const read = useRead<Cases>('/api/v1/cases', ['case', 'consent']);
  const cases = read.data?.body.cases;
  return (
    <Screen title={t('title')} line={t('line')}>
      <div className={styles.page}>
        <div>
          <Button look="primary" icon="users-round" onPress={() => void navigate({ to: '/samen/nieuw' })}>
            {t('open.begin')}
          </Button>
        </div>
        {cases === undefined && <NotRead read={read} grid="1fr 160px" rows={4} late={t('late')} />}
        {cases?.length === 0 && (
          <Notice kind="empty" icon="users-round" title={t('none')}>
            {t('noneLine')}
          </Notice>
        )}
        {cases !== undefined && cases.length > 0 && (
          <ul className={styles.list} aria-label={t('title')}>
            {cases.map(({ id, code, name, coordinator, endedAt, waiting }) => (
              <li key={id}>
                <Link to="/samen/$id" params={{ id }} className={styles.card}>
                  <b>{name}</b>
                  <span className={styles.aside}>
                    {code} · {coordinator}
                    {endedAt !== null && ` · ${t('ended.short')}`}
                  </span>
                  {waiting.open > 0 && (
                    <span className={styles.waiting} data-late={waiting.late > 0 || undefined}>
                      {waiting.late > 0 ? (
                        <StateMark state="held" size={16} />
                      ) : (
                        <Icon name="circle" size={16} />
                      )}
                      {t('list.waiting', { count: waiting.open })}
                      {waiting.late > 0 && <b>{t('list.late', { count: waiting.late })}</b>}
                    </span>
                  )}
                </Link>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Screen>
  );
};
