import {
  type AuthenticationResponseJSON,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';

/** Asks this device for a passkey; null when the reader or the device stopped it, for whatever reason. */
export const askPasskey = (
  options: Readonly<Record<string, unknown>>,
): Promise<AuthenticationResponseJSON | null> =>
  startAuthentication({ optionsJSON: options as unknown as PublicKeyCredentialRequestOptionsJSON }).catch(
    () => null,
  );

/** Makes a new passkey on this device; null when the reader or the device stopped it. */
export const makePasskey = (
  options: Readonly<Record<string, unknown>>,
): Promise<RegistrationResponseJSON | null> =>
  startRegistration({ optionsJSON: options as unknown as PublicKeyCredentialCreationOptionsJSON }).catch(
    () => null,
  );
