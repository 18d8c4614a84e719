import { type JSX, useState } from 'react';
import type { HandoverView } from '#modules/stay/contract.ts';
import { useLink } from '#web/api/live.ts';
import { Button } from '#web/design/Button.tsx';
import { FilePick } from '#web/design/FilePick.tsx';
import { Icon } from '#web/design/Icon.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { useText } from '#web/i18n/texts.ts';
import { inBase64, LARGEST_FILE } from '#web/rooms/placement/parts/file-bytes.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import styles from './Handover.module.css';
import { useAct } from './use-act.ts';
import { actOn } from './use-handover.ts';

const KILO = 1024;

/** What goes along as a file: attached once, opened by the two sides. */
export const HandoverFiles = ({
  handover,
  writes,
  onDone,
}: {
  handover: HandoverView;
  writes: boolean;
  onDone: (view: HandoverView) => void;
}): JSX.Element | null => {
  const t = useText('patient-handover');
  const { files, id } = handover;
  const acting = useAct();
  const [tooLarge, setTooLarge] = useState(false);
  const offline = useLink().state === 'lost';
  if (!writes && files.length === 0) return null;
  const path = `/api/v1/handovers/${id}/files`;
  const give = async (file: File | undefined): Promise<void> => {
    if (file === undefined || acting.busy || offline) return;
    setTooLarge(file.size > LARGEST_FILE);
    if (file.size > LARGEST_FILE) return;
    const content = await inBase64(file);
    const done = await acting.run(() => actOn('POST', path, { name: file.name, content }));
    if (done !== null) onDone(done);
  };
  const remove = async (fileId: string): Promise<void> => {
    const done = await acting.run(() => actOn('POST', `${path}/${fileId}/remove`, {}));
    if (done !== null) onDone(done);
  };
  return (
    <Panel title={t('files.title')}>
      <div className={styles.lines}>
        <ul className={styles.list}>
          {files.map((file) => (
            <li key={file.id}>
              <Icon name="file-text" size={16} />
              <a href={`/api/v1/handovers/${id}/files/${file.id}`} download={file.name}>
                {file.name}
              </a>
              <span className={styles.quiet}>
                {t('files.size', { count: Math.max(1, Math.round(file.bytes / KILO)) })}
              </span>
              {writes && (
                <Button size="small" look="quiet" onPress={() => void remove(file.id)}>
                  {t('files.remove')}
                  <span className="aloud"> {file.name}</span>
                </Button>
              )}
            </li>
          ))}
        </ul>
        {writes && (
          <FilePick busy={acting.busy} onPick={(picked) => void give(picked?.[0])}>
            {t(acting.busy ? 'files.sending' : 'files.add')}
          </FilePick>
        )}
        {tooLarge && (
          <Notice kind="failed" title={t('files.tooLarge')} announce>
            {t('files.tooLargeLine')}
          </Notice>
        )}
        <Refused problem={acting.problem} />
      </div>
    </Panel>
  );
};
