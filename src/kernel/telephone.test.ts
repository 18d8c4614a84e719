import { expect, it } from 'vitest';
import { mobileOf } from './telephone.ts';

it.each([
  ['06-12 34 56 78', '+31612345678'],
  ['+31 6 12345678', '+31612345678'],
  ['+31(0)6-12345678', '+31612345678'],
  ['0031612345678', '+31612345678'],
  ['0592-00 17 20', null],
  ['061234567', null],
  [null, null],
])('the number %s goes out as %s', (phone, sent) => expect(mobileOf(phone)).toBe(sent));
