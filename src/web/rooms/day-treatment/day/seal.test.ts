import { describe, expect, it } from 'vitest';
import { keyOfPin, newSalt, pinFault, seal, unseal } from './seal.ts';

describe('a PIN', () => {
  it('has six digits or more and is not the first that anybody tries', () => {
    expect(['12345', 'abcdef', '27182a'].map(pinFault)).toEqual(['short', 'short', 'short']);
    expect(['000000', '123456', '98765432'].map(pinFault)).toEqual(['easy', 'easy', 'easy']);
    expect(['271828', '112358'].map(pinFault)).toEqual([null, null]);
  });

  it('opens what it sealed; another one, or other salt, does not', async () => {
    const salt = newSalt();
    const sealed = await seal(await keyOfPin('271828', salt), { name: 'Adema' });
    expect(await unseal(await keyOfPin('271828', salt), sealed)).toEqual({ name: 'Adema' });
    expect(await unseal(await keyOfPin('271829', salt), sealed)).toBeNull();
    expect(await unseal(await keyOfPin('271828', newSalt()), sealed)).toBeNull();
  });
});
