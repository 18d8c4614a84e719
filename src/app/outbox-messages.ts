import { isoFromInstant } from '#kernel/calendar.ts';
import { type Instant, MINUTE } from '#kernel/interval.ts';
import type { Region } from '#modules/region/types.ts';
import type { WrittenEntry } from '#platform/diary/diary.ts';
import type { Message } from '#platform/outbox/store.ts';
import type { Webhook } from '#platform/outbox/store-webhook.ts';

/** What decides which messages a line of the diary becomes. */
export interface Known {
  readonly region: Region;
  readonly webhooks: readonly Webhook[];
  /** Whether e-mail is sent at all. */
  readonly mail: boolean;
  /** Organisations that are brought a link because of these lines: nobody there signs in to read further. */
  readonly byLink: ReadonlySet<string>;
}

/** What of a diary line may cross to a house that is concerned by it: ids, codes and moments. */
const TOLD = ['offerId', 'siteId', 'code', 'reason', 'product', 'urgency', 'from', 'arrivalFrom', 'answerBy'];
const MOMENTS = new Set(['from', 'arrivalFrom', 'answerBy']);

const organisationsOf = (line: WrittenEntry): readonly unknown[] =>
  Array.isArray(line.body['organisations']) ? line.body['organisations'] : [];

const houseOf = (region: Region, unitId: string | null): string | null => {
  const siteId = region.units.find((unit) => unit.id === unitId)?.siteId;
  return region.sites.find((site) => site.id === siteId)?.organisationId ?? null;
};

const told = (body: WrittenEntry['body']): Record<string, unknown> =>
  Object.fromEntries(
    TOLD.flatMap((key) => {
      const value = body[key];
      if (typeof value === 'number' && MOMENTS.has(key)) return [[key, isoFromInstant(value)]];
      return typeof value === 'string' ? [[key, value]] : [];
    }),
  );

/** A house hears everything of its own offers; that others are asked too, only who asked and the desk know. */
const concerns = (organisationId: string, line: WrittenEntry, region: Region): boolean =>
  organisationId === line.organisationId ||
  organisationId === region.agreement.deskOrganisationId ||
  organisationId === houseOf(region, line.unitId);

const ofRequest = (line: WrittenEntry, webhook: Webhook, region: Region): Message => {
  const whole = concerns(webhook.organisationId, line, region);
  const about = { requestId: line.subject, sequence: line.id, at: line.at };
  return {
    kind: 'webhook',
    organisationId: webhook.organisationId,
    receiverId: webhook.id,
    dedupId: `${webhook.id}.${line.id}`,
    event: whole ? `request.${line.event}` : 'request.changed',
    body: whole ? { ...about, unitId: line.unitId, ...told(line.body) } : about,
  };
};

/** Many changes of a ward within a minute are one message, at the end of that minute. */
const ofCapacity = (line: WrittenEntry, webhook: Webhook): Message => {
  const end = (Math.floor(line.at / MINUTE) + 1) * MINUTE;
  return {
    kind: 'webhook',
    organisationId: webhook.organisationId,
    receiverId: webhook.id,
    dedupId: `${webhook.id}.${line.unitId}.${end / MINUTE}`,
    event: 'capacity.changed',
    body: { unitId: line.unitId, organisationId: line.organisationId, at: end },
    afterMs: end - line.at,
  };
};

const hearsCapacity = (organisationId: string, line: WrittenEntry, region: Region): boolean =>
  organisationId === line.organisationId ||
  region.organisations.some((house) => house.id === line.organisationId && house.publishes);

/** What who asked and the practice hear of a stay without asking: that it began, how it ended, how it goes afterwards. */
const NEWS = new Set(['began', 'ended', 'contact-made']);

const isNews = ({ room, event }: WrittenEntry): boolean => room === 'stay' && NEWS.has(event);

/** That there is news of a stay, and where; how somebody is, is only read after signing in. */
const ofStay = (line: WrittenEntry, webhook: Webhook): Message => ({
  kind: 'webhook',
  organisationId: webhook.organisationId,
  receiverId: webhook.id,
  dedupId: `${webhook.id}.${line.id}`,
  event: `stay.${line.event}`,
  body: { stayId: line.subject, requestId: line.body['requestId'], sequence: line.id, at: line.at },
});

const toWebhooks = (line: WrittenEntry, { webhooks, region }: Known): Message[] => {
  const news = isNews(line);
  if (line.room === 'placement' || news) {
    const parties = organisationsOf(line);
    return webhooks
      .filter(({ topics, organisationId }) => topics.includes('request') && parties.includes(organisationId))
      .map((webhook) => (news ? ofStay(line, webhook) : ofRequest(line, webhook, region)));
  }
  if (line.room !== 'capacity' || line.unitId === null) return [];
  return webhooks
    .filter(
      ({ topics, organisationId }) =>
        topics.includes('capacity') && hearsCapacity(organisationId, line, region),
    )
    .map((webhook) => ofCapacity(line, webhook));
};

/** A ward is asked something: its address gets a letter, unless the ward has none. */
const ASKS = new Set(['offered', 'asked-again']);

const toWard = (line: WrittenEntry, { region, mail }: Known): Message[] => {
  const unit = region.units.find(({ id }) => id === line.unitId);
  if (!mail || line.room !== 'placement' || !ASKS.has(line.event) || (unit?.email ?? null) === null)
    return [];
  return [
    {
      kind: 'mail',
      organisationId: region.agreement.deskOrganisationId,
      receiverId: unit?.id ?? '',
      dedupId: `question.${line.id}`,
      event: 'question',
      body: { requestId: line.subject, at: line.at },
    },
  ];
};

