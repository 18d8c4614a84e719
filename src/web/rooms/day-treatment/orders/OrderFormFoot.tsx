import type { JSX } from 'react';
import { Button } from '#web/design/Button.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useKeys } from '#web/shell/acts.ts';
import styles from './OrderForm.module.css';
import type { OrderForm } from './use-order-form.ts';
import type { House } from './WhereFields.tsx';

/** Sign, keep for later, or leave; says who reads it from the signature on. */
export const OrderFormFoot = ({
  form,
  sites,
  onSigned,
  onSaved,
  onLeave,
}: {
  form: OrderForm;
  sites: readonly House[];
  onSigned: (id: string) => void;
  /** Left out of a signed order: its change is signed. */
  onSaved?: (id: string) => void;
  onLeave: () => void;
}): JSX.Element => {
  const t = useText('orders');
  const site = sites.find(({ id }) => id === form.draft.siteOrg)?.name ?? t('where.site');
  const sign = async (): Promise<void> => {
    const signed = await form.sign();
    if (signed !== null) onSigned(signed.id);
  };
  const save = async (): Promise<void> => {
    const saved = await form.save();
    if (saved !== null) onSaved?.(saved.id);
  };
  useKeys([{ keys: ['Ctrl+Enter'], does: t('sign'), run: () => void sign() }]);
  return (
    <div className={styles.foot}>
      <p>{t('signLine', { site })}</p>
      <Button look="quiet" onPress={onLeave}>
        {t('leave')}
      </Button>
      {onSaved !== undefined && (
        <Button size="large" busy={form.busy} onPress={() => void save()}>
          {t('save')}
        </Button>
      )}
      <Button
        look="primary"
        size="large"
        icon="signature"
        keys={['Ctrl', 'Enter']}
        busy={form.busy}
        onPress={() => void sign()}
      >
        {t(form.busy ? 'busy' : 'sign')}
      </Button>
    </div>
  );
};
