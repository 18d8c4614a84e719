import { createServer } from 'node:http';
import Provider from 'oidc-provider';

/** An employer's identity provider on this machine: the real protocol, with a sign-in form of its own. */
export interface IdentityProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** From now on it knows the tower, and where to send people back to. */
  trust(redirectUri: string): void;
  close(): Promise<void>;
}

const CLIENT = { clientId: 'verkeerstoren', clientSecret: 'only-in-this-test-only-in-this-test' };

/** Starts it on a free port. Everybody signs in there with their subject; the password is not looked at. */
export const startIdentityProvider = async (subjects: readonly string[]): Promise<IdentityProvider> => {
  let answer: ReturnType<Provider['callback']> | null = null;
  const server = createServer((request, response) => void answer?.(request, response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the provider has no port');
  const issuer = `http://localhost:${address.port}`;
  return {
    issuer,
    ...CLIENT,
    trust(redirectUri) {
      const provider = new Provider(issuer, {
        clients: [
          {
            client_id: CLIENT.clientId,
            client_secret: CLIENT.clientSecret,
            redirect_uris: [redirectUri],
            grant_types: ['authorization_code'],
            response_types: ['code'],
          },
        ],
        findAccount: (_, id) =>
          subjects.includes(id) ? { accountId: id, claims: () => ({ sub: id }) } : undefined,
        cookies: { keys: ['only in this test'] },
      });
      answer = provider.callback();
    },
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
};
