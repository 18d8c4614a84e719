import { type JSX, useEffect, useRef } from 'react';
import type { Product } from '#kernel/product.ts';
import { PRODUCT_WORDS } from '#kernel/words.ts';
import type { Ward } from '#tower/contract.ts';
import { Button } from '#web/design/Button.tsx';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { ProblemNotice } from '#web/design/ProblemNotice.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { currentLanguage, useText } from '#web/i18n/texts.ts';
import { remembered } from '#web/remember.ts';
import type { Asked } from './asked.ts';
import styles from './Incoming.module.css';
import { type Bed, useAccepting } from './use-accepting.ts';
import type { WardActs } from './use-ward-acts.ts';

/** How heavy the care is may still be open; the ward that says yes then chooses, as far as its bed goes. */
const HEAVINESS: readonly Product[] = ['elv-low', 'elv-high'];

const BedChoice = ({
  beds,
  chosen,
  onChoose,
}: {
  beds: readonly Bed[];
  chosen: Bed | undefined;
  onChoose: (id: string) => void;
}): JSX.Element => {
  const t = useText('ward');
  return (
    <div>
      <p className={styles.head}>{t('accept.bed')}</p>
      {beds.length === 0 ? (
        <p>{t('accept.notFree')}</p>
      ) : (
        <ChipToggles
          label={t('accept.bed')}
          one
          shape="box"
          chips={beds.map((bed) => ({
            value: bed.id,
            label: t(bed.held ? 'accept.heldBed' : 'accept.freeBed', { code: bed.code }),
          }))}
          values={[chosen?.id ?? '']}
          onChange={([id]) => onChoose(id ?? '')}
        />
      )}
    </div>
  );
};

type Form = ReturnType<typeof useAccepting>;

/** Where no bed is free: why a place beyond what there is can be made for who cannot wait. */
const ExtraReason = ({ form }: { form: Form }): JSX.Element => {
  const t = useText('ward');
  const { why } = form;
  return (
    <TextField
      ref={why.ref}
      label={t('accept.extraWhy')}
      hint={t('accept.extraHint')}
      value={why.value}
      maxLength={500}
      autoComplete="off"
      onChange={(event) => why.typed(event.target.value)}
      error={why.missing ? t('accept.extraMissing') : null}
    />
  );
};

const Heaviness = ({ form }: { form: Form }): JSX.Element => {
  const t = useText('ward');
  const language = currentLanguage();
  const { extra, bed } = form;
  return (
    <div>
      <p className={styles.head}>{t('accept.heaviness')}</p>
      <ChipToggles<Product>
        label={t('accept.heaviness')}
        one
        shape="box"
        chips={HEAVINESS.filter((product) => extra || bed?.products.includes(product) === true).map(
          (product) => ({ value: product, label: PRODUCT_WORDS[product].short[language] }),
        )}
        values={[form.product]}
        onChange={([product]) => form.chooseProduct(product ?? form.product)}
      />
    </div>
  );
};

/** A yes: which bed, and which doctor admits. The held bed is chosen already and the doctor remembered. */
export const AcceptPanel = ({
  asked,
  ward,
  acts,
}: {
  asked: Asked;
  ward: Ward;
  acts: WardActs;
}): JSX.Element => {
  const t = useText('ward');
  const form = useAccepting(asked, ward, acts);
  const sheet = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // With the doctor remembered, A and Enter are enough.
    const known = remembered('admitting-doctor') !== null;
    sheet.current?.querySelector<HTMLElement>(known ? 'button[type="submit"]' : 'input')?.focus();
  }, []);
  const act = t(form.extra ? 'accept.actExtra' : 'accept.act', { code: form.bed?.code ?? '' });
  return (
    <form ref={sheet} className={styles.panel} onSubmit={form.send} noValidate>
      <div className={styles.columns}>
        {form.extra ? (
          <ExtraReason form={form} />
        ) : (
          <BedChoice beds={form.beds} chosen={form.bed} onChoose={form.chooseBed} />
        )}
        <TextField
          ref={form.doctor.ref}
          label={t('accept.doctor')}
          value={form.doctor.value}
          autoComplete="off"
          onChange={(event) => form.doctor.typed(event.target.value)}
          error={form.doctor.missing ? t('accept.doctorMissing') : null}
        />
        {form.open && <Heaviness form={form} />}
      </div>
      <ProblemNotice problem={acts.problem} kind="conflict" />
      <div className={styles.send}>
        <Button
          look="primary"
          size="large"
          icon="check"
          submit
          busy={acts.busy}
          blocked={!form.extra && form.bed === undefined}
        >
          {acts.busy ? t('accept.busy') : act}
        </Button>
        <p>{t('accept.then')}</p>
      </div>
    </form>
  );
};
