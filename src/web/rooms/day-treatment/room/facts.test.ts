import { expect, it } from 'vitest';
import { bodyOf, draftOf, twice, withOneMore } from './facts.ts';

const chair = (code: string) => ({ id: code, code, room: 'treatment' as const, lying: false });
const room = { chairs: [chair('S1'), chair('S2')], emergency: ['Noodkoffer', 'Zuurstof'], route: null };

it('the facts of a room go back as they came, without empty lines', () => {
  const draft = draftOf(room);
  expect(draft).toMatchObject({ emergency: 'Noodkoffer\nZuurstof', route: '' });
  expect(bodyOf({ ...draft, emergency: ' Noodkoffer \n\nZuurstof\n', route: '  ' })).toEqual({
    chairs: room.chairs.map(({ id: _id, ...rest }) => rest),
    emergency: ['Noodkoffer', 'Zuurstof'],
    route: null,
  });
});

it('a chair more gets the next number that is free, and a number twice is seen', () => {
  const { chairs } = draftOf(room);
  expect(withOneMore(chairs, 'new').at(-1)).toEqual({ key: 'new', code: 'S3', room: 'living', lying: false });
  expect(
    withOneMore(
      [chairs[1], chairs[0]].flatMap((each) => each ?? []),
      'new',
    ).at(-1)?.code,
  ).toBe('S3');
  expect(withOneMore([], 'new').at(-1)?.code).toBe('1');
  expect(twice({ chairs: [...chairs, { ...withOneMore([], 'x')[0], code: ' S2 ' } as never] })).toEqual([
    'S2',
  ]);
  expect(twice({ chairs })).toEqual([]);
});
