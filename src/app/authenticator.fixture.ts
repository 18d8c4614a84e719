import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** What a burglar turns at an answer of a passkey; left out, the answer is honest. */
export interface Turned {
  readonly origin?: string;
  readonly host?: string;
  readonly challenge?: string;
  readonly type?: string;
  /** 1: somebody was there; 4: the device knows them. */
  readonly flags?: number;
  readonly counter?: number;
  /** Signs with a key of its own. */
  readonly key?: KeyObject;
  /** Says it is this credential. */
  readonly id?: string;
}

/** A device that keeps a passkey, in a few lines: what it answers can be turned where a real one would refuse. */
export interface Authenticator {
  readonly id: string;
  create(options: Asked, turned?: Turned): Record<string, unknown>;
  get(options: Asked, turned?: Turned): Record<string, unknown>;
}

interface Asked {
  readonly challenge: string;
}

const PRESENT = 0x01;
const KNOWN = 0x04;
const WITH_KEY = 0x40;

const head = (major: number, length: number): Buffer => {
  if (length < 24) return Buffer.from([(major << 5) | length]);
  return length < 256
    ? Buffer.from([(major << 5) | 24, length])
    : Buffer.from([(major << 5) | 25, length >> 8, length & 255]);
};
const bytes = (value: Buffer): Buffer => Buffer.concat([head(2, value.length), value]);
const text = (value: string): Buffer =>
  Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
const whole = (value: number): Buffer => (value < 0 ? head(1, -1 - value) : head(0, value));
const map = (...pairs: readonly (readonly [Buffer, Buffer])[]): Buffer =>
  Buffer.concat([head(5, pairs.length), ...pairs.flat()]);

const sha256 = (value: Buffer | string): Buffer => createHash('sha256').update(value).digest();

/** The public key as WebAuthn carries it (COSE, ES256). */
const coseOf = (key: KeyObject): Buffer => {
  const { x = '', y = '' } = key.export({ format: 'jwk' }) as { x?: string; y?: string };
  return map(
    [whole(1), whole(2)],
    [whole(3), whole(-7)],
    [whole(-1), whole(1)],
    [whole(-2), bytes(Buffer.from(x, 'base64url'))],
    [whole(-3), bytes(Buffer.from(y, 'base64url'))],
  );
};

const number = (value: number): Buffer => {
  const four = Buffer.alloc(4);
  four.writeUInt32BE(value);
  return four;
};

/** Makes a device for the address a test stands at. */
export const makeAuthenticator = (publicUrl: string): Authenticator => {
  const { hostname, origin } = new URL(publicUrl);
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const credential = randomBytes(16);
  const id = credential.toString('base64url');
  let counter = 0;
  const client = (type: string, asked: Asked, turned: Turned): Buffer =>
    Buffer.from(
      JSON.stringify({
        type: turned.type ?? type,
        challenge: turned.challenge ?? asked.challenge,
        origin: turned.origin ?? origin,
        crossOrigin: false,
      }),
    );
  const told = (flags: number, turned: Turned): Buffer => {
    counter += 1;
    const at = turned.counter ?? counter;
    return Buffer.concat([
      sha256(turned.host ?? hostname),
      Buffer.from([turned.flags === undefined ? flags : (flags & WITH_KEY) | turned.flags]),
      number(at),
    ]);
  };
  const answer = (response: Record<string, unknown>, turned: Turned) => ({
    ...{ id: turned.id ?? id, rawId: turned.id ?? id, type: 'public-key', clientExtensionResults: {} },
    response,
  });
  return {
    id,
    create(options, turned = {}) {
      const made = client('webauthn.create', options, turned);
      const key = Buffer.concat([Buffer.alloc(16), Buffer.from([0, credential.length]), credential]);
      const data = Buffer.concat([told(PRESENT | KNOWN | WITH_KEY, turned), key, coseOf(publicKey)]);
      const attestation = map(
        [text('fmt'), text('none')],
        [text('attStmt'), map()],
        [text('authData'), bytes(data)],
      );
      return answer(
        {
          clientDataJSON: made.toString('base64url'),
          attestationObject: attestation.toString('base64url'),
          transports: ['internal'],
        },
        turned,
      );
    },
    get(options, turned = {}) {
      const asked = client('webauthn.get', options, turned);
      const data = told(PRESENT | KNOWN, turned);
      const signature = sign('sha256', Buffer.concat([data, sha256(asked)]), turned.key ?? privateKey);
      return answer(
        {
          clientDataJSON: asked.toString('base64url'),
          authenticatorData: data.toString('base64url'),
          signature: signature.toString('base64url'),
        },
        turned,
      );
    },
  };
};
