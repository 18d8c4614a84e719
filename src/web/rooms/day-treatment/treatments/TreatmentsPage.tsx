import { type JSX, useState } from 'react';
import type { TreatmentView } from '#modules/day-treatment/contract.ts';
import { useSignedIn } from '#web/api/session.ts';
import { Button } from '#web/design/Button.tsx';
import { NotRead } from '#web/design/NotRead.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { StateChip } from '#web/design/StateChip.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Screen } from '#web/shell/Screen.tsx';
import versions from '#web/shell/Versions.module.css';
import { EndTreatment } from './EndTreatment.tsx';
import { TreatmentForm } from './TreatmentForm.tsx';
import { SignedLine, TreatmentRead } from './TreatmentRead.tsx';
import { useTreatments } from './use-treatments.ts';

const Earlier = ({ earlier }: Pick<TreatmentView, 'earlier'>): JSX.Element | null => {
  const t = useText('treatments');
  if (earlier.length === 0) return null;
  return (
    <details className={versions.earlier}>
      <summary>{t('earlier', { count: earlier.length })}</summary>
      {earlier.map((version) => (
        <div key={version.version} className={versions.version}>
          <SignedLine signed={version} />
          <TreatmentRead body={version.body} />
        </div>
      ))}
    </details>
  );
};

const Acts = ({
  treatment,
  name,
  onSign,
  onEnd,
}: {
  treatment: TreatmentView;
  name: string;
  onSign: () => void;
  onEnd: () => void;
}): JSX.Element => {
  const t = useText('treatments');
  const { now } = treatment;
  if (now !== null && !now.own)
    return <p className={versions.quiet}>{t('others', { house: now.organisation.name })}</p>;
  return (
    <div className={versions.acts}>
      <Button icon="signature" label={t(now === null ? 'readOf' : 'changeOf', { name })} onPress={onSign}>
        {t(now === null ? 'read' : 'change')}
      </Button>
      {now !== null && (
        <Button look="quiet" icon="ban" label={t('end.actOf', { name })} onPress={onEnd}>
          {t('end.act')}
        </Button>
      )}
    </div>
  );
};

const Treatment = ({ treatment, signs }: { treatment: TreatmentView; signs: boolean }): JSX.Element => {
  const t = useText('treatments');
  const [doing, setDoing] = useState<'sign' | 'end' | null>(null);
  const { now, draft, earlier, code } = treatment;
  const body = now?.body ?? draft;
  const done = (): void => setDoing(null);
  return (
    <Panel title={body.name}>
      <div className={versions.version}>
        {now === null ? (
          <StateChip state="soon">{t('draft')}</StateChip>
        ) : (
          <>
            <StateChip state="free">{t('inUse')}</StateChip>
            <SignedLine signed={now} />
          </>
        )}
        {doing === 'sign' ? (
          <TreatmentForm treatment={treatment} onDone={done} />
        ) : (
          <TreatmentRead body={body} />
        )}
        {doing === 'end' && <EndTreatment code={code} name={body.name} onDone={done} />}
        {signs && doing === null && (
          <Acts
            treatment={treatment}
            name={body.name}
            onSign={() => setDoing('sign')}
            onEnd={() => setDoing('end')}
          />
        )}
        <Earlier earlier={earlier} />
      </div>
    </Panel>
  );
};

/** What can be given near home: drafts with their source, what a clinician signed, and the versions before. */
export const TreatmentsPage = (): JSX.Element => {
  const t = useText('treatments');
  const { actor } = useSignedIn();
  const read = useTreatments();
  return (
    <Screen title={t('title')} line={t('line')} back="/afspraken">
      {read.data === undefined && <NotRead read={read} grid="160px 1fr" rows={8} late={t('loading')} />}
      <div className={versions.page}>
        {read.data?.body.treatments.map((treatment) => (
          <Treatment key={treatment.code} treatment={treatment} signs={actor.role === 'specialist'} />
        ))}
      </div>
    </Screen>
  );
};
