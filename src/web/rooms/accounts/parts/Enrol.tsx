import { type JSX, useState } from 'react';
import type { z } from 'zod';
import type { Enrolled, Next } from '#modules/accounts/contract.ts';
import { Button } from '#web/design/Button.tsx';
import { ChoiceCards } from '#web/design/ChoiceCards.tsx';
import { useText } from '#web/i18n/texts.ts';
import { AddApp } from './AddApp.tsx';
import { AddPasskey } from './AddPasskey.tsx';
import { knowsPasskeys } from './device.ts';
import form from './Form.module.css';
import { Gate } from './Gate.tsx';
import { OnlyCounts } from './OnlyCounts.tsx';
import { RecoveryCodes } from './RecoveryCodes.tsx';

type Way = 'passkey' | 'app';

/** The first second factor: a passkey or an app, then the recovery codes, seen once. */
export const Enrol = ({
  onNext,
  onDone,
}: {
  onNext: (next: Next) => void;
  onDone: () => void;
}): JSX.Element => {
  const t = useText('accounts');
  const [way, setWay] = useState<Way>(knowsPasskeys() ? 'passkey' : 'app');
  const [begun, setBegun] = useState(false);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const added = ({ recoveryCodes }: z.infer<typeof Enrolled>): void => {
    if (recoveryCodes === null) onDone();
    else setCodes(recoveryCodes);
  };
  if (codes !== null)
    return (
      <Gate title={t('codes.title')}>
        <RecoveryCodes codes={codes} onKept={onDone} />
      </Gate>
    );
  if (begun)
    return (
      <Gate title={way === 'passkey' ? t('passkey.title') : t('app.title')}>
        {way === 'passkey' ? <AddPasskey onAdded={added} /> : <AddApp onAdded={added} />}
        <div className={form.aside}>
          <Button look="quiet" icon="chevron-left" onPress={() => setBegun(false)}>
            {t('enrol.other')}
          </Button>
        </div>
      </Gate>
    );
  return (
    <Gate title={t('enrol.title')} lead={t('enrol.lead')}>
      <p id="enrol-how" className="aloud">
        {t('enrol.title')}
      </p>
      <ChoiceCards<Way>
        labelledBy="enrol-how"
        columns={1}
        value={way}
        onChange={setWay}
        choices={[
          ...(knowsPasskeys()
            ? [{ value: 'passkey' as const, title: t('enrol.passkey'), line: t('enrol.passkeyLine') }]
            : []),
          { value: 'app', title: t('enrol.app'), line: t('enrol.appLine') },
        ]}
      />
      <Button look="primary" size="large" wide onPress={() => setBegun(true)}>
        {t('enrol.submit')}
      </Button>
      <div className={form.aside}>
        <OnlyCounts onNext={onNext} />
      </div>
    </Gate>
  );
};
