/** The address of a ward over some days from yesterday on. */
export const wardPath = (unitId: string, days: number): string => `/api/v1/wards/${unitId}?days=${days}`;

/** What changes a ward: its beds, the questions it gets, and the agreement of the region. */
export const WARD_TOPICS = ['ward', 'request', 'region'];
