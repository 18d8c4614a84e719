import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openLink, signLink } from './signed-link.ts';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const key = randomBytes(32);
const token = signLink(key, { purpose: 'counts', subject: 'unit', until: NOW + 1 });

describe('a signed link', () => {
  it('opens for its purpose until its moment, and not a millisecond longer', () => {
    expect(openLink(key, token, 'counts', NOW)).toEqual({
      kind: 'open',
      claim: { purpose: 'counts', subject: 'unit', until: NOW + 1 },
    });
    expect(openLink(key, token, 'counts', NOW + 1).kind).toBe('expired');
    expect(openLink(key, token, 'names', NOW).kind).toBe('not-ours');
  });
  it('made with another key, or changed in any place, is not ours', () => {
    expect(openLink(randomBytes(32), token, 'counts', NOW).kind).toBe('not-ours');
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom('A', 'z', '0', '-', '.'), (at, letter) => {
        const changed = `${token.slice(0, at)}${letter}${token.slice(at + 1)}`;
        const same = Buffer.from(changed.replace('.', ''), 'base64url').equals(
          Buffer.from(token.replace('.', ''), 'base64url'),
        );
        return same || openLink(key, changed, 'counts', NOW).kind === 'not-ours';
      }),
    );
    for (const nonsense of ['', '.', 'a.b.c', 'eyJ9.', `${token}.x`])
      expect(openLink(key, nonsense, 'counts', NOW).kind).toBe('not-ours');
  });
});
