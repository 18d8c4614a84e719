import { useSession } from '#web/api/session.ts';

/** Who may refer somebody to what stands on the map. */
const REFERRING: readonly string[] = ['gp', 'gp-assistant', 'transfer-nurse'];

/** May the reader refer? The map opens without signing in too. */
export const useRefers = (): boolean => REFERRING.includes(useSession().data?.actor.role ?? '');
