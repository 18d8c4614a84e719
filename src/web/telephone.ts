/** The address that lets a device call a number: `tel:0592004137`. */
export const telephone = (phone: string): string => `tel:${phone.replaceAll(/[^\d+]/g, '')}`;
