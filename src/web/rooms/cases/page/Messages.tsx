import { type JSX, useId, useState } from 'react';
import type { CaseView } from '#modules/cases/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { Button } from '#web/design/Button.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { TextArea } from '#web/design/TextArea.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import styles from './Case.module.css';
import { useCaseAct } from './use-case-act.ts';

/** What helpers say to one another, on the case and not by mail. */
export const Messages = ({
  of,
  messages,
}: {
  of: CaseView;
  messages: NonNullable<CaseView['messages']>;
}): JSX.Element => {
  const t = useText('cases');
  const format = useFormat();
  const now = useNow('minute');
  const label = useId();
  const { act, blocked } = useCaseAct(of.id);
  const [text, setText] = useState('');
  const ready = text.trim() !== '' && !blocked;
  return (
    <Panel title={t('messages.title')}>
      {messages.length === 0 && <p className={styles.aside}>{t('messages.none')}</p>}
      <ul className={styles.messages}>
        {messages.map(({ id, by, organisation, at, text: said }) => (
          <li key={id}>
            <p className={styles.aside}>
              {by}, {organisation} · {format.moment(Date.parse(at), now)}
            </p>
            <p>{said}</p>
          </li>
        ))}
      </ul>
      {of.endedAt === null && (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (!ready || act.isPending) return;
            const body = { text: text.trim() };
            act.mutate(
              { path: 'messages', body, done: t('messages.said') },
              { onSuccess: () => setText('') },
            );
          }}
        >
          <h3 id={label}>{t('messages.write')}</h3>
          <TextArea
            labelledBy={label}
            hint={t('messages.hint')}
            rows={3}
            maxLength={2000}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Refused problem={act.error} />
          <div>
            <Button submit look="primary" busy={act.isPending} blocked={!ready}>
              {t('messages.say')}
            </Button>
          </div>
        </form>
      )}
    </Panel>
  );
};
