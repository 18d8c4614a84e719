import { asOwner } from '#torture/house/judge.ts';

/** What had to be sent, read from the diary by a query of its own: every line to every webhook of a party to it. */
const WEBHOOKS = `select h.id || '.' || d.id as id from platform_webhook h join platform_diary d
  on d.room = 'placement' and d.body -> 'organisations' ? h.organisation_id::text and d.at >= h.created_at`;
/** A letter may go to every ward with an address that was asked something; it must where the question still stands. */
const LETTERS = `select 'question.' || d.id as id from platform_diary d join region_unit u on u.id = d.unit_id
  where d.room = 'placement' and d.event = 'offered' and u.email is not null`;
const STANDING = `${LETTERS} and exists (select 1 from placement_offer o
  where o.id = (d.body ->> 'offerId')::uuid and o.state = 'open')`;

const idsOf = (url: string, text: string): Promise<Set<string>> =>
  asOwner(
    url,
    async (client) => new Set((await client.query<{ id: string }>(text)).rows.map(({ id }) => id)),
  );

/** Ids of messages that must arrive, and of those that may. */
export interface Expected {
  readonly must: ReadonlySet<string>;
  readonly may: ReadonlySet<string>;
}

/** What must and may have arrived at webhooks and by mail. */
export const expectedIn = async (url: string): Promise<{ webhooks: Expected; letters: Expected }> => {
  const webhooks = await idsOf(url, WEBHOOKS);
  return {
    webhooks: { must: webhooks, may: webhooks },
    letters: { must: await idsOf(url, STANDING), may: await idsOf(url, LETTERS) },
  };
};

/** What did not arrive, and what arrived that nobody had to send; a second time is neither. */
export const compare = (
  { must, may }: Expected,
  arrived: readonly string[],
): { lost: number; phantom: number } => {
  const seen = new Set(arrived);
  return {
    lost: [...must].filter((id) => !seen.has(id)).length,
    phantom: [...seen].filter((id) => !may.has(id)).length,
  };
};
