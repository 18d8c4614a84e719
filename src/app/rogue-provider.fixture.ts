import { createHmac, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { OidcProvider } from '#platform/auth/oidc.ts';

/** The keys of an employer's sign-in, and a key that is not theirs. */
export interface ProviderKeys {
  readonly own: KeyObject;
  readonly ownPublic: KeyObject;
  readonly stolen: KeyObject;
  readonly stolenPublic: KeyObject;
}

/** What an honest ID token of this trip would hold, and with what it is made. */
export interface TokenParts {
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
  readonly keys: ProviderKeys;
  /** An address where the keys of a burglar lie; whoever asks there was led by the nose. */
  readonly trap: string;
  readonly clientSecret: string;
}

/** Makes the ID token of a trip, now or after a while; null leaves it out. */
export type TokenMaker = (parts: TokenParts) => string | null | Promise<string | null>;

/** An employer's sign-in that speaks the protocol and puts into its ID token whatever it is told. */
export interface RogueProvider {
  readonly setting: OidcProvider;
  /** What the next trip gets. */
  make: TokenMaker;
  /** How many tokens were asked for. */
  asked(): number;
  /** How often somebody fetched keys from the trap. */
  trapped(): number;
  close(): Promise<void>;
}

const CLIENT = { clientId: 'toren', clientSecret: 'only-in-this-test' };
/** Who goes there. */
export const SUBJECT = 'somebody-there';

const bare = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Header and claims as they are signed. */
export const unsigned = (header: unknown, claims: unknown): string => `${bare(header)}.${bare(claims)}`;

/** A token signed with an RSA key. */
export const signedBy = (key: KeyObject, header: unknown, claims: unknown): string => {
  const text = unsigned(header, claims);
  return `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`;
};

/** A token "signed" with a secret both sides know. */
export const sealedBy = (secret: string | Buffer, header: unknown, claims: unknown): string => {
  const text = unsigned(header, claims);
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
};

/** What an honest provider answers. */
export const honest = ({ keys, header, claims }: TokenParts): string => signedBy(keys.own, header, claims);

const makeKeys = (): ProviderKeys => {
  const [own, stolen] = [0, 1].map(() => generateKeyPairSync('rsa', { modulusLength: 2048 }));
  if (own === undefined || stolen === undefined) throw new Error('no keys');
  return {
    ...{ own: own.privateKey, ownPublic: own.publicKey },
    ...{ stolen: stolen.privateKey, stolenPublic: stolen.publicKey },
  };
};

const KID = 'one';
const jwks = (key: KeyObject) => ({
  keys: [{ ...key.export({ format: 'jwk' }), kid: KID, use: 'sig', alg: 'RS256' }],
});

const say = (response: ServerResponse, body: unknown): void => {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};

const bodyOf = async (request: IncomingMessage): Promise<URLSearchParams> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return new URLSearchParams(Buffer.concat(parts).toString('utf8'));
};

/** What it says about itself: it claims to sign in every way there is, so that nothing is refused by a list alone. */
const metadataOf = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/keys`,
  response_types_supported: ['code'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
  code_challenge_methods_supported: ['S256'],
});

/** Starts one on this machine. */
export const openRogueProvider = async (id: string): Promise<RogueProvider> => {
  const keys = makeKeys();
  const nonces = new Map<string, string>();
  let [asked, trapped] = [0, 0];
  let issuer = '';
  const claimsOf = (nonce: string) => {
    const now = Math.floor(Date.now() / 1_000);
    return {
      ...{ iss: issuer, aud: CLIENT.clientId, sub: SUBJECT, nonce },
      ...{ iat: now, exp: now + 300, amr: ['mfa'] },
    };
  };
  const token = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const code = (await bodyOf(request)).get('code') ?? '';
    asked++;
    const idToken = await rogue.make({
      header: { alg: 'RS256', typ: 'JWT', kid: KID },
      claims: claimsOf(nonces.get(code) ?? ''),
      keys,
      trap: `${issuer}/trap`,
      clientSecret: CLIENT.clientSecret,
    });
    say(response, {
      ...{ access_token: randomUUID(), token_type: 'Bearer', expires_in: 300 },
      ...(idToken === null ? {} : { id_token: idToken }),
    });
  };
  const authorize = (asked: URLSearchParams, response: ServerResponse): void => {
    const code = randomUUID();
    nonces.set(code, asked.get('nonce') ?? '');
    const back = new URL(asked.get('redirect_uri') ?? '');
    back.searchParams.set('code', code);
    back.searchParams.set('state', asked.get('state') ?? '');
    response.writeHead(302, { location: back.href }).end();
  };
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', issuer);
    if (pathname === '/.well-known/openid-configuration') return say(response, metadataOf(issuer));
    if (pathname === '/keys') return say(response, jwks(keys.ownPublic));
    if (pathname === '/authorize') return authorize(searchParams, response);
    if (pathname === '/token') return void token(request, response);
    if (pathname === '/trap') trapped++;
    return say(response, jwks(keys.stolenPublic));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  issuer = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  const claims = { professional: 'dezi_nummer', ura: 'abonnee_nummer', role: 'rol_code' };
  const rogue: RogueProvider = {
    setting: { id, name: `Werkgever ${id}`, issuer, ...CLIENT, strong: false, claims },
    make: honest,
    asked: () => asked,
    trapped: () => trapped,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return rogue;
};
