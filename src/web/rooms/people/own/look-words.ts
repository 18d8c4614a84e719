import type { LookView } from '#modules/people/contract.ts';
import { useText } from '#web/i18n/texts.ts';

/** One look in the words of the person. */
export interface LookWords {
  readonly who: string;
  readonly role: string;
  /** `Zag`, `Wijzigde`, `Bewaarde`. */
  readonly did: string;
  readonly what: string;
  readonly why: string;
}

const KNOWN_ROLES = [
  'gp',
  'gp-assistant',
  'transfer-nurse',
  'desk',
  'ward',
  'elderly-doctor',
  'region-manager',
  'security-officer',
  'specialist',
  'day-nurse',
  'day-planner',
  'resident',
  'relative',
] as const;

type Text = ReturnType<typeof useText>;

const whoOf = (t: Text, { act, role, relative, organisation }: LookView): string => {
  const own = role === 'resident';
  if (role === 'relative')
    return relative === null
      ? t('who.triedRelative')
      : t(`who.relation.${relative.relation}`, { name: relative.name });
  if (act === 'refused') return t(own ? 'who.triedLink' : 'who.tried');
  return own ? t('who.you') : (organisation ?? t('who.unknown'));
};

const roleOf = (t: Text, look: LookView): string => {
  const role = KNOWN_ROLES.find((each) => each === look.role) ?? 'other';
  // Who was refused stands under "somebody tried", with the house they work for.
  const house = look.act === 'refused' ? look.organisation : null;
  const person = [t(`role.${role}`), look.name, house].filter((part) => part !== null).join(' ');
  const times = look.times > 1 ? t('times', { count: look.times }) : '';
  return [role === 'resident' || role === 'relative' ? '' : person, times]
    .filter((part) => part !== '')
    .join(', ');
};

const whatOf = (t: Text, { act, seen }: LookView): string => {
  if (act === 'refused') return t('seen.nothing');
  if (act === 'printed' && seen.includes('log')) return t('seen.link');
  if (seen.length === 0) return t('seen.other');
  // Who knew the name knew the age too; who did not, saw a request without a name.
  const hidden: LookView['seen'] = seen.includes('name-and-contact') ? ['profile'] : ['reason-and-care'];
  const told = seen.filter((each) => seen.length === 1 || !hidden.includes(each));
  return told.map((each) => t(`seen.${each}`)).join(', ');
};

const whyOf = (t: Text, { act, role, ground, reason }: LookView): string => {
  if (act === 'refused')
    return t(role === 'resident' || role === 'relative' ? 'why.wrongCode' : 'why.refused');
  if (role === 'relative') return t('why.relative');
  return ground === 'break-glass' ? t('why.emergency', { reason: reason ?? '' }) : t(`why.${ground}`);
};

/** Says a look in plain words: who, what they saw, why. Never a code, never an article of law. */
export const useLookWords = (): ((look: LookView) => LookWords) => {
  const t = useText('own');
  return (look) => ({
    who: whoOf(t, look),
    role: roleOf(t, look),
    did: t(`act.${look.act}`),
    what: whatOf(t, look),
    why: whyOf(t, look),
  });
};
