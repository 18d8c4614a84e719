import type { Product } from '#kernel/product.ts';
import type { Pathway, PathwayMeeting, PathwayTask, TaskKind } from '#modules/stay/types.ts';

const task = (day: number, kind: TaskKind, label: string, minutes: number | null = null): PathwayTask => ({
  day,
  minutes,
  kind,
  label,
});

/** Two weeks after the arrival GP, person, family and ward agree when somebody goes home, and what is needed then. */
const DAY_14: PathwayMeeting = { day: 14, minutes: 11 * 60, kind: 'day-14' };

const LEAVE_AT = 10 * 60 + 30;

const usual = {
  version: 1,
  alarmDays: 2,
  leaveAt: LEAVE_AT,
  answers: false,
  meetings: [DAY_14],
  tasks: [
    task(1, 'admission', 'Opname'),
    task(1, 'call-gp', 'Huisarts gebeld'),
    task(2, 'talk-family', 'Gesprek met naaste'),
    task(3, 'other', 'Doel afgesproken'),
  ],
} as const;

/** Nine days: first look, then find out, then answer. */
const OBSERVATION: readonly PathwayTask[] = [
  task(1, 'admission', 'Opname'),
  task(1, 'call-gp', 'Huisarts gebeld'),
  task(2, 'day-rhythm', 'Dagritme gestart'),
  task(2, 'scale', 'Wegen'),
  task(3, 'talk-family', 'Gesprek met naaste'),
  task(3, 'scale', 'Barthel'),
  task(4, 'lab', 'Bloed en urine'),
  task(4, 'physio', 'Fysio: lopen'),
  task(5, 'medication-review', 'Medicijnen'),
  task(5, 'other', 'Slaapplan'),
  task(6, 'house-visit', 'Huisbezoek'),
  task(6, 'lab', 'Uitslag bloed'),
  task(7, 'team', 'Team', 14 * 60),
  task(7, 'physio', 'Fysio: trap'),
  task(8, 'answer', 'Antwoord'),
  task(8, 'talk-home', 'Gesprek thuis'),
  task(9, 'leave', 'Naar huis', LEAVE_AT),
];

/**
 * Version 1 of every pathway, as it ships; never changed once a stay began with it. Lengths: ELV and GRZ at most three
 * months with usual stays of van Loon 2024 and Arntzen 2023 (see USUAL_DAYS), REO nine days (Zoetermeer), Wlz-crisis
 * fourteen days (zorgkantoor Zorg en Zekerheid); respite is our assumption.
 */
export const PATHWAYS_V1: Readonly<Record<Product, Pathway>> = {
  'elv-low': {
    ...usual,
    product: 'elv-low',
    most: { months: 3 },
    usualDays: 35,
    roles: ['gp', 'nurse', 'carer', 'family'],
  },
  'elv-high': {
    ...usual,
    product: 'elv-high',
    most: { months: 3 },
    usualDays: 35,
    roles: ['elderly-doctor', 'nurse', 'carer', 'physio', 'family'],
  },
  'elv-palliative': {
    ...usual,
    product: 'elv-palliative',
    most: { months: 3 },
    usualDays: 23,
    roles: ['elderly-doctor', 'nurse', 'carer', 'palliative-team', 'family'],
    tasks: [
      task(1, 'admission', 'Opname'),
      task(1, 'call-gp', 'Huisarts gebeld'),
      task(1, 'other', 'Wensen besproken'),
      task(2, 'talk-family', 'Gesprek met naasten'),
    ],
  },
  'reo-observation': {
    ...usual,
    product: 'reo-observation',
    most: { days: 9 },
    usualDays: 9,
    answers: true,
    roles: ['gp', 'elderly-doctor', 'nurse', 'carer', 'physio', 'family'],
    meetings: [{ day: 7, minutes: 14 * 60, kind: 'team' }],
    tasks: OBSERVATION,
  },
  grz: {
    ...usual,
    product: 'grz',
    most: { months: 3 },
    usualDays: 35,
    roles: ['elderly-doctor', 'nurse', 'carer', 'physio', 'family'],
  },
  'wlz-crisis': {
    ...usual,
    product: 'wlz-crisis',
    most: { days: 14 },
    usualDays: 14,
    roles: ['elderly-doctor', 'nurse', 'carer', 'family'],
    meetings: [{ day: 7, minutes: 11 * 60, kind: 'team' }],
  },
  respite: {
    ...usual,
    product: 'respite',
    most: { days: 42 },
    usualDays: 14,
    roles: ['gp', 'carer', 'family'],
    meetings: [],
  },
};
