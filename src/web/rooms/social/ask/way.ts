import type { Point } from '#kernel/geo.ts';

const isAndroid = (): boolean => /Android/.test(navigator.userAgent);

/** The way to a place in the map of one's own phone, else on the web. It says where one goes and not from where, or who. */
export const wayTo = ({ lat, lon }: Point): string => {
  const at = `${lat.toFixed(5)},${lon.toFixed(5)}`;
  return isAndroid()
    ? `geo:${at}?q=${at}`
    : `https://www.openstreetmap.org/?mlat=${lat.toFixed(5)}&mlon=${lon.toFixed(5)}#map=17/${at.replace(',', '/')}`;
};
