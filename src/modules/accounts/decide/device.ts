type Sign = readonly [name: string, sign: RegExp];

// In this order: who imitates another names both, and its own name comes first here.
const BROWSERS: readonly Sign[] = [
  ['Edge', /\bEdg(?:e|A|iOS)?\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Opera', /\bOPR\//],
  ['Firefox', /\b(?:Firefox|FxiOS)\//],
  ['Chrome', /\b(?:Chrome|CriOS|HeadlessChrome)\//],
  ['Safari', /\bVersion\/\S+.*\bSafari\//],
];
const SYSTEMS: readonly Sign[] = [
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Android', /\bAndroid\b/],
  ['Windows', /\bWindows\b/],
  ['Mac', /\bMacintosh\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Linux', /\bLinux\b/],
];

const named = (signs: readonly Sign[], told: string): string | undefined =>
  signs.find(([, sign]) => sign.test(told))?.[0];

/** A device in words its owner knows it by, from what its browser says of itself; null when it says nothing we know. */
export const deviceOf = (told: string | undefined): string | null => {
  if (told === undefined) return null;
  const words = [named(BROWSERS, told), named(SYSTEMS, told)].filter((each) => each !== undefined);
  return words.length === 0 ? null : words.join(' · ');
};
