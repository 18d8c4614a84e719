/** Can this browser work with passkeys? */
export const knowsPasskeys = (): boolean => typeof globalThis.PublicKeyCredential === 'function';

/** A first name for a passkey, by what it is made on: `iPhone`, `Windows`. The reader may change it. */
export const deviceName = (agent: string = navigator.userAgent): string | null => {
  const [, name] =
    [
      [/iPhone/, 'iPhone'],
      [/iPad/, 'iPad'],
      [/Android/, 'Android'],
      [/CrOS/, 'Chromebook'],
      [/Mac OS X/, 'Mac'],
      [/Windows/, 'Windows'],
      [/Linux/, 'Linux'],
    ].find(([pattern]) => (pattern as RegExp).test(agent)) ?? [];
  return typeof name === 'string' ? name : null;
};
