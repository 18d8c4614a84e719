import type { AccountsCode, Hat } from '#modules/accounts/types.ts';

/** Who wants to take away what opens an account, and what that account is. */
export interface Resetting {
  /** The hat of who asks, and its role. */
  readonly worn: Hat;
  readonly role: string;
  /** The account it is about, and all its hats. */
  readonly accountId: string;
  readonly hats: readonly Hat[];
  /** The hats of everybody who is not switched off, in the organisations of that account. */
  readonly others: readonly Hat[];
}

const isLastAdministrator = ({ hats, others }: Resetting): boolean =>
  hats.some(
    (hat) =>
      hat.administrator &&
      !others.some(
        (other) =>
          other.administrator &&
          other.organisationId === hat.organisationId &&
          other.accountId !== hat.accountId,
      ),
  );

const worksInMore = ({ hats }: Resetting): boolean =>
  new Set(hats.map(({ organisationId }) => organisationId)).size > 1;

/**
 * Why somebody cannot take away what opens this account; null when they can. Who gets the new link could be whoever they
 * like, so that an administrator reaches no hat of another organisation with it. The region manager does it for who has
 * nobody else: the last administrator, and somebody who works for more organisations.
 */
export const faultInReset = (asked: Resetting): AccountsCode | 'not-allowed' | 'not-found' | null => {
  const { worn, role, accountId, hats } = asked;
  if (!worn.administrator && role !== 'region-manager') return 'not-allowed';
  if (accountId === worn.accountId) return 'own-reset';
  if (hats.length === 0) return 'not-found';
  const own = hats.every(({ organisationId }) => organisationId === worn.organisationId);
  if (worn.administrator && own) return null;
  if (role === 'region-manager' && (isLastAdministrator(asked) || worksInMore(asked))) return null;
  return 'not-found';
};
