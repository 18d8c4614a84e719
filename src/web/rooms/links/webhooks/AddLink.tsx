import { type JSX, useRef, useState } from 'react';
import { type SecretView, TOPICS, type Topic, type WebhookView } from '#platform/outbox/contract.ts';
import { useRead } from '#web/api/queries.ts';
import { Button } from '#web/design/Button.tsx';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { Icon } from '#web/design/Icon.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { currentLanguage, useText } from '#web/i18n/texts.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { announce } from '#web/shell/announce.ts';
import styles from './Links.module.css';
import { useAct } from './use-links.ts';

/** Shown once, right after adding. */
const Secret = ({ id, onDone }: { id: string; onDone: () => void }): JSX.Element | null => {
  const t = useText('links');
  const { data, error } = useRead<SecretView>(`/api/v1/webhooks/${id}/secret`, []);
  const [copied, setCopied] = useState(false);
  const secret = data?.body.secret;
  if (error !== null) return <Refused problem={error} />;
  if (secret === undefined) return null;
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(secret);
    setCopied(true);
    announce(t('secret.copied'));
  };
  return (
    <Notice
      kind="good"
      icon="key-round"
      title={t('secret.title')}
      announce
      actions={
        <>
          <Button size="small" icon={copied ? 'check' : 'copy'} onPress={() => void copy()}>
            {copied ? t('secret.copied') : t('secret.copy')}
          </Button>
          <Button size="small" look="quiet" onPress={onDone}>
            {t('secret.done')}
          </Button>
        </>
      }
    >
      <p>{t('secret.line')}</p>
      <code className={styles.secret}>{secret}</code>
    </Notice>
  );
};

/** Adds a link: where to, about what; then its secret. */
export const AddLink = (): JSX.Element => {
  const t = useText('links');
  const language = currentLanguage();
  const field = useRef<HTMLInputElement>(null);
  const [url, setUrl] = useState('');
  const [topics, setTopics] = useState<Topic[]>(['request']);
  const [added, setAdded] = useState<string | null>(null);
  const { busy, problem, act } = useAct<WebhookView>();
  const about = problem?.code.startsWith('webhook-') === true;
  const error = about ? `${problem.sentence(language)} ${problem.next(language)}` : null;
  const send = (): void => {
    if (topics.length === 0 || url.trim() === '') {
      field.current?.focus();
      return;
    }
    act('/webhooks', { url: url.trim(), topics }, ({ id }) => {
      setAdded(id);
      setUrl('');
    });
  };
  return (
    <Panel title={t('add.title')}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <TextField
          ref={field}
          label={t('add.url')}
          hint={t('add.urlHint')}
          error={error}
          type="url"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          value={url}
          onChange={(event) => setUrl(event.currentTarget.value)}
        />
        <div className={styles.topics}>
          <p>{t('add.topics')}</p>
          <ChipToggles<Topic>
            label={t('add.topics')}
            chips={TOPICS.map((value) => ({ value, label: t(`topic.${value}`) }))}
            values={topics}
            onChange={setTopics}
          />
          {topics.length === 0 && <p className={styles.quiet}>{t('add.topicsNone')}</p>}
        </div>
        {!about && <Refused problem={problem} />}
        <Button submit look="primary" busy={busy} blocked={topics.length === 0 || url.trim() === ''}>
          {busy ? t('add.busy') : t('add.submit')}
        </Button>
        <p className={styles.safe}>
          <Icon name="shield-check" size={15} />
          {t('add.safe')}
        </p>
      </form>
      {added !== null && <Secret id={added} onDone={() => setAdded(null)} />}
    </Panel>
  );
};
