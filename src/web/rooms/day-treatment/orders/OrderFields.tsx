import { type JSX, useId } from 'react';
import { minutesOf, type OrderLine } from '#modules/day-treatment/contract.ts';
import { ChoiceCards } from '#web/design/ChoiceCards.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { useText } from '#web/i18n/texts.ts';
import { usePhone } from '#web/shell/use-phone.ts';
import { CareFields } from './CareFields.tsx';
import { CourseFields } from './CourseFields.tsx';
import styles from './OrderForm.module.css';
import { type Orderable, withTreatment } from './order-draft.ts';
import type { Writing } from './use-order-form.ts';
import { type House, HouseFields, MoreFields } from './WhereFields.tsx';
import { WhoFields } from './WhoFields.tsx';

/** What can be chosen in the form. */
export interface OrderChoices {
  readonly treatments: readonly Orderable[];
  readonly sites: readonly House[];
  readonly practices: readonly House[];
  /** Whom the hospital ordered for before. */
  readonly orders: readonly OrderLine[];
}

const TreatmentField = ({
  draft,
  change,
  wrong,
  treatments,
  fixed,
}: Writing & { treatments: readonly Orderable[]; fixed: boolean }): JSX.Element => {
  const t = useText('orders');
  const id = useId();
  const phone = usePhone();
  const fault = wrong('treatment');
  const chosen = treatments.find(({ code }) => code === draft.treatment);
  return (
    <div data-field="treatment" data-wrong={fault === null ? undefined : ''}>
      <p id={id} className={styles.label}>
        {t('field.treatment')}
      </p>
      {fixed ? (
        <p>{chosen?.body.name}</p>
      ) : (
        <ChoiceCards<string>
          labelledBy={id}
          columns={phone ? 1 : 2}
          value={draft.treatment}
          onChange={(code) => {
            const next = treatments.find((each) => each.code === code);
            if (next !== undefined) change(withTreatment(draft, next));
          }}
          choices={treatments.map(({ code, body }) => ({
            value: code,
            title: body.name,
            line: t('treatment.line', { minutes: minutesOf(body) }),
          }))}
        />
      )}
      {fault !== null && <p className={styles.fault}>{fault}</p>}
    </div>
  );
};

/** The questions of an order, in the order in which they are answered. `fixed`: for whom and what stand already. */
export const OrderFields = ({
  choices: { treatments, sites, practices, orders },
  fixed,
  ...writing
}: Writing & { choices: OrderChoices; fixed: boolean }): JSX.Element => {
  const t = useText('orders');
  const treatment = treatments.find(({ code }) => code === writing.draft.treatment);
  return (
    <div className={styles.halves} data-order-form>
      <div className={styles.half}>
        <Panel title={t('part.who')}>
          <div className={styles.fields}>
            <WhoFields {...writing} orders={orders} fixed={fixed} />
          </div>
        </Panel>
        <Panel title={t('part.what')}>
          <div className={styles.fields}>
            {treatments.length === 0 ? (
              <Notice kind="empty" title={t('treatment.none')}>
                {t('treatment.noneLine')}
              </Notice>
            ) : (
              <TreatmentField {...writing} treatments={treatments} fixed={fixed} />
            )}
            <HouseFields {...writing} sites={sites} practices={practices} />
          </div>
        </Panel>
      </div>
      {treatment !== undefined && (
        <div className={styles.half}>
          <Panel title={t('part.course')}>
            <div className={styles.fields}>
              <CareFields {...writing} treatment={treatment} />
              <CourseFields {...writing} first={treatment.body.firstInHospital} />
              <details className={styles.more}>
                <summary>{t('part.more')}</summary>
                <div className={styles.fields}>
                  <MoreFields {...writing} />
                </div>
              </details>
            </div>
          </Panel>
        </div>
      )}
    </div>
  );
};
