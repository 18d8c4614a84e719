/** What goes one at a time in the whole database, and the number of its advisory lock: here, so that no two are the same. */
export const ALONE = {
  migrate: 7_236_401,
  importFile: 7_236_402,
  signAgreement: 7_236_403,
  carryMessages: 7_236_404,
  sealLog: 7_236_405,
} as const;
