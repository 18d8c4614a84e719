import { describe, expect, test } from 'vitest';
import { pressedName } from './acts.ts';

const pressed = (
  key: string,
  held: { ctrl?: boolean; meta?: boolean; alt?: boolean; code?: string } = {},
): string =>
  pressedName({
    key,
    code: held.code ?? '',
    ctrlKey: held.ctrl ?? false,
    metaKey: held.meta ?? false,
    altKey: held.alt ?? false,
  });

describe('the name of a pressed key', () => {
  test('a letter is a letter, with or without capitals lock', () => {
    expect(pressed('j')).toBe('j');
    expect(pressed('J')).toBe('j');
    expect(pressed('?')).toBe('?');
  });

  test('Control and the Mac command key are the same', () => {
    expect(pressed('k', { ctrl: true })).toBe('Ctrl+k');
    expect(pressed('Enter', { meta: true })).toBe('Ctrl+Enter');
  });

  test('Alt with a digit is that digit, also where the keyboard makes another sign of it', () => {
    expect(pressed('¡', { alt: true, code: 'Digit1' })).toBe('Alt+1');
  });
});
