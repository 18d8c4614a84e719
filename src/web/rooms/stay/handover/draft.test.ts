import { describe, expect, it } from 'vitest';
import type { HandoverView } from '#modules/stay/contract.ts';
import { afterKeeping, apart, bodyOf, rebased, shownOf, typing, withoutCodes } from './draft.ts';

const section = (code: string, text = '', without: string[] = []) => ({
  code,
  snomed: null,
  title: { nl: code, en: code },
  hint: { nl: '', en: '' },
  needed: true,
  mayBeNone: true,
  missing: text === '',
  none: false,
  text,
  known: ['a', 'b'].map((key) => ({ key, text: key, source: 'request', without: without.includes(key) })),
  changed: false,
});

const view = (...sections: object[]) => ({ sections }) as unknown as HandoverView;
const said = (text: string) => ({ text, none: false, without: [] });

describe('a handover while it is typed', () => {
  const begun = view(section('history', 'Beroerte', ['b']), section('home'));
  const [history] = begun.sections;

  it('shows what is typed over what stands there', () => {
    if (history === undefined) throw new Error('no section');
    expect(shownOf({}, history)).toEqual({ text: 'Beroerte', none: false, without: ['b'] });
    const typed = typing({}, begun, 'history', said('Beroerte in 2019'));
    expect(shownOf(typed, history).text).toBe('Beroerte in 2019');
    expect(bodyOf(typed)).toEqual([{ code: 'history', ...said('Beroerte in 2019') }]);
  });

  it('remembers what was typed while it was being kept', () => {
    const sent = typing({}, begun, 'home', said('Trap'));
    const further = typing(sent, begun, 'home', said('Trap en drempels'));
    expect(afterKeeping(sent, sent)).toEqual({});
    expect(bodyOf(afterKeeping(further, sent))).toEqual([{ code: 'home', ...said('Trap en drempels') }]);
  });

  it('lays another text beside one’s own only where both wrote', () => {
    const typed = typing({}, begun, 'home', said('Trap'));
    expect(apart(typed, view(section('history', 'Iets anders'), section('home')))).toEqual([]);
    const theirs = view(section('history'), section('home', 'Lift'));
    expect(apart(typed, theirs)).toEqual(['home']);
    expect(apart(rebased(typed, theirs), theirs)).toEqual([]);
    expect(bodyOf(rebased(typed, theirs))).toEqual([{ code: 'home', ...said('Trap') }]);
    expect(withoutCodes(typed, ['home'])).toEqual({});
  });
});
