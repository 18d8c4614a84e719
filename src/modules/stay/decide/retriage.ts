import type { Product } from '#kernel/product.ts';
import type { Reason, Weight } from '#modules/placement/types.ts';
import type { Answer, Medication, MedicationChange } from '#modules/stay/types-observation.ts';

/** How a request asks for this care: why, and how heavy. */
export const ASKED_AS: Readonly<Record<Product, { readonly reason: Reason; readonly weight: Weight }>> = {
  'elv-low': { reason: 'recovery', weight: 'low' },
  'elv-high': { reason: 'recovery', weight: 'high' },
  'elv-palliative': { reason: 'palliative', weight: 'high' },
  'reo-observation': { reason: 'observation', weight: 'low' },
  grz: { reason: 'rehabilitation', weight: 'high' },
  'wlz-crisis': { reason: 'crisis', weight: 'high' },
  respite: { reason: 'respite', weight: 'low' },
};

const CHANGED: Readonly<Record<MedicationChange, string>> = {
  stopped: 'gestopt',
  started: 'gestart',
  lowered: 'verlaagd',
  raised: 'verhoogd',
  replaced: 'vervangen',
};

/** What a remark on a request can hold. */
const MOST = 2000;

const medicine = ({ medicine: name, change, detail, reason }: Medication): string => {
  const what = [name, CHANGED[change], detail].filter((part) => part !== '').join(' ');
  return reason === null ? what : `${what} (${reason})`;
};

/** What is known goes along: what was seen, what it is, what is advised, and the medicines. Empty boxes say nothing. */
export const remarksOf = (
  question: string | null,
  boxes: Answer['boxes'],
  medication: readonly Medication[],
): string => {
  const lines: readonly (readonly [label: string, text: string])[] = [
    ['Vraag van de huisarts', question ?? ''],
    ['Gezien', boxes.seen],
    ['Wat het is', boxes.finding],
    ['Advies', boxes.advice],
    ['Vervolg', boxes.followUp],
    ['Medicijnen', medication.map(medicine).join('; ')],
  ];
  const known = lines
    .filter(([, text]) => text.trim() !== '')
    .map(([label, text]) => `${label}: ${text.trim()}`);
  const text = ['Naar huis kan niet na de observatie.', ...known].join('\n');
  return text.length <= MOST ? text : `${text.slice(0, MOST - 1)}…`;
};
