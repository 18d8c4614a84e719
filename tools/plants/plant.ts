/** One fault: the check that must turn red, the words it must say, and what is changed (null takes a file away). */
export type Plant = {
  name: string;
  check: 'types' | 'style' | 'floors' | 'house' | 'dead-code' | 'dead-product' | 'drawings';
  says: RegExp;
  files: Record<string, string | null | ((old: string) => string)>;
};

/** A new file in the kernel. */
export const KERNEL = 'src/kernel/planted.ts';

/** The file as it was, and this below it. */
export const also = (text: string) => (old: string) => `${old}\n${text}\n`;
