import { describe, expect, it } from 'vitest';
import { HOUR } from '#kernel/interval.ts';
import type { OrderLine } from '#modules/day-treatment/contract.ts';
import { found, grouped, peopleIn, reacting } from './order-list.ts';

const NOW = Date.parse('2026-10-22T09:41:00Z');
const line = (id: string, more: Partial<OrderLine> = {}): OrderLine => ({
  ...{
    id,
    code: `TK-${id}`,
    state: 'signed',
    noticed: null,
    person: { id: `p${id}`, name: `Mevrouw ${id}` },
  },
  ...({} as OrderLine),
  ...more,
});
const at = (hours: number) => new Date(NOW - hours * HOUR).toISOString();

describe('the list of orders', () => {
  it('puts what went differently first, then what is to sign, then what runs, and what is over last', () => {
    const orders = [
      line('1'),
      line('2', { state: 'draft' }),
      line('3', { noticed: { kind: 'deviated', at: at(1) } }),
      line('4', { state: 'done', noticed: { kind: 'reacted', at: at(1) } }),
      line('5', { state: 'stopped' }),
    ];
    const idsIn = (ended: boolean) =>
      grouped(orders, ended).map(({ group, orders: own }) => [group, own.map(({ id }) => id)]);
    expect(idsIn(false)).toEqual([
      ['look', ['3', '4']],
      ['sign', ['2']],
      ['running', ['1']],
      ['stopped', ['5']],
    ]);
    expect(idsIn(true).slice(-2)).toEqual([
      ['stopped', ['5']],
      ['done', ['4']],
    ]);
  });

  it('is searched by parts of a name without accents, or by the code', () => {
    const orders = [
      line('0401', { person: { id: 'a', name: 'José de Vries' } }),
      line('0402', { person: null }),
      line('0403', { person: { id: 'a', name: 'José de Vries' } }),
    ];
    expect(found(orders, ' vries JOSE').map(({ code }) => code)).toEqual(['TK-0401', 'TK-0403']);
    expect(found(orders, '0402').map(({ code }) => code)).toEqual(['TK-0402']);
    expect(found(orders, 'vries 0402')).toEqual([]);
    expect(found(orders, '')).toHaveLength(3);
    expect(peopleIn(orders)).toEqual([{ id: 'a', name: 'José de Vries' }]);
  });

  it('calls about a reaction on the day itself', () => {
    const orders = [
      line('1', { noticed: { kind: 'reacted', at: at(2) } }),
      line('2', { noticed: { kind: 'reacted', at: at(13) } }),
      line('3', { noticed: { kind: 'not-given', at: at(1) } }),
    ];
    expect(reacting(orders, NOW).map(({ id }) => id)).toEqual(['1']);
  });
});
