import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';

/** Where people of an organisation sign in already: their employer, and later Dezi. */
export interface OidcProvider {
  readonly id: string;
  /** As it stands on the button. */
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The agreement with this provider says that it always asks for a second factor. */
  readonly strong: boolean;
  /** In which claims it tells who somebody is in care; Dezi: `dezi_nummer`, `abonnee_nummer` (URA) and `rol_code`. */
  readonly claims: { readonly professional: string; readonly ura: string; readonly role: string };
}

/** What a trip to a provider starts with, to be kept until the browser is back. */
export interface OidcTrip {
  readonly provider: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Who came back. The issuer is the provider's own: the same subject elsewhere is somebody else. */
export interface OidcIdentity {
  readonly issuer: string;
  readonly subject: string;
  /** It says itself that a second factor was shown, or it always asks for one. */
  readonly strong: boolean;
  /** The organisation (URA) it vouches for; null when it says nothing about that. */
  readonly ura: string | null;
}

/** Signing in at another party. */
export interface Oidc {
  readonly providers: readonly { readonly id: string; readonly name: string }[];
  /** Where the browser goes; null when there is no such provider or it does not answer. */
  start(id: string): Promise<{ readonly location: string; readonly trip: OidcTrip } | null>;
  /** Who came back with this query; null when anything about the answer is not right. */
  finish(trip: OidcTrip, query: string): Promise<OidcIdentity | null>;
}

const CALLBACK = '/api/v1/sign-in/oidc/callback';
const MULTIPLE = ['mfa', 'hwk', 'sc', 'otp'];

const isLoopback = (url: URL): boolean => ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname);

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** Did who signs in show more than a password there (RFC 8176)? */
const showedMore = (amr: unknown): boolean =>
  Array.isArray(amr) && amr.some((each) => MULTIPLE.includes(String(each)));

/** Opens the providers of this installation. Without https a provider counts on this machine only. */
export const openOidc = (providers: readonly OidcProvider[], publicUrl: string): Oidc => {
  const known = new Map<string, Promise<Configuration>>();
  const callback = `${publicUrl}${CALLBACK}`;
  const discover = (provider: OidcProvider): Promise<Configuration> => {
    const found = known.get(provider.id);
    if (found !== undefined) return found;
    const server = new URL(provider.issuer);
    const plain = server.protocol === 'http:' && isLoopback(server) ? [allowInsecureRequests] : [];
    // Left alone the library trusts https and does not look at the signature; who stands between us and them could lie.
    const execute = [...plain, enableNonRepudiationChecks];
    const fresh = discovery(server, provider.clientId, provider.clientSecret, undefined, { execute });
    known.set(provider.id, fresh);
    // A provider that is away now is asked again by who comes next.
    fresh.catch(() => known.delete(provider.id));
    return fresh;
  };
  return {
    providers: providers.map(({ id, name }) => ({ id, name })),
    async start(id) {
      const provider = providers.find((each) => each.id === id);
      if (provider === undefined) return null;
      try {
        const trip = {
          provider: id,
          state: randomState(),
          nonce: randomNonce(),
          verifier: randomPKCECodeVerifier(),
        };
        const location = buildAuthorizationUrl(await discover(provider), {
          redirect_uri: callback,
          scope: 'openid',
          state: trip.state,
          nonce: trip.nonce,
          code_challenge: await calculatePKCECodeChallenge(trip.verifier),
          code_challenge_method: 'S256',
        });
        return { location: location.href, trip };
      } catch {
        return null;
      }
    },
    async finish(trip, query) {
      const provider = providers.find((each) => each.id === trip.provider);
      if (provider === undefined) return null;
      try {
        const tokens = await authorizationCodeGrant(
          await discover(provider),
          new URL(`${callback}?${query}`),
          {
            pkceCodeVerifier: trip.verifier,
            expectedState: trip.state,
            expectedNonce: trip.nonce,
            idTokenExpected: true,
          },
        );
        const claims = tokens.claims();
        if (claims === undefined) return null;
        return {
          issuer: claims.iss,
          subject: textOf(claims[provider.claims.professional]) ?? claims.sub,
          strong: provider.strong || showedMore(claims['amr']),
          ura: textOf(claims[provider.claims.ura]),
        };
      } catch {
        // Whatever is not right about the answer of another party: nobody comes in, and nothing is said about it.
        return null;
      }
    },
  };
};
