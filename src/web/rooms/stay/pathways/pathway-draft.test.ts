import { describe, expect, it } from 'vitest';
import type { PathwayBody } from '#modules/stay/contract.ts';
import { bodyOf, draftOf, faultsOf, nextKey, timeOf } from './pathway-draft.ts';

const BODY: PathwayBody = {
  most: { days: 9 },
  alarmDays: 2,
  usualDays: 9,
  leaveAt: 630,
  roles: ['gp', 'nurse'],
  meetings: [{ day: 7, minutes: 14 * 60, kind: 'team' }],
  tasks: [
    { day: 1, minutes: null, kind: 'admission', label: 'Opname' },
    { day: 9, minutes: 630, kind: 'leave', label: 'Naar huis' },
  ],
  answers: true,
};
const DRAFT = { ...draftOf(BODY), reason: 'Zo afgesproken' };

describe('a pathway that is written', () => {
  it('is what it was when nothing is typed', () => {
    expect(bodyOf(DRAFT)).toEqual(BODY);
    expect(bodyOf({ ...DRAFT, most: '3', unit: 'months' }).most).toEqual({ months: 3 });
    expect(faultsOf(DRAFT).size).toBe(0);
  });

  it('puts a line that was added on its day, and leaves out what a task has no time for', () => {
    const added = {
      key: nextKey(DRAFT.tasks),
      day: '3',
      time: '9:05',
      kind: 'lab',
      label: ' Bloed ',
    } as const;
    expect(added.key).toBe(2);
    expect(bodyOf({ ...DRAFT, tasks: [...DRAFT.tasks, added] }).tasks).toEqual([
      BODY.tasks[0],
      { day: 3, minutes: 545, kind: 'lab', label: 'Bloed' },
      BODY.tasks[1],
    ]);
    expect(timeOf(545)).toBe('09:05');
  });

  it('names every field that cannot be', () => {
    const faults = faultsOf({
      ...DRAFT,
      ...{ most: '13', unit: 'months', alarmDays: '15', usualDays: '0', leaveAt: '25:00', reason: ' x ' },
      meetings: [{ key: 0, day: '1,5', time: '', kind: 'team' }],
      tasks: [{ key: 4, day: '', time: '10:60', kind: 'other', label: ' ' }],
    });
    expect([...faults.keys()]).toEqual([
      ...['most', 'alarmDays', 'usualDays', 'leaveAt', 'meetings.0.day', 'meetings.0.time'],
      ...['tasks.4.day', 'tasks.4.time', 'tasks.4.label', 'reason'],
    ]);
  });
});
