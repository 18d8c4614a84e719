import { type JSX, useState } from 'react';
import type { RequestView } from '#modules/placement/contract.ts';
import { DOCUMENT_KINDS, type DocumentKind } from '#modules/placement/types.ts';
import { useNow } from '#web/api/clock.ts';
import { useLink } from '#web/api/live.ts';
import { Button } from '#web/design/Button.tsx';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { FilePick } from '#web/design/FilePick.tsx';
import { Icon } from '#web/design/Icon.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import styles from './Parts.module.css';
import { takeFileBack, useFiles } from './use-files.ts';

const KILO = 1024;

const Sent = ({ request }: { request: RequestView }): JSX.Element | null => {
  const t = useText('facts');
  const format = useFormat();
  const now = useNow('minute');
  if (request.documents.length === 0) return null;
  return (
    <ul className={styles.files}>
      {request.documents.map(({ id, kind, name, bytes, from, own, at }) => (
        <li key={id}>
          <Icon name="file-text" size={16} />
          <a href={`/api/v1/requests/${request.id}/documents/${id}`} download={name}>
            {name}
          </a>
          <span className={styles.quiet}>
            {t(`files.kind.${kind}`)} · {t('files.size', { count: Math.max(1, Math.round(bytes / KILO)) })} ·{' '}
            {from} · {format.moment(Date.parse(at), now)}
          </span>
          {own && request.state !== 'closed' && (
            <Button size="small" look="quiet" onPress={() => void takeFileBack(request.id, id)}>
              {t('files.remove')} <span className="aloud">{name}</span>
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
};

/** What is most likely sent next: the letter, then the medication list. */
const nextKind = ({ missing }: RequestView): DocumentKind =>
  missing.some(({ code }) => code === 'letter')
    ? 'letter'
    : missing.some(({ code }) => code === 'medication')
      ? 'medication'
      : 'other';

const Add = ({ request }: { request: RequestView }): JSX.Element => {
  const t = useText('facts');
  const [chosen, setChosen] = useState<DocumentKind | null>(null);
  const offline = useLink().state === 'lost';
  const { sending, tooLarge, problem, send } = useFiles(request);
  const kind = chosen ?? nextKind(request);
  const give = (files: FileList | null): void => {
    const [file] = files ?? [];
    if (file === undefined || sending !== null || offline) return;
    setChosen(null);
    void send(file, kind);
  };
  return (
    <>
      <ChipToggles<DocumentKind>
        label={t('files.what')}
        one
        shape="box"
        scroll
        chips={DOCUMENT_KINDS.map((value) => ({ value, label: t(`files.kind.${value}`) }))}
        values={[kind]}
        onChange={([next]) => setChosen(next ?? kind)}
      />
      <FilePick drop busy={sending !== null} onPick={give}>
        {sending === null
          ? t('files.add', { kind: t(`files.kind.${kind}`) })
          : t('files.sending', { name: sending })}
      </FilePick>
      {sending !== null && <progress aria-label={t('files.sending', { name: sending })} />}
      {tooLarge && (
        <Notice kind="failed" title={t('files.tooLarge')} announce>
          {t('files.tooLargeLine')}
        </Notice>
      )}
      <Refused problem={problem} />
    </>
  );
};

/** The letter and what else goes along, for who knows the person. It may come later; sending asked for nothing. */
export const Documents = ({ request }: { request: RequestView }): JSX.Element | null => {
  const t = useText('facts');
  const closed = request.state === 'closed';
  if (request.person === null || (closed && request.documents.length === 0)) return null;
  return (
    <section className={styles.part} aria-label={t('files.title')}>
      <h3>{t('files.title')}</h3>
      <Sent request={request} />
      {!closed && <Add request={request} />}
      {!closed && <p className={styles.quiet}>{t('files.who')}</p>}
    </section>
  );
};
