/** Joins class names, leaving out what does not apply: `cx(styles.row, chosen && styles.chosen)`. */
export const cx = (...names: readonly (string | false | null | undefined)[]): string =>
  names.filter((name) => typeof name === 'string' && name !== '').join(' ');
