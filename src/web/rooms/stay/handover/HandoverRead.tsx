import type { JSX } from 'react';
import type { HandoverView } from '#modules/stay/contract.ts';
import { Button } from '#web/design/Button.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { ConfirmForm } from './ConfirmForm.tsx';
import styles from './Handover.module.css';
import { HandoverFiles } from './HandoverFiles.tsx';
import { HandoverStanding } from './HandoverStanding.tsx';
import { SectionRead } from './SectionRead.tsx';
import { useAct } from './use-act.ts';
import { actOn, placeOf } from './use-handover.ts';

const nothing = (): void => undefined;

/** What who sent it can still do when it is no longer written: take it back, or begin a new one. */
const Sender = ({
  handover,
  onBegun,
}: {
  handover: HandoverView;
  onBegun: (id: string) => void;
}): JSX.Element => {
  const t = useText('patient-handover');
  const acting = useAct();
  const again = async (): Promise<void> => {
    const done = await acting.run(() => actOn('PUT', placeOf(handover), {}, handover.version));
    if (done?.id != null) onBegun(done.id);
  };
  return (
    <>
      {handover.state === 'received' ? (
        <Button
          look="quiet"
          onPress={() =>
            void acting.run(() =>
              actOn('POST', `/api/v1/handovers/${handover.id}/revoke`, {}, handover.version),
            )
          }
        >
          {t('send.revoke')}
        </Button>
      ) : (
        <Button look="primary" onPress={() => void again()}>
          {t('send.begin')}
        </Button>
      )}
      <Refused problem={acting.problem} />
    </>
  );
};

/** A handover as it was sent: for who receives it, and for who sent it once it is confirmed or taken back. */
export const HandoverRead = ({
  handover,
  onPrint,
  onBegun,
}: {
  handover: HandoverView;
  onPrint: () => void;
  onBegun: (id: string) => void;
}): JSX.Element => {
  const t = useText('patient-handover');
  const { sections, missing, number, receives, state } = handover;
  const changed = sections.filter((section) => section.changed).length;
  return (
    <div className={styles.page}>
      <div className={styles.main}>
        {receives && state === 'sent' && number > 1 && (
          <Notice kind="conflict" title={t('read.changed', { count: changed })} />
        )}
        {missing.length > 0 && (
          <Notice kind="plain" icon="circle-alert" title={t('read.missing', { count: missing.length })} />
        )}
        {sections.map((section) => (
          <SectionRead key={section.code} section={section} />
        ))}
      </div>
      <div className={styles.side}>
        {receives && state === 'sent' && <ConfirmForm handover={handover} byPhone={false} onDone={nothing} />}
        <Panel title={t('send.title')}>
          <div className={styles.lines}>
            <HandoverStanding handover={handover} />
            {handover.own && <Sender handover={handover} onBegun={onBegun} />}
            <Button icon="printer" onPress={onPrint}>
              {t('print')}
            </Button>
          </div>
        </Panel>
        <HandoverFiles handover={handover} writes={false} onDone={nothing} />
      </div>
    </div>
  );
};
