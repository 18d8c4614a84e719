/**
 * Does the number pass the 11-test of the citizen service number (BSN)?
 * Weights 9..2 and -1, the sum divisible by eleven, not all zeros. Eight digits get a leading zero.
 */
export const isBsn = (text: string): boolean => {
  if (!/^\d{8,9}$/.test(text)) return false;
  const digits = [...text.padStart(9, '0')].map(Number);
  const sum = digits.reduce((total, digit, i) => total + digit * (i === 8 ? -1 : 9 - i), 0);
  return sum % 11 === 0 && digits.some((digit) => digit > 0);
};
