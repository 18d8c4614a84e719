import { describe, expect, it } from 'vitest';
import type { TreatmentView } from '#modules/day-treatment/contract.ts';
import { bodyOf, draftOf, faultsOf } from './treatment-draft.ts';

const BODY: TreatmentView['draft'] = {
  name: 'IJzer, infuus',
  group: 'iron',
  ...{ setUp: 15, running: 20, observation: 30, ratio: 4 },
  seats: [{ room: 'treatment', lying: false, from: 0, until: 65 }],
  competences: ['infusion', 'anaphylaxis'],
  ...{ labDays: 28, firstInHospital: false, pharmacyDays: 2, coldChain: false, weight: true },
  emergency: ['Noodkoffer gekeurd'],
  reaction: ['Stop het infuus.', 'Bel de specialist.'],
  preparation: ['Drink genoeg water.'],
  source: 'bijsluiter',
};

describe('a treatment that a clinician writes', () => {
  it('is what it was when nothing is typed', () => {
    const { seats: _s, group: _g, source: _f, emergency, reaction, preparation, ...changes } = BODY;
    expect(bodyOf(draftOf(BODY))).toEqual({ changes, emergency, reaction, preparation });
    expect(faultsOf(draftOf(BODY)).size).toBe(0);
  });

  it('needs no blood result when that field is empty, and leaves out empty lines', () => {
    const draft = { ...draftOf(BODY), labDays: ' ', reaction: ' Stop. \n\n Bel 112. ' };
    expect(bodyOf(draft)).toMatchObject({ changes: { labDays: null }, reaction: ['Stop.', 'Bel 112.'] });
    expect(faultsOf(draft).size).toBe(0);
  });

  it('names every field that cannot be', () => {
    const faults = faultsOf({
      ...draftOf(BODY),
      ...{ name: ' ', setUp: '0', running: '12', observation: '-5', ratio: '9', labDays: '0' },
      ...{ pharmacyDays: '', competences: [], reaction: ' \n', emergency: 'x'.repeat(201) },
    });
    expect(Object.fromEntries(faults)).toEqual({
      ...{ name: 'missing', setUp: 'fives', running: 'fives', observation: 'fives', ratio: 'number' },
      ...{ labDays: 'number', pharmacyDays: 'number', competences: 'missing' },
      ...{ reaction: 'missing', emergency: 'lines' },
    });
  });
});
