/** The key of the house under torture: it is killed and comes back, and what it sealed before must open after. */
export const HOUSE_KEY = Buffer.alloc(32, 'torture');
