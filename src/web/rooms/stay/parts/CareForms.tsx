import { type JSX, useId, useState } from 'react';
import type { z } from 'zod';
import { PRODUCTS, type Product } from '#kernel/product.ts';
import { PRODUCT_WORDS } from '#kernel/words.ts';
import type { RegionView } from '#modules/region/contract.ts';
import { useRead } from '#web/api/queries.ts';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import field from '#web/design/TextField.module.css';
import { currentLanguage, useText } from '#web/i18n/texts.ts';
import { PartForm } from './PartForm.tsx';
import styles from './parts.module.css';
import type { StayForm } from './use-stay-acts.ts';

/** Another care from today on, in the same bed. */
export const CareForm = ({ stay, acts, onDone }: StayForm): JSX.Element => {
  const t = useText('stay');
  const language = currentLanguage();
  const others = PRODUCTS.filter((product) => product !== stay.product);
  const [product, setProduct] = useState<Product>(others[0] ?? stay.product);
  const named = (of: Product): string => PRODUCT_WORDS[of].short[language];
  const send = async (): Promise<void> => {
    const done = await acts.act({
      path: 'care',
      body: { product },
      version: stay.version,
      done: t('care.done', { product: named(product) }),
      undo: ({ version }) => ({ path: 'care', body: { product: stay.product }, version }),
    });
    if (done) onDone();
  };
  return (
    <PartForm
      acts={acts}
      act={t('care.act')}
      now={named(stay.product)}
      onSend={() => void send()}
      onStop={onDone}
    >
      <div>
        <p className={styles.label}>{t('care.which')}</p>
        <ChipToggles<Product>
          label={t('care.which')}
          one
          chips={others.map((value) => ({ value, label: named(value) }))}
          values={[product]}
          onChange={([next = product]) => setProduct(next)}
        />
      </div>
      <p className={styles.quietLine}>{t('care.then')}</p>
    </PartForm>
  );
};

/** The practice that hears how it goes. */
export const GpForm = ({ stay, acts, onDone }: StayForm): JSX.Element => {
  const t = useText('stay');
  const id = useId();
  const { data } = useRead<z.infer<typeof RegionView>>('/api/v1/region', ['region']);
  const practices = (data?.body.organisations ?? []).filter(({ kind }) => kind === 'gp-practice');
  const [chosen, setChosen] = useState(stay.gp?.id ?? '');
  const organisationId = chosen === '' ? (practices[0]?.id ?? '') : chosen;
  const send = async (): Promise<void> => {
    const before = stay.gp;
    const done = await acts.act({
      path: 'gp',
      body: { organisationId },
      version: stay.version,
      done: t('care.gpDone'),
      undo: ({ version }) =>
        before === null ? null : { path: 'gp', body: { organisationId: before.id }, version },
    });
    if (done) onDone();
  };
  return (
    <PartForm
      acts={acts}
      act={t('form.keep')}
      now={stay.gp?.name ?? t('care.noGp')}
      onSend={() => void send()}
      onStop={onDone}
    >
      <div className={field.field}>
        <label htmlFor={id}>{t('care.gp')}</label>
        <select id={id} value={organisationId} onChange={(event) => setChosen(event.currentTarget.value)}>
          {practices.map((practice) => (
            <option key={practice.id} value={practice.id}>
              {practice.name}
            </option>
          ))}
        </select>
      </div>
    </PartForm>
  );
};
