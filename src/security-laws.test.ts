import { DEFAULT_MIN_VERSION } from 'node:tls';
import { describe, expect, it } from 'vitest';
import { readConfig } from '#platform/config.ts';
import { configSchema } from '#platform/settings.ts';
import { CODE, filesThat, read, said } from './source.fixture.ts';

/** Rules for security that a reading of the source can judge: what they forbid nobody may write, also not by accident. */
const controls = read('docs/security/controls.md');

describe('values', () => {
  /** Built from the code itself or judged by a pattern first; never what somebody typed. */
  const PARTS: Readonly<Record<string, readonly string[]>> = {
    'src/platform/db/database.ts': ['acting.actor', 'organisation', 'naming'],
    'src/modules/people/store.ts': ["bare.replace('NAME', 'name')", "bare.replace('NAME', '$1')"],
    'src/modules/capacity/store-picture.ts': ['where', 'next'],
    'src/modules/capacity/store-counts.ts': ['where'],
    'src/platform/auth/session-store.ts': ['where'],
    // A name and a password of the settings, escaped: a role cannot be made with parameters.
    'src/platform/db/server-login.ts': ['role', 'secret'],
    // Tables and columns of the standard, named in the model of the map and nowhere else.
    'src/modules/social/store-hsds.ts': ['tableOf(entity)', 'by', "columns.join(', ')", "set.join(', ')"],
    'src/app/records/retention.ts': ['what'],
    'src/app/records/file.ts': ['table', 'where', 'erasing.set'],
  };
  /** A constant of the code, one with a word of it changed, or one of two. */
  const CONSTANT =
    /^(?:[A-Z][A-Z_]*(?:\.replace\('', ''\))?|\w+ === null \? (?:[A-Z_]+|'') : (?:[A-Z_]+|''))$/;
  const isConstant = (part: string): boolean => CONSTANT.test(part.replace(/'[^']*'|"[^"]*"/g, "''"));
  const STATEMENT =
    /`(\s*(?:select|insert into|update|delete from|with|call|set|begin|create|alter|grant|copy)\b(?:[^`\\]|\\.)*)`/gi;

  it('reach the database as parameters: a statement holds constants of the code and nothing else', () => {
    const statements = said(STATEMENT);
    expect(statements.length).toBeGreaterThan(150);
    const spliced = statements.flatMap(([path, text]) =>
      [...text.matchAll(/\$\{([^}]*)\}/g)].map(([, part = '']) => [path, part] as const),
    );
    expect(spliced.length).toBeGreaterThan(40);
    const wrong = spliced.filter(([path, part]) => !isConstant(part) && PARTS[path]?.includes(part) !== true);
    expect(wrong).toEqual([]);
  });

  it('never become a command of the operating system, a regular expression or code', () => {
    expect(
      filesThat(/node:child_process/g).filter((path) => !path.startsWith('src/platform/postgres/')),
    ).toEqual([]);
    expect(said(/shell: true|\bexec(?:Sync)?\(['"`]/g)).toEqual([]);
    expect(said(/new RegExp\((.+)/g).filter(([path]) => path !== 'src/platform/auth/recovery.ts')).toEqual(
      [],
    );
    expect(said(/\beval\(|new Function\(|dangerouslySetInnerHTML|\.innerHTML|document\.write/g)).toEqual([]);
  });

  it('become an address of a page only as a path of ours or a telephone number', () => {
    const addresses = said(/(?:\bhref=\{|location\.assign\(|window\.open\()([^}\n]*)/g);
    expect(addresses.length).toBeGreaterThan(5);
    // `to` is typed as a path; the address of a provider and the secret of an app were made by the server.
    const ours = /^(`\/|'\/|"\/|telephone\(|to\b|to\.location|secret\.uri)/;
    expect(addresses.filter(([, words]) => !ours.test(words.trim()))).toEqual([]);
  });

  it('are compared strictly', () => {
    expect(said(/[^=!<>]([=!]=)(?![=>])(?! null)/g)).toEqual([]);
    expect(read('biome.json')).toContain('recommended');
  });

  it('send a browser elsewhere only at the door, to the provider of an employer', () => {
    expect(filesThat(/\.redirect\(/g)).toEqual(['src/modules/accounts/routes-sign-in.ts']);
  });
});

describe('keys and algorithms', () => {
  it('are SHA-256, HMAC-SHA-256, AES-256-GCM and argon2id; SHA-1 only asks a service about leaked passwords', () => {
    const hashes = said(/createHash\('([^']+)'\)/g);
    const other = hashes.filter(([, name]) => name !== 'sha256');
    expect(hashes.length).toBeGreaterThan(5);
    expect(other).toEqual([['src/platform/auth/leaked-passwords.ts', 'sha1']]);
    expect(new Set(said(/createHmac\('([^']+)'/g).map(([, name]) => name))).toEqual(new Set(['sha256']));
    expect(new Set(said(/create(?:C|Dec)ipheriv\('([^']+)'/g).map(([, name]) => name))).toEqual(
      new Set(['aes-256-gcm']),
    );
    expect(said(/create(?:Hash|Hmac|Cipheriv|Decipheriv|Sign)\((?!')/g)).toEqual([]);
    expect(said(/derive\('([^']+)'/g)).toEqual([['src/platform/auth/password-hash.ts', 'argon2id']]);
  });

  it('come from the platform: no other package for it is imported', () => {
    const named = said(
      /from '([^']*(?:crypto|cipher|bcrypt|argon|scrypt|sodium|jose|jsonwebtoken|forge|hash)[^']*)'/g,
    );
    const foreign = named.filter(([, from]) => !/^(node:crypto|[.#].*)$/.test(from));
    expect(foreign).toEqual([]);
  });

  it('have at least 128 bits of chance, from the source of the operating system', () => {
    expect(said(/Math\.random/g)).toEqual([]);
    const bytes = said(/randomBytes\((\d+)\)/g).map(([path, count]) => [path, Number(count)] as const);
    expect(bytes.length).toBeGreaterThan(3);
    // A letter of a recovery code is drawn byte by byte.
    const few = bytes.filter(([path, count]) => count < 16 && path !== 'src/platform/auth/recovery.ts');
    expect(few).toEqual([]);
  });

  it('that lock, sign or stretch stand in the files the rules name, each in one place', () => {
    const places = filesThat(/createHmac\(|createCipheriv\(|argon2|scryptSync\(|new Signer\(/g);
    expect(places.length).toBeGreaterThan(4);
    const named = places.filter(
      (path) => !controls.includes(path) && !controls.includes(path.replace(/[^/]+$/, '')),
    );
    expect(named).toEqual([]);
    expect(filesThat(/createCipheriv\(/g)).toEqual(['src/platform/secrets.ts']);
    expect(filesThat(/\bargon2\b.*node:crypto/g)).toEqual(['src/platform/auth/password-hash.ts']);
  });
});

describe('connections', () => {
  /** Who may reach out, and under which row of the rules. */
  const MAY: Readonly<Record<string, RegExp>> = {
    "'pg'": /^src\/(platform\/(db|outbox|postgres)|cli)\//,
    "'nodemailer'": /^src\/platform\/outbox\//,
    "'openid-client'": /^src\/platform\/auth\//,
    "'node:https?'": /^src\/platform\/(outbox|live)\//,
    "'node:(?:tls|net|dgram|http2|dns/promises)'": /^src\/platform\/(outbox|live|postgres|config)/,
    '\\bfetch\\([\'"`]': /^src\/web\//,
  };

  it.each(Object.entries(MAY))('through %s are made where the rules say', (by, where) => {
    const files = filesThat(new RegExp(by, 'g'));
    expect(files.filter((path) => !where.test(path))).toEqual([]);
  });

  it('stand all in the table of the rules', () => {
    const table = controls.slice(controls.indexOf('## Connections'), controls.indexOf('## Kinds of data'));
    for (const word of [
      'PostgreSQL',
      'mail server',
      'webhooks',
      'open data',
      'identity providers',
      'leaked passwords',
      'PDOK',
    ])
      expect(table).toContain(`| ${word}`);
    // A setting that holds an address is a connection: its name or what it is for stands there.
    const addresses = Object.keys(configSchema.shape).filter(
      (name) => /URL|PROVIDERS|TILES/.test(name) && name !== 'PUBLIC_URL',
    );
    expect(addresses.filter((name) => !controls.includes(name))).toEqual([]);
  });

  it('are encrypted by TLS 1.2 or newer, and no certificate is let through unchecked', () => {
    expect(['TLSv1.2', 'TLSv1.3']).toContain(DEFAULT_MIN_VERSION);
    expect(said(/rejectUnauthorized|NODE_TLS_REJECT|secureProtocol|minVersion|checkServerIdentity/g)).toEqual(
      [],
    );
  });
});

describe('settings and limits', () => {
  it('no password, key or address of another part has a value of its own', () => {
    const config = readConfig({});
    expect([config.secretKey, config.databaseUrl, config.mail, config.leakedPasswordsUrl]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect([config.providers, config.trustProxy, config.corsOrigins]).toEqual([[], [], []]);
    expect(() => readConfig({ MODE: 'production', PUBLIC_URL: 'https://toren.example' })).toThrow(
      'SECRET_KEY',
    );
  });

  it('stand in the rules as they stand in the code', () => {
    const real = readConfig({
      ...{
        MODE: 'production',
        PUBLIC_URL: 'https://toren.example',
        SECRET_KEY: '0f1e2d3c4b5a69788796a5b4c3d2e1f0'.repeat(2),
      },
    });
    const row = (what: string, value: string) =>
      expect(controls).toMatch(new RegExp(`\\| ${what} \\| ${value}`));
    row('requests of one user in a minute', real.limits.perMinute.toLocaleString('en'));
    row('requests of one user under way at once', String(real.limits.atOnce));
    row('beds one account holds without a request', String(real.holdsPerAccount));
    row('a session without a question', `${real.sessions.idleMs / 60_000} minutes`);
    row('a session, whatever is asked', `${real.sessions.absoluteMs / 3_600_000} hours`);
    expect(read('src/platform/http/server.ts')).toContain(
      `bodyLimit: ${(1024 * 1024).toLocaleString('en').replaceAll(',', '_')}`,
    );
    expect(controls).toMatch(/\| a body \| 1 MB; a file 5 MB, 20,000 rows, 60 MB unpacked/);
    const csv = CODE.filter(([path]) => path.startsWith('src/platform/csv/'))
      .map(([, text]) => text)
      .join('\n');
    expect(csv).toMatch(/5 \* 1024 \* 1024|5_242_880|5_000_000/);
    expect(csv).toMatch(/20_000/);
    expect(csv).toMatch(/60 \* 1024 \* 1024|60_000_000/);
  });

  it('the server writes its log through one door, and the command line alone speaks to the screen', () => {
    const speaking = filesThat(/console\.\w+\(|process\.std(?:out|err)\.write/g);
    // The database that comes along, for practice, has no log of ours when it does not start.
    const other = speaking.filter((path) => !/^src\/(cli|web|platform\/postgres)\//.test(path));
    expect(other).toEqual([]);
  });
});

describe('parts of others', () => {
  it('are named in one exact version, with what proves it is the same one, and draw no map of our code', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json'));
    const versions = Object.entries<string>({ ...dependencies, ...devDependencies });
    expect(
      versions.filter(([, version]) => !/^(?:npm:.+@)?\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version)),
    ).toEqual([]);
    const { packages } = JSON.parse(read('package-lock.json')) as {
      packages: Record<string, { integrity?: string }>;
    };
    const unproven = Object.entries(packages).filter(
      ([path, { integrity }]) => path !== '' && !/^sha512-/.test(integrity ?? ''),
    );
    expect(unproven.map(([path]) => path)).toEqual([]);
    expect(Object.keys(packages).length).toBeGreaterThan(100);
    // The built screens come without the source they were made from.
    expect(read('vite.config.ts')).not.toMatch(/sourcemap/);
  });
});
