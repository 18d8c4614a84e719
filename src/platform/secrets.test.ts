import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { installationKeys, openSecrets } from './secrets.ts';

/** 63 of the 64 digits of a key that a machine drew. */
const HEX = 'f0e1d2c3b4a5968778695a4b3c2d1e0f00112233445566778899aabbccddeef';
const folder = mkdtempSync(join(tmpdir(), 'vt-secrets-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a secret', () => {
  it('is read back by its owner under its key only, and never twice the same to look at', () => {
    const keyed = (digit: string) => installationKeys({ dataDir: folder, secretKey: `${HEX}${digit}` })[0];
    const [secrets, others] = [openSecrets(keyed('0')), openSecrets(keyed('1'))];
    const sealed = secrets.seal('whsec_abc', 'a');
    expect(sealed).not.toContain('whsec');
    expect(secrets.seal('whsec_abc', 'a')).not.toBe(sealed);
    expect([secrets.open(sealed, 'a'), secrets.open(sealed, 'b'), others.open(sealed, 'a')]).toEqual([
      'whsec_abc',
      null,
      null,
    ]);
    const touched = Buffer.from(sealed, 'base64');
    touched[touched.length - 1] = (touched.at(-1) ?? 0) ^ 1;
    expect(secrets.open(touched.toString('base64'), 'a')).toBeNull();
  });

  it('has a key in a file that only the server may read, made once', () => {
    const dataDir = join(folder, 'data');
    const keys = installationKeys({ dataDir, secretKey: null });
    expect(keys).toHaveLength(1);
    expect(installationKeys({ dataDir, secretKey: null })).toEqual(keys);
    expect(statSync(join(dataDir, 'secret.key')).mode & 0o777).toBe(0o600);
    writeFileSync(join(dataDir, 'secret.key'), 'kort');
    expect(() => installationKeys({ dataDir, secretKey: null })).toThrow('64 hexadecimal');
  });
});

describe('SECRET_KEY', () => {
  const keys = (secretKey: string) => installationKeys({ dataDir: folder, secretKey });
  const digest = (text: string) => createHash('sha256').update(text).digest();

  it('that a machine drew is used as it always was', () => {
    for (const drawn of [`${HEX}0`, 'kJ3+9xPqL0vYt7ZsWm2RbA8cUeH5oDfN1gIiTy6jXzE='])
      expect(keys(drawn)).toEqual([digest(drawn)]);
  });

  it.each(['een zin die iemand bedacht', 'a'.repeat(63)])(
    'that somebody thought up (%s) is stretched: a try costs time and memory',
    (phrase) => {
      const began = performance.now();
      const [stretched, before] = keys(`${phrase}!`);
      expect(performance.now() - began).toBeGreaterThan(50);
      expect(stretched).toHaveLength(32);
      expect(stretched).not.toEqual(digest(`${phrase}!`));
      // What was locked before this was so still opens.
      expect(before).toEqual(digest(`${phrase}!`));
      expect(keys(`${phrase}!`)[0]).toEqual(stretched);
    },
  );
});
