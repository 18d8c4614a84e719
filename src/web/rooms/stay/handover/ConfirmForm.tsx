import { type JSX, useState } from 'react';
import type { HandoverView } from '#modules/stay/contract.ts';
import { useSignedIn } from '#web/api/session.ts';
import { Button } from '#web/design/Button.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import styles from './Handover.module.css';
import { useAct } from './use-act.ts';
import { actOn } from './use-handover.ts';

/** It came: who receives names the doctor who takes over. Outside the region who sent it tells whom they spoke. */
export const ConfirmForm = ({
  handover,
  byPhone,
  onDone,
}: {
  handover: HandoverView;
  byPhone: boolean;
  onDone: (view: HandoverView) => void;
}): JSX.Element => {
  const t = useText('patient-handover');
  const { actor } = useSignedIn();
  const own = !byPhone && actor.role === 'gp' ? actor.name : '';
  const [doctor, setDoctor] = useState(handover.doctor ?? own);
  const [spoke, setSpoke] = useState('');
  const acting = useAct();
  const path = `/api/v1/handovers/${handover.id}/${byPhone ? 'confirm-by-phone' : 'confirm'}`;
  const confirm = async (): Promise<void> => {
    const body = byPhone ? { doctor, spoke } : { doctor };
    const done = await acting.run(() => actOn('POST', path, body, handover.version));
    if (done !== null) onDone(done);
  };
  return (
    <Panel title={t(byPhone ? 'confirm.phoneTitle' : 'confirm.title')}>
      <form
        className={styles.lines}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void confirm();
        }}
      >
        {byPhone && (
          <TextField
            label={t('confirm.spoke')}
            value={spoke}
            error={acting.wrong('spoke')}
            onChange={(event) => setSpoke(event.currentTarget.value)}
          />
        )}
        <TextField
          label={t('confirm.doctor')}
          hint={t(`confirm.hint.${handover.direction}`)}
          value={doctor}
          error={acting.wrong('doctor')}
          onChange={(event) => setDoctor(event.currentTarget.value)}
        />
        <Button look="primary" size="large" submit busy={acting.busy}>
          {t(acting.busy ? 'confirm.busy' : byPhone ? 'confirm.phone' : 'confirm.act')}
        </Button>
        <Refused problem={acting.problem} />
      </form>
    </Panel>
  );
};
