/** A Dutch mobile number as services for short messages want it; null: it is none. */
export const mobileOf = (phone: string | null): string | null => {
  const digits = (phone ?? '').replace(/[\s()-]/g, '').replace(/^(\+|00)31(0)?/, '0');
  return /^06\d{8}$/.test(digits) ? `+31${digits.slice(1)}` : null;
};
