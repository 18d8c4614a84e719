import { describe, expect, it } from 'vitest';
import { figuresOf, impossible } from './measured.ts';

describe('a measurement', () => {
  it('is read with a comma or a point, and only what was typed', () => {
    expect(figuresOf({ temperature: '38,2', pulse: ' 72 ', systolic: '' })).toEqual({
      temperature: 38.2,
      pulse: 72,
    });
    expect(figuresOf({ pulse: '  ' })).toBeNull();
  });

  it('that cannot be true is not kept', () => {
    expect(impossible({ pulse: '720', systolic: '130', diastolic: 'tachtig', saturation: '100' })).toEqual([
      'diastolic',
      'pulse',
    ]);
    expect(impossible({ temperature: '36,8' })).toEqual([]);
  });
});
