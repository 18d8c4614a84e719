import { loadOrganisations, professionalById } from '#modules/region/index.ts';
import { endSessions } from '#platform/auth/session-store.ts';
import { byHouse } from '#platform/db/by-house.ts';
import { type Act, NO_ACCOUNT, type Outcome, refused, tell } from './acting.ts';
import type { Next } from './contract.ts';
import { isLocked, lockAfter } from './decide/lock.ts';
import { type Factors, stepAfter } from './decide/steps.ts';
import { logEntrance, logFailure } from './log.ts';
import { hatsOf, setFailed, setLastHat } from './store.ts';
import { beginCeremony, endCeremony } from './store-ceremony.ts';
import { passkeysOf, recoveryLeft } from './store-factor.ts';
import type { Account, Hat, SessionKind } from './types.ts';

/** With what this account can show a second time who it is. */
export const factorsOf = async (act: Pick<Act, 'tx'>, account: Account): Promise<Factors> => ({
  totp: account.totpSecret !== null,
  passkeys: (await passkeysOf(act.tx, account.id)).length,
  recoveryCodes: await recoveryLeft(act.tx, account.id),
});

/** It did not open: in the diary, and in the log of who tried. */
export const failed = async (act: Act, accountId: string | null, what: string): Promise<void> => {
  await tell(act, 'sign-in-failed', { subject: accountId ?? NO_ACCOUNT, body: { what } });
  await logFailure(act, accountId, what);
};

/** One more wrong password or code in a row. */
export const countFailure = async (act: Act, account: Account, what: string): Promise<void> => {
  const times = account.failed + 1;
  const until = isLocked(account, act.now) ? account.lockedUntil : lockAfter(times, act.now);
  await setFailed(act.tx, account.id, times, until);
  await failed(act, account.id, what);
  if (until !== null && until !== account.lockedUntil)
    await tell(act, 'account-locked', { subject: account.id, body: { failed: times } });
};

/** A first factor was right: this browser now stands halfway. */
export const goHalfway = async (
  act: Act,
  account: Account,
  how: 'password' | 'oidc',
): Promise<Outcome<Next>> => {
  if (act.step !== undefined) await endCeremony(act.tx, act.step);
  const half = { kind: 'half', accountId: account.id, how, challenge: null } as const;
  const step = await beginCeremony(act.tx, act.secrets, half, act.now);
  await tell(act, 'half-way', { subject: account.id, body: { how } });
  return { kind: 'done', answer: stepAfter(await factorsOf(act, account)), step };
};

/** The hat somebody begins with: the one they wore last, of the organisation they came from when that is told. */
const hatFor = async (act: Act, account: Account, ura: string | null): Promise<Hat | null> => {
  const all = await hatsOf(act.tx, account.id);
  const vouched = ura === null ? null : (await loadOrganisations(act.tx)).filter((each) => each.ura === ura);
  const hats = all.filter(
    (hat) => vouched === null || vouched.some((organisation) => organisation.id === hat.organisationId),
  );
  return hats.find((hat) => hat.professionalId === account.lastProfessionalId) ?? hats[0] ?? null;
};

/** How somebody came in, and whether a second factor was shown. */
export interface Entrance {
  readonly kind: SessionKind;
  readonly strong: boolean;
  /** The organisation (URA) another party vouches for. */
  readonly ura?: string | null;
}

/** Begins the session of this hat; what this browser had before is over. */
export const wear = async (
  act: Act,
  account: Account,
  hat: Hat,
  { kind, strong, factorAt }: Entrance & { readonly factorAt: number | null },
): Promise<Outcome<Next>> => {
  const { tx, now, session } = act;
  const who = await professionalById(tx, hat.professionalId);
  if (who === null) return refused('no-hat');
  if (session !== null) await endSessions(tx, { id: session.id }, { actor: session.actor.id, now });
  if (act.step !== undefined) await endCeremony(tx, act.step);
  const { professionalId, organisationId } = hat;
  const token = await act.sessions.begin(tx, {
    professionalId,
    accountId: account.id,
    kind,
    strong,
    factorAt,
    device: act.device,
  });
  await setLastHat(tx, account.id, professionalId);
  await tell(act, 'signed-in', { subject: account.id, organisationId, body: { kind, strong } });
  await logEntrance(act, hat, { role: who.role, kind });
  return { kind: 'done', answer: { next: 'signed-in', methods: [] }, step: null, session: token };
};

/** What opens this account changed: whoever came in with the old is out, everywhere but here. */
export const endOthers = (act: Act, accountId: string): Promise<number> => {
  const { tx, now, session } = act;
  const here = session === null ? {} : { except: session.id };
  return endSessions(tx, { accountId, ...here }, { actor: session?.actor.id ?? byHouse('door').actor, now });
};

/** The door opens for this account. */
export const enter = async (act: Act, account: Account, entrance: Entrance): Promise<Outcome<Next>> => {
  const hat = await hatFor(act, account, entrance.ura ?? null);
  if (hat === null) return refused('no-hat');
  // A password alone leaves the count of wrong codes as it is: who has the password only goes on counting.
  if (entrance.strong) await setFailed(act.tx, account.id, 0, null);
  return wear(act, account, hat, { ...entrance, factorAt: entrance.strong ? act.now : null });
};
