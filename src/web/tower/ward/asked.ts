import type { Ward } from '#tower/contract.ts';

/** A question to this ward with the request behind it. */
export type Asked = Ward['incoming'][number];
