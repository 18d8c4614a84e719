import { COHORT_WORDS, LEGAL_TITLE_WORDS, ROOM_SEX_WORDS, type Room } from '#kernel/limits.ts';
import type { Sentence } from '#kernel/refusal.ts';
import { capital, PRODUCT_WORDS } from '#kernel/words.ts';
import type { Asked, Fit } from './asked.ts';
import type { Barrier } from './limits.ts';
import { say } from './say.ts';

/** For whom a room is: a cohort says more than a sex. */
const forWhom = ({ sex, cohort }: Room): Sentence =>
  cohort === null ? ROOM_SEX_WORDS[sex] : COHORT_WORDS[cohort];

/** The hard limit that a place breaks, in one sentence. */
export const barrierWhy = (barrier: Barrier): Sentence => {
  switch (barrier.code) {
    case 'room-sex':
      return say(
        'Past niet: kamer {room} is nu voor {whom}.',
        'Does not fit: room {room} is for {whom} now.',
        {
          room: barrier.room.code,
          whom: forWhom(barrier.room),
        },
      );
    case 'cohort':
      return say(
        'Past niet: kamer {room} is nu alleen voor mensen met {what}.',
        'Does not fit: room {room} is only for people with {what} now.',
        { room: barrier.room.code, what: forWhom(barrier.room) },
      );
    case 'legal-title':
      return say(
        'Past niet: op deze gesloten afdeling kan geen {title}.',
        'Does not fit: this closed ward does no {title}.',
        { title: LEGAL_TITLE_WORDS[barrier.title] },
      );
    case 'doctor':
      return say(
        'Past niet: de huisarts behandelt hier niet en er is geen eigen arts.',
        'Does not fit: the GP does not treat here and there is no doctor of the house.',
      );
    case 'ceiling':
      return say(
        'Past niet: het budget van verzekeraar {uzovi} is hier op.',
        'Does not fit: the budget of insurer {uzovi} is used up here.',
        { uzovi: barrier.uzovi },
      );
    case 'contract':
      return say(
        'Past niet: geen contract met verzekeraar {uzovi}.',
        'Does not fit: no contract with insurer {uzovi}.',
        { uzovi: barrier.uzovi },
      );
    case 'language':
      return say(
        'Past niet: hier spreekt niemand {language}.',
        'Does not fit: nobody speaks {language} here.',
        {
          language: barrier.language,
        },
      );
  }
};

/** What a line about a hard limit is about. */
export type LimitCode = 'legal-title' | 'room' | 'doctor' | 'contract';

type LimitLine = Sentence & { readonly code: LimitCode; readonly met: true | null };

const line = (code: LimitCode, kept: boolean, words: Sentence): LimitLine => ({
  code,
  met: kept ? true : null,
  ...words,
});

const titleLine = (asked: Asked, kept: boolean): LimitLine => {
  if (asked.legalTitle === null)
    return line('legal-title', false, {
      nl: 'Juridische titel nog niet bekend',
      en: 'Legal title not known yet',
    });
  const title = LEGAL_TITLE_WORDS[asked.legalTitle];
  const unsaid = say('Niet bekend of {title} kan, vraag na', 'Not known whether {title} is possible, ask', {
    title,
  });
  return line('legal-title', kept, kept ? capital(title) : unsaid);
};

const roomLine = (room: Room | null, kept: boolean): LimitLine => {
  if (room === null)
    return line('room', false, {
      nl: 'Met wie op de kamer: niet bekend, vraag na',
      en: 'With whom in the room: not known, ask',
    });
  const params = { room: room.code, whom: forWhom(room) };
  return line(
    'room',
    kept,
    kept
      ? say('Kamer {room}, voor {whom}', 'Room {room}, for {whom}', params)
      : say('Kamer {room} is voor {whom}, vraag na', 'Room {room} is for {whom}, ask', params),
  );
};

const doctorLine = (asked: Asked, kept: boolean): LimitLine => {
  const product = PRODUCT_WORDS[asked.product].short;
  return line(
    'doctor',
    kept,
    kept
      ? say('Heeft een arts voor {product}', 'Has a doctor for {product}', { product })
      : say('Arts voor {product} niet bekend, vraag na', 'Doctor for {product} not known, ask', { product }),
  );
};

const contractLine = (asked: Asked, kept: boolean): LimitLine => {
  const params = { uzovi: asked.uzovi ?? '' };
  return line(
    'contract',
    kept,
    kept
      ? say('Contract met verzekeraar {uzovi}', 'Contract with insurer {uzovi}', params)
      : say('Contract met {uzovi} niet bekend, vraag na', 'Contract with {uzovi} not known, ask', params),
  );
};

/** The hard limits that matter for this question, kept or to be asked; what was not asked is left unsaid. */
export const limitLines = ({ limits }: Fit, asked: Asked): LimitLine[] => [
  ...(limits.legalTitle === null ? [] : [titleLine(asked, limits.legalTitle === 'kept')]),
  ...(limits.sharing === null ? [] : [roomLine(limits.room, limits.sharing === 'kept')]),
  ...(limits.doctor === null ? [] : [doctorLine(asked, limits.doctor === 'kept')]),
  ...(limits.contract === null ? [] : [contractLine(asked, limits.contract === 'kept')]),
];
