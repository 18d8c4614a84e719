import type { z } from 'zod';
import { ById } from '#kernel/contract.ts';
import type { Add } from './adding.ts';
import {
  AccountView,
  CodeBody,
  ConfirmBody,
  Done,
  Enrolled,
  HatBody,
  NewPasskeyBody,
  NewPasswordBody,
  Next,
  NoBody,
  PasskeyOptions,
  RecoveryCodes,
  TotpSecret,
} from './contract.ts';
import { accountsPolicies } from './policy.ts';
import { acceptPasskey, acceptTotp, offerPasskey, offerTotp } from './service-enrol.ts';
import {
  changeHat,
  changePassword,
  confirm,
  dropPasskey,
  endOwnSessions,
  newRecovery,
  ownAccount,
} from './service-own.ts';

type DoneAnswer = z.infer<typeof Done>;
type EnrolledAnswer = z.infer<typeof Enrolled>;

const { own: policy, enrol } = accountsPolicies;

const factorRoutes = (add: Add): void => {
  add({
    ...{ method: 'POST', url: '/account/totp', policy: enrol },
    summary: 'Een geheim voor een app die codes maakt',
    body: NoBody,
    answer: TotpSecret,
    run: ({ at }) => at(offerTotp),
  });
  add<z.infer<typeof CodeBody>, unknown, EnrolledAnswer>({
    ...{ method: 'POST', url: '/account/totp/confirm', policy: enrol, attempt: true },
    summary: 'De app maakt goede codes: neem hem in gebruik',
    body: CodeBody,
    answer: Enrolled,
    run: ({ body, at }) => at((act) => acceptTotp(act, body.code)),
  });
  add({
    ...{ method: 'POST', url: '/account/passkeys/options', policy: enrol },
    summary: 'Vraag de browser om een passkey te maken',
    body: NoBody,
    answer: PasskeyOptions,
    run: ({ at }) => at(offerPasskey),
  });
  add<z.infer<typeof NewPasskeyBody>, unknown, EnrolledAnswer>({
    ...{ method: 'POST', url: '/account/passkeys', policy: enrol },
    summary: 'Bewaar de passkey die de browser maakte',
    body: NewPasskeyBody,
    answer: Enrolled,
    run: ({ body, at }) => at((act) => acceptPasskey(act, body)),
  });
  add<unknown, ById, DoneAnswer>({
    ...{ method: 'DELETE', url: '/account/passkeys/:id', policy },
    summary: 'Haal een passkey weg',
    params: ById,
    answer: Done,
    run: ({ params, at }) => at((act) => dropPasskey(act, params.id)),
  });
  add({
    ...{ method: 'POST', url: '/account/recovery-codes', policy },
    summary: 'Nieuwe herstelcodes; de oude tellen niet meer',
    body: NoBody,
    answer: RecoveryCodes,
    run: ({ at }) => at(newRecovery),
  });
};

/** Adds the routes of one's own account. */
export const ownRoutes = (add: Add): void => {
  add({
    ...{ method: 'GET', url: '/account', policy },
    summary: 'Uw account: rollen, passkeys en waar u bent aangemeld',
    answer: AccountView,
    run: ({ at }) => at(ownAccount),
  });
  add<z.infer<typeof HatBody>, unknown, Next>({
    ...{ method: 'POST', url: '/account/hat', policy },
    summary: 'Wissel van rol',
    body: HatBody,
    answer: Next,
    run: ({ body, at }) => at((act) => changeHat(act, body.professionalId)),
  });
  add<z.infer<typeof ConfirmBody>, unknown, DoneAnswer>({
    ...{ method: 'POST', url: '/account/confirm', policy, attempt: true },
    summary: 'Laat opnieuw zien dat u het bent',
    body: ConfirmBody,
    answer: Done,
    run: ({ body, at }) => at((act) => confirm(act, body)),
  });
  add<z.infer<typeof NewPasswordBody>, unknown, DoneAnswer>({
    ...{ method: 'POST', url: '/account/password', policy, attempt: true },
    summary: 'Een ander wachtwoord',
    body: NewPasswordBody,
    answer: Done,
    run: ({ body, at }) => at((act) => changePassword(act, body)),
  });
  add<unknown, ById, DoneAnswer>({
    ...{ method: 'DELETE', url: '/account/sessions/:id', policy },
    summary: 'Meld een ander apparaat af',
    params: ById,
    answer: Done,
    run: ({ params, at }) => at((act) => endOwnSessions(act, params.id)),
  });
  add({
    ...{ method: 'DELETE', url: '/account/sessions', policy },
    summary: 'Meld alles af, ook hier',
    answer: Done,
    run: ({ at }) => at((act) => endOwnSessions(act, null)),
  });
  factorRoutes(add);
};
