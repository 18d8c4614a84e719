import type { Treatment } from '#modules/day-treatment/types.ts';

/** A treatment as it ships: nobody signed it, so it has no version and no steps on a reaction. */
export type TreatmentDraft = Omit<Treatment, 'version'>;

/** Placed and looked after in the treatment room, staying on in the living room. */
const moving = (placed: number, until: number): Treatment['seats'] => [
  { room: 'treatment', lying: false, from: 0, until: placed },
  { room: 'living', lying: false, from: placed, until },
];

const onOneChair = (until: number): Treatment['seats'] => [
  { room: 'treatment', lying: false, from: 0, until },
];

const DRIP = {
  ratio: 4,
  pharmacyDays: 2,
  competences: ['infusion', 'anaphylaxis'],
  emergency: [],
  reaction: [],
} as const;

const IRON = { ...DRIP, group: 'iron', labDays: 28, firstInHospital: false, coldChain: false } as const;

/** What can be given near home, with times of the package leaflets and of hospitals. Drafts: a clinician signs each first. */
export const CATALOGUE_V1: readonly TreatmentDraft[] = [
  {
    ...IRON,
    code: 'ferric-carboxymaltose',
    name: 'IJzer(III)carboxymaltose, infuus tot 1.000 mg',
    setUp: 15,
    running: 15,
    observation: 30,
    seats: moving(15, 60),
    weight: true,
    source:
      'Productinformatie ferricarboxymaltose: ten minste 15 minuten inlopen, 30 minuten nakijken, hooguit 1.000 mg per week. Aanleggen: Hesaraki e.a. 2020, ongeveer 15 minuten.',
  },
  {
    ...IRON,
    code: 'ferric-derisomaltose',
    name: 'IJzer(III)derisomaltose, infuus 1.000 mg',
    setUp: 15,
    running: 20,
    observation: 30,
    seats: moving(15, 65),
    weight: true,
    source:
      'Productinformatie ferriderisomaltose: ten minste 15 tot 20 minuten inlopen, 30 minuten nakijken. Aanleggen: Hesaraki e.a. 2020, ongeveer 15 minuten.',
  },
  {
    ...DRIP,
    code: 'immunoglobulin-iv',
    name: 'Immunoglobulinen, infuus',
    group: 'immunoglobulin',
    setUp: 15,
    running: 180,
    observation: 15,
    seats: moving(15, 210),
    competences: ['infusion', 'immunoglobulin', 'anaphylaxis'],
    labDays: null,
    firstInHospital: true,
    coldChain: true,
    weight: true,
    source:
      'HTA Core Model over immunoglobulinen: 3 tot 4 uur, de eerste keren in het ziekenhuis, iedere 3 tot 4 weken. Aanleggen: Hesaraki e.a. 2020.',
  },
  {
    ...DRIP,
    code: 'zoledronic-acid',
    name: 'Zoledroninezuur, infuus 4 tot 5 mg',
    group: 'bone',
    setUp: 15,
    running: 20,
    observation: 25,
    seats: onOneChair(60),
    labDays: 90,
    firstInHospital: true,
    coldChain: false,
    weight: false,
    source:
      'Folders van Rijnstate, Catharina en Diakonessenhuis: ten minste 15 minuten inlopen, het hele bezoek ongeveer een uur; nierfunctie, calcium en vitamine D van de laatste maanden.',
  },
  {
    ...DRIP,
    code: 'denosumab',
    name: 'Denosumab, injectie 60 mg',
    group: 'bone',
    setUp: 10,
    running: 0,
    observation: 15,
    seats: onOneChair(25),
    competences: ['injection', 'anaphylaxis'],
    labDays: 90,
    firstInHospital: true,
    coldChain: true,
    weight: false,
    source:
      'Productinformatie denosumab: onderhuids, ieder half jaar zonder uitstel; calcium en vitamine D vooraf. De tijden zijn een schatting die de kliniek nakijkt.',
  },
];

/** The draft of this code; null when it is not in the catalogue. */
export const draftOf = (code: string): TreatmentDraft | null =>
  CATALOGUE_V1.find((each) => each.code === code) ?? null;
