import { type JSX, useId, useState } from 'react';
import { Button, ButtonLink } from '#web/design/Button.tsx';
import { ProblemNotice } from '#web/design/ProblemNotice.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import box from '#web/rooms/outlook/Box.module.css';
import styles from './Kept.module.css';
import { type Keep, SHARE_DAYS } from './use-keep.ts';
import type { Draft } from './use-scenarios.ts';

/** The link, once: to copy it now, or never see it again. */
const ShownLink = ({ link, until }: { link: string; until: string | null }): JSX.Element => {
  const t = useText('outlook');
  const format = useFormat();
  const id = useId();
  const [copied, setCopied] = useState(false);
  const address = new URL(link, window.location.origin).href;
  const copy = (): void =>
    void navigator.clipboard.writeText(address).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <div className={styles.link} role="status">
      <label htmlFor={id}>
        {t('share.link', { until: until === null ? '' : format.day(Date.parse(until)) })}
      </label>
      <input
        className={box.box}
        id={id}
        readOnly
        value={address}
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
      <Button size="small" icon="copy" onPress={copy}>
        {t(copied ? 'share.copied' : 'share.copy')}
      </Button>
    </div>
  );
};

const NameField = ({ draft, keep }: { draft: Draft; keep: Keep }): JSX.Element => {
  const t = useText('outlook');
  const id = useId();
  const [name, setName] = useState(draft.name);
  const take = (): void => {
    const next = name.trim();
    if (next === '' || next === draft.name) setName(draft.name);
    else keep.rename(next);
  };
  return (
    <form
      className={styles.name}
      onSubmit={(event) => {
        event.preventDefault();
        take();
      }}
    >
      <label htmlFor={id}>{t('scenario.name')}</label>
      <input
        className={box.box}
        id={id}
        value={name}
        maxLength={60}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
        onBlur={take}
      />
    </form>
  );
};

/** Its name, and what one can do with a scenario: keep it, share it, save it as a file, throw it away. */
export const KeepActs = ({
  draft,
  keep,
  changed,
  onSave,
  onShare,
}: {
  draft: Draft;
  keep: Keep;
  /** Is there anything to keep, and was it played? */
  changed: boolean;
  onSave: () => void;
  onShare: () => void;
}): JSX.Element => {
  const t = useText('outlook');
  const [sure, setSure] = useState(false);
  const { kept } = draft;
  return (
    <div className={styles.acts}>
      <NameField key={draft.key} draft={draft} keep={keep} />
      <div className={styles.buttons}>
        <Button size="small" look="primary" icon="save" busy={keep.busy} blocked={!changed} onPress={onSave}>
          {t(kept === null ? 'scenario.keep' : 'scenario.keepAgain')}
        </Button>
        {kept !== null && (
          <>
            <Button size="small" icon="share-2" keys={['D']} busy={keep.busy} onPress={onShare}>
              {t('share.make', { count: SHARE_DAYS })}
            </Button>
            {kept.sharedUntil !== null && (
              <Button size="small" busy={keep.busy} onPress={keep.unshare}>
                {t('share.stop')}
              </Button>
            )}
            <ButtonLink size="small" icon="download" to={`/api/v1/outlook/scenarios/${kept.id}/export`}>
              {t('scenario.export')}
            </ButtonLink>
            <ButtonLink size="small" icon="table-2" to={`/api/v1/outlook/scenarios/${kept.id}/rows.csv`}>
              {t('scenario.csv')}
            </ButtonLink>
          </>
        )}
        <Button
          size="small"
          look="quiet"
          icon="trash-2"
          busy={keep.busy}
          onPress={() => (sure || kept === null ? keep.remove() : setSure(true))}
        >
          {t(sure ? 'scenario.removeSure' : 'scenario.remove')}
        </Button>
      </div>
      {keep.link !== null && <ShownLink link={keep.link} until={kept?.sharedUntil ?? null} />}
      <ProblemNotice problem={keep.problem} />
    </div>
  );
};
