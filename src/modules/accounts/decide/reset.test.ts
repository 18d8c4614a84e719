import { describe, expect, it } from 'vitest';
import type { Hat } from '#modules/accounts/types.ts';
import { faultInReset } from './reset.ts';

const hat = (accountId: string, organisationId: string, administrator = false): Hat => ({
  ...{ accountId, organisationId, administrator, professionalId: `${accountId}-${organisationId}` },
});
const boss = hat('boss', 'home', true);
const manager = hat('manager', 'desk');
const ask = (worn: Hat, role: string, hats: readonly Hat[], others: readonly Hat[] = [boss]) =>
  faultInReset({ worn, role, hats, others: [...others, ...hats], accountId: hats[0]?.accountId ?? 'nobody' });

describe('taking away what opens an account', () => {
  it('is for the administrator, of somebody who works for the own organisation only', () => {
    expect(ask(boss, 'ward', [hat('anna', 'home')])).toBeNull();
    expect(ask(boss, 'ward', [hat('anna', 'other')])).toBe('not-found');
    expect(ask(boss, 'ward', [hat('anna', 'home'), hat('anna', 'other')])).toBe('not-found');
    expect(ask(boss, 'ward', [])).toBe('not-found');
    expect(ask(hat('carla', 'home'), 'ward', [hat('anna', 'home')])).toBe('not-allowed');
  });

  it('is never for oneself', () => {
    expect(ask(boss, 'ward', [boss])).toBe('own-reset');
    expect(ask(hat('manager', 'desk', true), 'region-manager', [hat('manager', 'desk', true)])).toBe(
      'own-reset',
    );
  });

  it('is for the region manager where nobody else can: the last administrator, or who works in more places', () => {
    expect(ask(manager, 'region-manager', [boss])).toBeNull();
    expect(ask(manager, 'region-manager', [boss], [hat('second', 'home', true)])).toBe('not-found');
    expect(ask(manager, 'region-manager', [boss], [hat('second', 'other', true)])).toBeNull();
    expect(ask(manager, 'region-manager', [hat('anna', 'home'), hat('anna', 'other')])).toBeNull();
    expect(ask(manager, 'region-manager', [hat('anna', 'home')])).toBe('not-found');
    expect(ask(manager, 'desk', [boss])).toBe('not-allowed');
  });
});
