import { generate } from 'otplib';
import { describe, expect, it } from 'vitest';
import { hashOfRecovery, newRecoveryCodes } from './recovery.ts';
import { newTotp, totpStep } from './totp.ts';

// The secret and moments of RFC 6238, appendix B, cut to six digits.
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

describe('a code of an app', () => {
  it.each([
    [59, '287082'],
    [1111111109, '081804'],
    [2000000000, '279037'],
  ])('at %i seconds is %s, as the standard says', async (seconds, code) => {
    const now = seconds * 1_000;
    expect(await totpStep(SECRET, code, { now, lastStep: null })).toBe(Math.floor(seconds / 30));
  });

  it('counts for the step before and after, and never a step that was used', async () => {
    const now = Date.parse('2026-11-23T09:00:15Z');
    const step = Math.floor(now / 30_000);
    const at = (around: number) => generate({ secret: SECRET, epoch: (step + around) * 30 });
    for (const around of [-1, 0, 1])
      expect(await totpStep(SECRET, await at(around), { now, lastStep: null })).toBe(step + around);
    for (const around of [-2, 2])
      expect(await totpStep(SECRET, await at(around), { now, lastStep: null })).toBeNull();
    expect(await totpStep(SECRET, await at(0), { now, lastStep: step })).toBeNull();
    expect(await totpStep(SECRET, await at(-1), { now, lastStep: step })).toBeNull();
    expect(await totpStep(SECRET, await at(1), { now, lastStep: step })).toBe(step + 1);
  });

  it('may be typed with a space, and is nothing else', async () => {
    expect(await totpStep(SECRET, '287 082', { now: 59_000, lastStep: null })).toBe(1);
    for (const typed of ['', '28708', '2870820', 'abcdef', '287082x', '２８７０８２'])
      expect(await totpStep(SECRET, typed, { now: 59_000, lastStep: null }), typed).toBeNull();
  });

  it('comes from a secret shown as text, address and picture', () => {
    const { secret, uri, qr } = newTotp('Verkeerstoren Klein', 'anna@loket.example');
    expect(uri).toContain(`secret=${secret}`);
    expect(uri.startsWith('otpauth://totp/')).toBe(true);
    expect(qr.startsWith('<svg')).toBe(true);
    expect(secret).toHaveLength(32);
  });
});

describe('codes for on paper', () => {
  it('are ten different ones, known again however they are typed', () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^([A-Z2-9]{4}-){3}[A-Z2-9]{4}$/);
    const [code = ''] = codes;
    expect(hashOfRecovery(code.toLowerCase().replaceAll('-', ' '))).toBe(hashOfRecovery(code));
  });
});
