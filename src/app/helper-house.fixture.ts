import { expect } from 'vitest';
import type { Instant } from '#kernel/interval.ts';
import { writeRegion } from '#modules/region/index.ts';
import type { ReferralView } from '#modules/social/contract.ts';
import { newId } from '#platform/db/ids.ts';
import { type Browser, openAccountsHouse, PUBLIC_URL } from './accounts-house.fixture.ts';
import { openTelephones } from './day-moment.fixture.ts';
import type { HouseParts } from './house.ts';
import { openMailbox } from './mailbox.fixture.ts';
import { QUESTION, serviceOf, WITH_BSN } from './referral-house.fixture.ts';

const PATIENT = { timeout: 20_000, interval: 50 };

/** Why it was refused. */
export const codeOf = (answer: { json(): unknown }): unknown => (answer.json() as { code?: string }).code;
/** Six other digits. */
export const wrong = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

/** A small organisation without accounts, and its service on the map. */
export interface SmallOrganisation {
  readonly id: string;
  readonly code: string;
  readonly service: string;
  readonly email: string | null;
  readonly phone: string | null;
}

/** A house in production that writes: a mail server and a service for telephones on this machine, and a GP who refers. */
export const openHelperHouse = async (now: Instant, parts: Partial<HouseParts> = {}) => {
  const mailbox = await openMailbox(PUBLIC_URL);
  const telephones = await openTelephones(0);
  const { secret, url } = telephones;
  const messages = {
    ...mailbox.messages,
    texts: { url, secret, publicUrl: PUBLIC_URL },
    webhooks: { ports: [], loopback: true },
  };
  const tower = await openAccountsHouse(now, [], { messages, ...parts });
  await tower.owner.query("select set_config('app.keeper', 'on', false)");
  const gp = await tower.join({ email: 'gerrit@hap.example', name: 'Gerrit', organisation: 'hap' });
  let made = 0;
  /** One more organisation, reached as said. */
  const organisation = async (
    reach: { email?: boolean; phone?: string | null } = {},
  ): Promise<SmallOrganisation> => {
    made += 1;
    const { email: hasMail = true, phone = null } = reach;
    const email = hasMail ? `kamer${made}@buurt.example` : null;
    const of = { id: newId(), code: `BUURT${made}`, name: `Buurtkamer ${made}`, email, phone };
    const none = { party: true, ura: null, agb: null, kind: 'welfare' as const };
    await tower.house.database.transaction({ actor: 'maker', organisationId: null }, (tx) =>
      writeRegion(tx, { organisations: [{ ...of, ...none }] }, { actor: 'maker', now }),
    );
    tower.house.door.committed();
    const service = await serviceOf(tower, `Koffie en post ${made}`, of.id);
    return { ...of, service };
  };
  const refer = async ({ service }: SmallOrganisation): Promise<ReferralView> => {
    const asked = { service, person: { ...WITH_BSN, bsn: null }, question: QUESTION, yes: true };
    const answer = await gp.post('/referrals', asked);
    if (answer.statusCode !== 200) throw new Error(answer.body);
    return answer.json<{ referral: ReferralView }>().referral;
  };
  /** What the organisation got last, by whichever way it is reached. */
  const lastAt = ({ email, phone }: SmallOrganisation): string =>
    email === null
      ? (telephones.texted.findLast(({ to }) => to.endsWith((phone ?? '').replace(/\D/g, '').slice(-8)))
          ?.text ?? '')
      : mailbox.lastTo(email);
  const tokenIn = (text: string): string => /\/verwijzing#([\w-]{43})/.exec(text)?.[1] ?? '';
  const linkAt = async (at: SmallOrganisation): Promise<string> => {
    await expect.poll(() => tokenIn(lastAt(at)), PATIENT).not.toBe('');
    return tokenIn(lastAt(at));
  };
  /** A code, asked by link and read where it was sent. */
  const codeAt = async (at: SmallOrganisation, token: string, inside: Browser = tower.browser()) => {
    const asked = await inside.post('/helper/code', { token });
    expect(asked.statusCode, asked.body).toBe(200);
    return /\b\d{6}\b/.exec(lastAt(at))?.[0] ?? '';
  };
  /** Somebody of the organisation, inside by link and code. */
  const inside = async (at: SmallOrganisation, token?: string): Promise<Browser> => {
    const link = token ?? (await linkAt(at));
    const browser = tower.browser();
    const opened = await browser.post('/helper/session', { token: link, code: await codeAt(at, link) });
    expect(opened.statusCode, opened.body).toBe(200);
    return browser;
  };
  return {
    ...{ tower, gp, mailbox, telephones, organisation, refer, lastAt, linkAt, codeAt, inside },
    async close() {
      await tower.close();
      await mailbox.close();
      telephones.close();
    },
  };
};
