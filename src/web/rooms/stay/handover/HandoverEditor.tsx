import type { JSX } from 'react';
import type { HandoverSectionView, HandoverView } from '#modules/stay/contract.ts';
import { useLink } from '#web/api/live.ts';
import { Button } from '#web/design/Button.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { useKeys } from '#web/shell/acts.ts';
import { ConfirmForm } from './ConfirmForm.tsx';
import { shownOf } from './draft.ts';
import styles from './Handover.module.css';
import { HandoverFiles } from './HandoverFiles.tsx';
import { HandoverStanding } from './HandoverStanding.tsx';
import { MissingNow } from './MissingNow.tsx';
import { ReceiverForm } from './ReceiverForm.tsx';
import { SectionWrite } from './SectionWrite.tsx';
import { useAct } from './use-act.ts';
import { actOn, placeOf, useWriting, type Writing } from './use-handover.ts';

/** Somebody else wrote in the same section: both texts stand there, and the reader says which stays. */
const Apart = ({ writing }: { writing: Writing }): JSX.Element | null => {
  const t = useText('patient-handover');
  if (writing.keeping !== 'apart') return null;
  return (
    <Notice
      kind="conflict"
      title={t('apart.title')}
      announce
      actions={
        <>
          <Button look="primary" onPress={() => writing.settle('mine')}>
            {t('apart.mine')}
          </Button>
          <Button onPress={() => writing.settle('theirs')}>{t('apart.take')}</Button>
        </>
      }
    >
      {t('apart.line')}
    </Notice>
  );
};

const isLacking =
  (writing: Writing) =>
  (section: HandoverSectionView): boolean => {
    const shown = shownOf(writing.typed, section);
    return section.missing && !shown.none && shown.text.trim() === '';
  };

/** Ready: it goes to who receives it, once that is kept, with or without what is missing; it can be taken back. */
const Send = ({ writing, waits }: { writing: Writing; waits: boolean }): JSX.Element => {
  const t = useText('patient-handover');
  const offline = useLink().state === 'lost';
  const acting = useAct();
  const { view } = writing;
  const place = placeOf(view);
  const send = async (): Promise<void> => {
    const kept = await writing.keep();
    if (kept === null) return;
    const done = await acting.run(() => actOn('POST', `${place}/send`, {}, kept.version));
    if (done !== null) writing.adopt(done);
  };
  const revoke = async (): Promise<void> => {
    const kept = await writing.keep();
    if (kept === null) return;
    await acting.run(() => actOn('POST', `/api/v1/handovers/${kept.id}/revoke`, {}, kept.version));
  };
  useKeys([{ keys: ['Ctrl+Enter'], does: t('send.ready'), run: () => void send() }]);
  const again = view.state === 'sent';
  return (
    <div className={styles.lines}>
      <Button
        look="primary"
        size="large"
        wide
        busy={acting.busy}
        blocked={offline || waits}
        onPress={() => void send()}
      >
        {t(acting.busy ? 'send.busy' : again ? 'send.again' : 'send.ready')}
      </Button>
      {again && (
        <Button look="quiet" onPress={() => void revoke()}>
          {t('send.revoke')}
        </Button>
      )}
      <Refused problem={acting.problem} />
    </div>
  );
};

const Side = ({ writing, onPrint }: { writing: Writing; onPrint: () => void }): JSX.Element => {
  const t = useText('patient-handover');
  const acting = useAct();
  const { view, keeping } = writing;
  const lacking = view.sections.filter(isLacking(writing));
  const outside = view.receiver !== null && view.receiver.organisationId === null;
  return (
    <div className={styles.side}>
      <MissingNow
        sections={lacking}
        onNone={(section) => {
          writing.write(section.code, { ...shownOf(writing.typed, section), none: true });
        }}
      />
      <Panel title={t('send.title')}>
        <div className={styles.lines}>
          <HandoverStanding handover={view} />
          {view.direction === 'out' && view.state === 'draft' && (
            <ReceiverForm handover={view} acting={acting} keep={writing.keep} onDone={writing.adopt} />
          )}
          <Send writing={writing} waits={acting.busy} />
          <p className={styles.quiet} role="status">
            {t(`keeping.${keeping}`)}
          </p>
          <Button icon="printer" onPress={onPrint}>
            {t('print')}
          </Button>
        </div>
      </Panel>
      {view.state === 'sent' && outside && <ConfirmForm handover={view} byPhone onDone={writing.adopt} />}
      <HandoverFiles handover={view} writes onDone={writing.adopt} />
    </div>
  );
};

/** A handover while it is written: what is known stands there, what is missing is counted, all of it is kept by itself. */
export const HandoverEditor = ({
  read,
  onPrint,
}: {
  read: HandoverView;
  onPrint: () => void;
}): JSX.Element => {
  const writing = useWriting(read);
  return (
    <div className={styles.page}>
      <div className={styles.main}>
        <Apart writing={writing} />
        <Refused problem={writing.problem} />
        {writing.view.sections.map((section) => (
          <SectionWrite
            key={section.code}
            section={section}
            shown={shownOf(writing.typed, section)}
            apart={writing.apart.includes(section.code)}
            onWrite={(written) => writing.write(section.code, written)}
            onLeave={() => void writing.keep()}
          />
        ))}
      </div>
      <Side writing={writing} onPrint={onPrint} />
    </div>
  );
};
