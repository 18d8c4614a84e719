import type { TFunction } from 'i18next';
import type { z } from 'zod';
import type { RegionView } from '#modules/region/contract.ts';
import type { DeliveryView, WebhookView } from '#platform/outbox/contract.ts';

const MAIL_EVENTS = new Set([
  'question',
  'figure-old',
  'not-read',
  'alternative-waits',
  'search-over',
  'arrival-open',
  'moment-invitation',
  'moment-moved',
  'moment-gone',
  'moment-reminder',
]);
const REASONS = new Set([
  'timeout',
  'redirect',
  'no-connection',
  'certificate',
  'no-address',
  'mail-off',
  'message-off',
  'other-key',
]);

/** What a message is about: letters in words, webhooks by the name that integrators know. */
export const eventWords = (t: TFunction, { event }: DeliveryView): string => {
  if (event === 'webhook.test') return t('event.test');
  return MAIL_EVENTS.has(event) ? t(`event.${event}`) : event;
};

const reasonWords = (t: TFunction, status: string): string => {
  const [, kind, code = ''] = /^(http|smtp)-(\d+)$/.exec(status) ?? [];
  if (kind === 'http') return t('status.http', { code });
  if (kind === 'smtp') return t('status.smtp', { code });
  return REASONS.has(status) ? t(`status.${status}`) : t('status.address');
};

/** What came of a message, with the reason when it did not arrive. */
export const cameWords = (t: TFunction, { state, status, attempts }: DeliveryView): string | null => {
  if ((state !== 'failed' && state !== 'dead') || status === null) return null;
  const text = reasonWords(t, status);
  return attempts > 1 ? t('status.tries', { text, count: attempts }) : text;
};

/** The receiver as a reader knows it: a ward, an organisation, or the host of a link. */
export const receiverName = (
  { receiverId }: DeliveryView,
  webhooks: readonly WebhookView[],
  region: z.infer<typeof RegionView> | undefined,
): string | null => {
  const webhook = webhooks.find(({ id }) => id === receiverId);
  if (webhook !== undefined) return new URL(webhook.url).host;
  const unit = region?.units.find(({ id }) => id === receiverId);
  const site = region?.sites.find(({ id }) => id === unit?.siteId);
  if (unit !== undefined && site !== undefined) return `${site.name}, ${unit.name}`;
  return region?.organisations.find(({ id }) => id === receiverId)?.name ?? null;
};
