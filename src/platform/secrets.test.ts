import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { installationKey, openSecrets } from './secrets.ts';

const folder = mkdtempSync(join(tmpdir(), 'vt-secrets-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a secret', () => {
  it('is read back by its owner under its key only, and never twice the same to look at', () => {
    const secrets = openSecrets(installationKey({ dataDir: folder, secretKey: 'een lange zin' }));
    const others = openSecrets(installationKey({ dataDir: folder, secretKey: 'een andere zin' }));
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
    const key = installationKey({ dataDir, secretKey: null });
    expect(installationKey({ dataDir, secretKey: null })).toEqual(key);
    expect(statSync(join(dataDir, 'secret.key')).mode & 0o777).toBe(0o600);
    writeFileSync(join(dataDir, 'secret.key'), 'kort');
    expect(() => installationKey({ dataDir, secretKey: null })).toThrow('64 hexadecimal');
  });
});
