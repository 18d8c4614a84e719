import { type JSX, useState } from 'react';
import type { LoadKind } from '#modules/capacity/types.ts';
import { Age } from '#web/design/Age.tsx';
import { Button } from '#web/design/Button.tsx';
import { originOf } from '#web/design/figure.ts';
import { Gauge, GaugeWord } from '#web/design/Gauge.tsx';
import { Icon } from '#web/design/Icon.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { ProblemNotice } from '#web/design/ProblemNotice.tsx';
import { Stepper } from '#web/design/Stepper.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useTold } from '#web/rooms/capacity/use-told.ts';
import styles from './Hospital.module.css';
import { StopPart } from './StopPart.tsx';
import type { Told } from './told.ts';

const MOST = 2000;

/** How today compares with what is usual; nothing while nobody can say. */
const Compared = ({ told }: { told: Told | undefined }): JSX.Element | null => {
  if (told === undefined || told.value === null || told.usual === null) return null;
  const facts = { value: told.value, ...told.usual };
  return (
    <div className={styles.gauge}>
      <GaugeWord facts={facts} />
      <Gauge facts={facts} />
    </div>
  );
};

/** One number of the hospital: change it with − and +, or say with one press that it is still right. */
export const LoadCard = ({
  siteId,
  kind,
  told,
}: {
  siteId: string;
  kind: LoadKind;
  told: Told | undefined;
}): JSX.Element => {
  const t = useText('hospital');
  const { busy, problem, tell } = useTold(['load']);
  const known = told?.value ?? null;
  const [changed, setChanged] = useState<number | null>(null);
  const value = changed ?? known ?? 0;
  const send = (): void =>
    void tell(
      `/api/v1/hospitals/${siteId}/loads`,
      { kind, value },
      t('done.load', { what: t(`kind.${kind}`), value }),
    ).then((went) => {
      if (went) setChanged(null);
    });
  const same = known !== null && value === known;
  return (
    <Panel title={t(`kind.${kind}`)}>
      <p className={styles.what}>{t(`what.${kind}`)}</p>
      <div className={styles.number}>
        <Stepper large label={t(`kind.${kind}`)} value={value} max={MOST} onChange={setChanged} />
        <Button
          look="primary"
          size="large"
          icon="check"
          busy={busy}
          blocked={known === null && changed === null}
          onPress={send}
        >
          {busy ? t('busy') : same ? t('still') : t('tell', { value })}
        </Button>
      </div>
      <Compared told={told} />
      <p className={styles.age}>
        <Icon name="clock" size={13} />
        <Age {...originOf(told?.figure ?? { asOf: null, source: null })} sourceWord />
      </p>
      <ProblemNotice problem={problem} />
      {kind === 'emergency' && <StopPart siteId={siteId} kind={kind} stop={told?.stop ?? null} />}
    </Panel>
  );
};
