import { type AddressRules, checkAddress } from './address.ts';
import type { Carrier } from './messenger.ts';
import { postTo } from './post.ts';
import type { Delivery } from './store.ts';
import { signedHeaders } from './webhook.ts';

/** The service that brings short messages to telephones: where it listens, and the secret it checks our signature with. */
export interface ShortMessageSettings {
  readonly url: string;
  readonly secret: string;
}

/** A message to a telephone. It names no person and no treatment. */
export interface ShortMessage {
  readonly to: string;
  readonly text: string;
}

/** Writes a message at the moment it goes out; a code when there is nobody to write to, or no need to. */
export type ComposeShort = (delivery: Delivery) => Promise<ShortMessage | 'no-address' | 'overtaken'>;

/** Hands one message to the service, signed as webhooks are; it brings one id to a telephone once. */
export const sendShort = async (
  { url, secret }: ShortMessageSettings,
  message: ShortMessage,
  { id, rules, stop }: { readonly id: string; readonly rules: AddressRules; readonly stop: AbortSignal },
): Promise<{ readonly kind: 'taken' | 'not-now'; readonly status: string }> => {
  const address = await checkAddress(url, rules);
  if (!address.ok) return { kind: 'not-now', status: address.refusal.code };
  const body = JSON.stringify({ id, ...message });
  const { taken, status } = await postTo(address.value, body, signedHeaders(id, body, secret), stop);
  return { kind: taken ? 'taken' : 'not-now', status };
};

/** Carries short messages to the service. */
export const shortMessageCarrier =
  (
    settings: ShortMessageSettings,
    { rules, compose }: { readonly rules: AddressRules; readonly compose: ComposeShort },
  ): Carrier =>
  async (delivery, stop) => {
    const message = await compose(delivery);
    if (message === 'overtaken') return { kind: 'overtaken', status: 'overtaken' };
    if (message === 'no-address') return { kind: 'nobody', status: 'no-address' };
    return sendShort(settings, message, { id: delivery.dedupId, rules, stop });
  };
