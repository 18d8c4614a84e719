import type { JSX } from 'react';
import { minutesOf, type SignedTreatment, type TreatmentView } from '#modules/day-treatment/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { capital } from '#web/i18n/capital.ts';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import versions from '#web/shell/Versions.module.css';
import styles from './Treatments.module.css';

/** Which version it is, since when and by whom; and when and why it was taken out of use. */
export const SignedLine = ({ signed }: { signed: SignedTreatment }): JSX.Element => {
  const t = useText('treatments');
  const format = useFormat();
  const now = useNow('minute');
  const { version, signedBy, signedAt, organisation, endedAt, endReason } = signed;
  return (
    <p className={versions.quiet}>
      {t('signed', {
        ...{ version, who: signedBy, house: organisation.name },
        moment: format.moment(Date.parse(signedAt), now),
      })}
      {endedAt !== null &&
        ` ${t('ended', { moment: format.moment(Date.parse(endedAt), now), why: endReason })}`}
    </p>
  );
};

const Steps = ({ title, steps }: { title: string; steps: readonly string[] }): JSX.Element => {
  const t = useText('treatments');
  return (
    <>
      <dt>{title}</dt>
      <dd>
        {steps.length === 0 ? (
          <span className={styles.missing}>{t('ownSteps')}</span>
        ) : (
          <ol className={styles.steps}>
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        )}
      </dd>
    </>
  );
};

/** What a treatment is: its times, who may give it, what must be so first, and what to do on a reaction. */
export const TreatmentRead = ({ body }: { body: TreatmentView['draft'] }): JSX.Element => {
  const t = useText('treatments');
  const first = [
    ...(body.labDays === null ? [] : [t('first.lab', { count: body.labDays })]),
    ...(body.firstInHospital ? [t('first.hospital')] : []),
    ...(body.weight ? [t('first.weight')] : []),
    t('first.pharmacy', { count: body.pharmacyDays }),
    ...(body.coldChain ? [t('first.cold')] : []),
  ];
  return (
    <dl className={versions.facts}>
      <dt>{t('times')}</dt>
      <dd>
        <b>{t('minutes', { count: minutesOf(body) })}</b> {t('timesOf', body)}
      </dd>
      <dt>{t('chairs')}</dt>
      <dd>
        {capital(
          body.seats
            .map(({ room, from, until }) => t('seat', { room: t(`room.${room}`), minutes: until - from }))
            .join(', '),
        )}
      </dd>
      <dt>{t('field.ratio')}</dt>
      <dd>{t('ratioOf', { count: body.ratio })}</dd>
      <dt>{t('field.competences')}</dt>
      <dd>{capital(body.competences.map((each) => t(`competence.${each}`)).join(', '))}</dd>
      <dt>{t('before')}</dt>
      <dd>{capital(first.join(', '))}</dd>
      <Steps title={t('field.reaction')} steps={body.reaction} />
      <Steps title={t('field.emergency')} steps={body.emergency} />
      {body.preparation.length > 0 && <Steps title={t('field.preparation')} steps={body.preparation} />}
      <dt>{t('source')}</dt>
      <dd className={versions.quiet}>{body.source}</dd>
    </dl>
  );
};
