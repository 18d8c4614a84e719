import type { Thresholds } from '#modules/cases/types-signal.ts';

/** The thresholds a region begins with; a practice that knows better makes a new version, and signals say which one they are of. */
export const SIGNAL_V1: Thresholds = {
  version: 1,
  yearDays: 365,
  years: 3,
  topShare: 0.1,
  ages: [0, 18, 31, 46, 61],
  smallestGroup: 20,
  notAsked: ['planned', 'social'],
  sameReason: { contacts: 5, days: 90 },
  manyHelpers: { helpers: 4, days: 60 },
  social: { days: 365, reasons: ['Z68'] },
  source:
    'Top 10 % per age-sex group, windows of one year: Smits e.a. 2008, BMC Fam Pract (PMC2373296). Groups 18-30, 31-45, 46-60, 61+ and ' +
    'three years: practice set on Dryad/Figshare 4144488. Only who is frequent for two years or more stays so: BMC Public Health ' +
    '2009, 9:36. ICPC Z68 for welfare on prescription: Zorggroep Haarlemmermeer. The counts in 90 and 60 days and the smallest ' +
    'group are our own proposal, and not validated on people.',
};
