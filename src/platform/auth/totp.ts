import { timingSafeEqual } from 'node:crypto';
import { generate, generateSecret, generateURI } from 'otplib';
import { renderSVG } from 'uqr';
import type { Instant } from '#kernel/interval.ts';

const STEP_MS = 30_000;
/** A telephone whose clock is half a minute off still opens the door. */
const AROUND = [0, -1, 1] as const;

/** The code of a secret at a step of time. */
const codeAt = (secret: string, step: number): Promise<string> =>
  generate({ secret, epoch: (step * STEP_MS) / 1_000, period: STEP_MS / 1_000 });

const same = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

/** A secret for an app that makes codes: as text, as address, and as a picture to point a camera at. */
export const newTotp = (issuer: string, label: string) => {
  const secret = generateSecret();
  const uri = generateURI({ issuer, label, secret });
  return { secret, uri, qr: renderSVG(uri) };
};

/** The code as digits, however it was typed; null when it cannot be one. */
const digitsOf = (typed: string): string | null => {
  const digits = typed.replace(/[\s-]/g, '');
  return /^\d{6}$/.test(digits) ? digits : null;
};

/**
 * The step of time this code belongs to; null when it is none of now, just before or just after, or when a code of that
 * step or a later one was used already.
 */
export const totpStep = async (
  secret: string,
  typed: string,
  at: { readonly now: Instant; readonly lastStep: number | null },
): Promise<number | null> => {
  const code = digitsOf(typed);
  if (code === null) return null;
  const current = Math.floor(at.now / STEP_MS);
  let found: number | null = null;
  // All three are made, so that it takes as long whichever it is.
  for (const around of AROUND)
    if (same(await codeAt(secret, current + around), code)) found = current + around;
  return found === null || (at.lastStep !== null && found <= at.lastStep) ? null : found;
};
