import { type FormEvent, type JSX, useEffect, useRef, useState } from 'react';
import type { Product } from '#kernel/product.ts';
import { PRODUCT_WORDS } from '#kernel/words.ts';
import type { Ward } from '#tower/contract.ts';
import { Button } from '#web/design/Button.tsx';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { currentLanguage, useText } from '#web/i18n/texts.ts';
import { remember, remembered } from '#web/remember.ts';
import type { Asked } from './asked.ts';
import styles from './Incoming.module.css';
import type { WardActs } from './use-ward-acts.ts';

/** How heavy the care is may still be open; the ward that says yes then chooses, as far as its bed goes. */
const HEAVINESS: readonly Product[] = ['elv-low', 'elv-high'];

interface Bed {
  readonly id: string;
  readonly code: string;
  readonly held: boolean;
  readonly products: readonly Product[];
}

/** The bed that is held for this question first, then every free bed of the ward that gives this care. */
const bedsFor = ({ offer, request }: Asked, ward: Ward): Bed[] => {
  const asked = ward.places.find(({ id }) => id === offer.placeId);
  const own: Bed = {
    id: offer.placeId,
    code: offer.placeCode,
    held: offer.held,
    products: asked?.products ?? [request.product],
  };
  const others = ward.places
    .filter(
      ({ id, state, products }) => id !== own.id && state === 'free' && products.includes(request.product),
    )
    .map(({ id, code, products }) => ({ id, code, held: false, products }));
  return [own, ...others];
};

const useAccepting = (asked: Asked, ward: Ward, acts: WardActs) => {
  const t = useText('ward');
  const beds = bedsFor(asked, ward);
  const [bedId, chooseBed] = useState(asked.offer.placeId);
  const [doctor, setDoctor] = useState(remembered('admitting-doctor') ?? '');
  const [product, chooseProduct] = useState<Product>(asked.request.product);
  const [missing, setMissing] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const bed = beds.find(({ id }) => id === bedId) ?? beds[0];
  const open = asked.request.weight === 'unknown';
  const send = (event: FormEvent): void => {
    event.preventDefault();
    const name = doctor.trim();
    setMissing(name.length < 2);
    if (name.length < 2 || bed === undefined) {
      field.current?.focus();
      return;
    }
    remember('admitting-doctor', name);
    const yes = { doctor: name, placeId: bed.id, ...(open ? { product } : {}) };
    void acts.accept(asked.offer.id, yes, t('accept.done', { code: bed.code, doctor: name }));
  };
  const typed = (name: string): void => {
    setDoctor(name);
    setMissing(false);
  };
  return { beds, bed, chooseBed, doctor, typed, missing, field, send, open, product, chooseProduct };
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
  const language = currentLanguage();
  const form = useAccepting(asked, ward, acts);
  const code = form.bed?.code ?? '';
  const sheet = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // With the doctor remembered, A and Enter are enough.
    const known = remembered('admitting-doctor') !== null;
    sheet.current?.querySelector<HTMLElement>(known ? 'button[type="submit"]' : 'input')?.focus();
  }, []);
  return (
    <form ref={sheet} className={styles.panel} onSubmit={form.send} noValidate>
      <div className={styles.columns}>
        <div>
          <p className={styles.head}>{t('accept.bed')}</p>
          <ChipToggles
            label={t('accept.bed')}
            one
            shape="box"
            chips={form.beds.map((bed) => ({
              value: bed.id,
              label: t(bed.held ? 'accept.heldBed' : 'accept.freeBed', { code: bed.code }),
            }))}
            values={[form.bed?.id ?? '']}
            onChange={([id]) => form.chooseBed(id ?? '')}
          />
        </div>
        <TextField
          ref={form.field}
          label={t('accept.doctor')}
          value={form.doctor}
          autoComplete="off"
          onChange={(event) => form.typed(event.target.value)}
          error={form.missing ? t('accept.doctorMissing') : null}
        />
        {form.open && (
          <div>
            <p className={styles.head}>{t('accept.heaviness')}</p>
            <ChipToggles<Product>
              label={t('accept.heaviness')}
              one
              shape="box"
              chips={HEAVINESS.filter((product) => form.bed?.products.includes(product)).map((product) => ({
                value: product,
                label: PRODUCT_WORDS[product].short[language],
              }))}
              values={[form.product]}
              onChange={([product]) => form.chooseProduct(product ?? form.product)}
            />
          </div>
        )}
      </div>
      {acts.problem !== null && (
        <Notice kind="conflict" title={acts.problem.sentence(language)} announce>
          {acts.problem.next(language)}
        </Notice>
      )}
      <div className={styles.send}>
        <Button look="primary" size="large" icon="check" submit busy={acts.busy}>
          {acts.busy ? t('accept.busy') : t('accept.act', { code })}
        </Button>
        <p>{t('accept.then')}</p>
      </div>
    </form>
  );
};
