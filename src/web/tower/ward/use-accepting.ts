import { type FormEvent, useRef, useState } from 'react';
import type { Instant } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';
import type { Ward } from '#tower/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { useText } from '#web/i18n/texts.ts';
import { remember, remembered } from '#web/remember.ts';
import type { Asked } from './asked.ts';
import { bedsThen } from './beds-then.ts';
import type { Accepting, WardActs } from './use-ward-acts.ts';

/** A bed of the ward that could be the answer. */
export interface Bed {
  readonly id: string;
  readonly code: string;
  readonly held: boolean;
  readonly products: readonly Product[];
}

/** The bed that is held for this question first, then every bed of the ward that can be given when the person comes. */
const bedsFor = ({ offer, request }: Asked, ward: Ward, now: Instant): Bed[] => {
  const asked = ward.places.find(({ id }) => id === offer.placeId);
  const then = Date.parse(offer.arrivalFrom ?? request.wantedFrom);
  const can = bedsThen(ward.places, request.product, { then, now });
  const own: Bed = {
    id: offer.placeId,
    code: offer.placeCode,
    held: offer.held,
    products: asked?.products ?? [request.product],
  };
  const others = can
    .filter(({ id }) => id !== own.id)
    .map(({ id, code, products }) => ({ id, code, held: false, products }));
  return own.held || can.some(({ id }) => id === own.id) ? [own, ...others] : others;
};

/** Only who cannot wait gets a place beyond what there is, and only when no bed is free. */
const isExtra = ({ request }: Asked, beds: readonly Bed[]): boolean =>
  beds.length === 0 && (request.urgency === 'crisis' || request.urgency === 'today');

/** Something the ward must fill in; shorter than `least` it is missing. */
const useWord = (first: string, least: number) => {
  const [value, setValue] = useState(first);
  const [missing, setMissing] = useState(false);
  const ref = useRef<HTMLInputElement>(null);
  const text = value.trim();
  const typed = (next: string): void => {
    setValue(next);
    setMissing(false);
  };
  /** Says whether it is there; when it is not, the hand is led to it. */
  const isThere = (): boolean => {
    setMissing(text.length < least);
    if (text.length < least) ref.current?.focus();
    return text.length >= least;
  };
  return { ref, value, text, missing, typed, isThere };
};

/** What the ward fills in with its yes, and the sending of it. */
export const useAccepting = (asked: Asked, ward: Ward, acts: WardActs) => {
  const t = useText('ward');
  const beds = bedsFor(asked, ward, useNow('minute'));
  const extra = isExtra(asked, beds);
  const [bedId, chooseBed] = useState(asked.offer.placeId);
  const [product, chooseProduct] = useState<Product>(asked.request.product);
  const doctor = useWord(remembered('admitting-doctor') ?? '', 2);
  const why = useWord('', 3);
  const bed = beds.find(({ id }) => id === bedId) ?? beds[0];
  const open = asked.request.weight === 'unknown';
  const place = (): Pick<Accepting, 'placeId' | 'extra'> =>
    extra ? { extra: { reason: why.text } } : { placeId: bed?.id ?? asked.offer.placeId };
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (!doctor.isThere() || (extra && !why.isThere())) return;
    remember('admitting-doctor', doctor.text);
    const yes = { doctor: doctor.text, ...place(), ...(open ? { product } : {}) };
    const told = { code: bed?.code ?? asked.offer.placeCode, doctor: doctor.text };
    void acts.accept(asked.offer.id, yes, t(extra ? 'accept.doneExtra' : 'accept.done', told));
  };
  return { beds, bed, extra, why, chooseBed, doctor, send, open, product, chooseProduct };
};
