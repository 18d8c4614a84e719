import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';

/** A passkey as it is kept. */
export interface StoredPasskey {
  readonly credentialId: string;
  readonly publicKey: Uint8Array;
  readonly counter: number;
  readonly transports: readonly string[];
}

/** Passkeys of one address: a key made for another is worth nothing here. */
export interface Passkeys {
  /** Asks the browser to make one. */
  offer(
    owner: { readonly id: string; readonly email: string; readonly name: string },
    known: readonly StoredPasskey[],
  ): Promise<Asked>;
  /** The new passkey; null when the answer is not what was asked. */
  accept(response: unknown, challenge: string): Promise<StoredPasskey | null>;
  /** Asks the browser for one of these, or for any it has. */
  ask(known: readonly StoredPasskey[]): Promise<Asked>;
  /** Its new counter; null when it is not this key or not this question. */
  check(response: unknown, challenge: string, key: StoredPasskey): Promise<number | null>;
}

/** What goes to the browser, and the challenge that must come back. */
export interface Asked {
  readonly options: Record<string, unknown>;
  readonly challenge: string;
}

const asked = (options: { readonly challenge: string }): Asked => ({
  options: { ...options },
  challenge: options.challenge,
});

const bytesOf = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);

const listed = (known: readonly StoredPasskey[]) =>
  known.map(({ credentialId, transports }) => ({ id: credentialId, transports: [...transports] }));

/** Which credential an answer of a browser speaks of; null when it does not say. */
export const credentialIn = (response: unknown): string | null => {
  const id = typeof response === 'object' && response !== null && 'id' in response ? response.id : null;
  return typeof id === 'string' && id.length <= 2_000 ? id : null;
};

/** Passkeys for the address people reach us at. The owner must show the device that it is them: that makes it two factors. */
export const openPasskeys = (publicUrl: string): Passkeys => {
  const { hostname, origin } = new URL(publicUrl);
  return {
    async offer(owner, known) {
      return asked(
        await generateRegistrationOptions({
          rpName: 'Verkeerstoren',
          rpID: hostname,
          userName: owner.email,
          userDisplayName: owner.name,
          userID: bytesOf(Buffer.from(owner.id)),
          attestationType: 'none',
          excludeCredentials: listed(known),
          authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        }),
      );
    },
    async accept(response, challenge) {
      try {
        const { registrationInfo } = await verifyRegistrationResponse({
          response: response as RegistrationResponseJSON,
          expectedChallenge: challenge,
          expectedOrigin: origin,
          expectedRPID: hostname,
          requireUserVerification: true,
        });
        if (registrationInfo === undefined) return null;
        const { id, publicKey, counter, transports = [] } = registrationInfo.credential;
        return { credentialId: id, publicKey, counter, transports };
      } catch {
        // The library throws at whatever is not right about an answer from outside.
        return null;
      }
    },
    async ask(known) {
      return asked(
        await generateAuthenticationOptions({
          rpID: hostname,
          userVerification: 'required',
          allowCredentials: listed(known),
        }),
      );
    },
    async check(response, challenge, key) {
      try {
        const { verified, authenticationInfo } = await verifyAuthenticationResponse({
          response: response as AuthenticationResponseJSON,
          expectedChallenge: challenge,
          expectedOrigin: origin,
          expectedRPID: hostname,
          requireUserVerification: true,
          credential: {
            id: key.credentialId,
            publicKey: bytesOf(key.publicKey),
            counter: key.counter,
            transports: [...key.transports],
          },
        });
        return verified ? authenticationInfo.newCounter : null;
      } catch {
        return null;
      }
    },
  };
};
