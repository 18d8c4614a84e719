import { describe, expect, it } from 'vitest';
import { ARGON, hashPassword, isPassword } from './password-hash.ts';

describe('a password', () => {
  it('is kept as argon2id with at least what OWASP asks, and a salt of its own', async () => {
    expect(ARGON.memory).toBeGreaterThanOrEqual(19_456);
    expect(ARGON.passes).toBeGreaterThanOrEqual(2);
    expect(ARGON.parallelism).toBe(1);
    const [one, other] = [await hashPassword('paarse fiets'), await hashPassword('paarse fiets')];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(one).not.toBe(other);
  });

  it('is known again, also when another keyboard writes its letters in two parts', async () => {
    const hash = await hashPassword('één fiets');
    expect(await isPassword('één fiets', hash)).toBe(true);
    expect(await isPassword('één fiets'.normalize('NFD'), hash)).toBe(true);
    expect(await isPassword('Één fiets', hash)).toBe(false);
  });

  it('of nobody is never right, after the same work', async () => {
    expect(await isPassword('', null)).toBe(false);
    expect(await isPassword('paarse fiets', null)).toBe(false);
  });
});
