import type { AccountView } from '#modules/accounts/contract.ts';
import { type Read, useRead } from '#web/api/queries.ts';
import { ACCOUNTS } from '#web/rooms/accounts/parts/use-act.ts';

/** One's own account: hats, factors, sessions. */
export const useAccount = (): Read<AccountView> => useRead<AccountView>('/api/v1/account', [ACCOUNTS]);
