let words: Promise<ReadonlySet<string>> | null = null;

const load = async (): Promise<ReadonlySet<string>> => {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  return new Set(Object.values(dictionary).flat());
};

/** Does this word stand in the lists of passwords that leaked or are used most? Read at the first question. */
export const knownPasswords = async (): Promise<(word: string) => boolean> => {
  words ??= load();
  const known = await words;
  return (word) => known.has(word);
};
