import { type Day, localDay } from '#kernel/calendar.ts';
import { useNow } from '#web/api/clock.ts';

/** The local day it is now in a zone. */
export const useToday = (zone: string): Day => localDay(useNow('minute'), zone);