/** Somebody left, was asked how it goes, or their GP was answered: those it is for get a letter, without having asked for it. */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ['ended', 'stay-ended'],
  ['contact-made', 'stay-contact'],
  ['answer-sent', 'stay-answer'],
]);

/** An answer is for the practice that asked; that somebody left, for who sent them too. */
const toldOf = (line: WrittenEntry): readonly unknown[] =>
  line.event === 'answer-sent' ? [line.body['gpOrg']] : organisationsOf(line);

const toParties = (line: WrittenEntry, { region, mail }: Known): Message[] => {
  const event = LETTERS.get(line.event);
  if (!mail || line.room !== 'stay' || event === undefined) return [];
  const desk = region.agreement.deskOrganisationId;
  return toldOf(line)
    .filter((id) => typeof id === 'string')
    .filter((id) => id !== line.organisationId && id !== desk)
    .map((receiverId) => ({
      kind: 'mail',
      organisationId: desk,
      receiverId,
      dedupId: `${event}.${line.id}.${receiverId}`,
      event,
      body: { stayId: line.subject, code: line.body['code'], at: line.at },
    }));
};

/** Treatment near home: who ordered it and the practice hear what became of it, and who ordered it of a reaction at once. */
const DAY_LETTERS: ReadonlyMap<string, string> = new Map([
  ['visit-done', 'day-given'],
  ['visit-not-given', 'day-not-given'],
  ['visit-missed', 'day-missed'],
  ['visit-reacted', 'day-reaction'],
]);

const toOrderers = (line: WrittenEntry, { region, mail }: Known): Message[] => {
  const event = DAY_LETTERS.get(line.event);
  if (!mail || line.room !== 'day-treatment' || event === undefined) return [];
  const parties = event === 'day-reaction' ? [line.organisationId] : organisationsOf(line);
  const site = houseOf(region, line.unitId);
  return parties
    .filter((id) => typeof id === 'string')
    .filter((id) => id !== site)
    .map((receiverId) => ({
      kind: 'mail',
      organisationId: region.agreement.deskOrganisationId,
      receiverId,
      dedupId: `${event}.${line.id}.${receiverId}`,
      event,
      body: { orderId: line.subject, code: line.body['code'], at: line.at },
    }));
};

/** Who referred hears at three moments, and of what lies too long; who got it is reminded, and the desk hears it lies. */
const REFERRAL_LETTERS: ReadonlyMap<string, string> = new Map([
  ['referral-accepted', 'referral-news'],
  ['referral-contacted', 'referral-news'],
  ['referral-ended', 'referral-news'],
  ['referral-passed-on', 'referral-news'],
  ['referral-reminded', 'referral-waits'],
  ['referral-late', 'referral-late'],
]);

const ofReferral = (line: WrittenEntry, { region, mail, byLink }: Known): Message[] => {
  const event = REFERRAL_LETTERS.get(line.event);
  if (!mail || line.room !== 'social' || event === undefined) return [];
  const { from, to, code } = line.body;
  const desk = region.agreement.deskOrganisationId;
  const readers = { 'referral-waits': [to], 'referral-late': [from, desk] }[event] ?? [from];
  return readers
    .filter((id) => typeof id === 'string')
    .filter((id) => event !== 'referral-waits' || !byLink.has(id))
    .map((receiverId) => ({
      kind: 'mail',
      organisationId: desk,
      receiverId,
      dedupId: `${event}.${line.id}.${receiverId}`,
      event,
      body: { code, at: line.at },
    }));
};

/** What is sent out because of a line of the diary: at most once to each receiver, and nothing about people. */
export const messagesOf = (line: WrittenEntry, known: Known): Message[] => [
  ...toWebhooks(line, known),
  ...toWard(line, known),
  ...toParties(line, known),
  ...toOrderers(line, known),
  ...ofReferral(line, known),
];

/** A figure that grows old, as the picture knows it. */
export interface OldFigure {
  readonly unitId: string;
  readonly asOf: Instant;
}

/** A ward is asked once per figure whether it still holds. */
export const figureMessage = ({ unitId, asOf }: OldFigure, region: Region): Message => ({
  kind: 'mail',
  organisationId: region.agreement.deskOrganisationId,
  receiverId: unitId,
  dedupId: `figure-old.${unitId}.${asOf}`,
  event: 'figure-old',
  body: { asOf },
});

/** Something that waits for somebody, as placement tells it. */
export interface Waiting {
  readonly key: string;
  readonly kind: string;
  readonly requestId: string;
  readonly code: string;
  readonly organisationId: string;
  readonly unitId: string | null;
  readonly dueAt: Instant | null;
}

/** A quiet reminder of it, to the ward when one is meant, otherwise to the organisation. */
export const reminderMessage = (waiting: Waiting, region: Region): Message => ({
  kind: 'mail',
  organisationId: region.agreement.deskOrganisationId,
  receiverId: waiting.unitId ?? waiting.organisationId,
  dedupId: `reminder.${waiting.key}`,
  event: waiting.kind,
  body: { requestId: waiting.requestId, code: waiting.code, dueAt: waiting.dueAt },
});
