import type { Contact } from '#modules/region/types.ts';

/** Who answers next door when no place of the practice region fits. Invented numbers. */
export const CONTACTS: readonly Contact[] = [
  { kind: 'doctor', name: 'Huisartsenpost Drentse Aa', phone: '0592-00 70 00' },
  { kind: 'hospital', name: 'Spoedpost Asserland', phone: '0592-00 30 30' },
  { kind: 'ggz-crisis', name: 'GGZ-crisisdienst Drentse Aa', phone: '0592-00 71 00' },
  { kind: 'wlz-desk', name: 'Zorgkantoor Drentse Aa', phone: '0592-00 72 00' },
  { kind: 'hospice', name: 'Hospice De Linde', phone: '0592-00 73 00' },
  { kind: 'home-care', name: 'Thuiszorg Brede Vaart', phone: '0592-00 52 00' },
  { kind: 'wmo-desk', name: 'Wmo-loket van de gemeente', phone: '0592-00 74 00' },
];
