/** A number in [0, 1) that is always the same for this id and purpose: who answers slowly does so each time we look. */
export const luckOf = (id: string, purpose: string): number => {
  let hash = 2_166_136_261;
  for (const character of id + purpose) {
    hash ^= character.charCodeAt(0);
    hash = Math.imul(hash, 16_777_619);
  }
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 2_246_822_507);
  return ((hash ^ (hash >>> 13)) >>> 0) / 4_294_967_296;
};
