import { describe, expect, it } from 'vitest';
import { judgePassword } from './password.ts';

const owner = { name: 'Geertje Hofsteenge', email: 'g.hofsteenge@loket.example', region: 'Midden-Drenthe' };
const listed = new Set(['password', 'welkom', 'correcthorsebatterystaple', 'qwertyuiopas']);
const judge = (password: string) => judgePassword(password, owner, (word) => listed.has(word));

describe('a password', () => {
  it.each([
    ['paarse fiets onder regenboog', null],
    ['een twee drie vier', null],
    ['éénentwintig appels', null],
    ['x7#kQ9!mZ2@p', null],
    ['kort en goed', null],
    ['elf tekens!', 'password-short'],
    ['a'.repeat(129), 'password-long'],
    ['Welkom2026!!!', 'password-known'],
    ['!!password123', 'password-known'],
    ['QWERTYUIOPAS', 'password-known'],
    ['correct horse battery staple', 'password-known'],
    ['aaaaaaaaaaaaaaa', 'password-known'],
    ['bloembloembloem', 'password-known'],
    ['abcdefghijklmnop', 'password-known'],
    ['1234567890123', 'password-known'],
    ['geertje is er weer', 'password-own-words'],
    ['wij zijn HOFSTEENGE', 'password-own-words'],
    ['leve drenthe altijd', 'password-own-words'],
    ['mijn verkeerstoren!', 'password-own-words'],
  ])('“%s” is judged %s', (password, verdict) => {
    expect(judge(password)).toBe(verdict);
  });
});
