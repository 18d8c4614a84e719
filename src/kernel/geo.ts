/** A place on the map in degrees (WGS 84). */
export interface Point {
  readonly lat: number;
  readonly lon: number;
}

/** Distance as the crow flies, in metres (haversine, earth radius 6,371 km). Roads are some 1.3 times longer. */
export const metresBetween = (a: Point, b: Point): number => {
  const rad = Math.PI / 180;
  const dLat = (b.lat - a.lat) * rad;
  const dLon = (b.lon - a.lon) * rad;
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(dLon / 2) ** 2;
  return 2 * 6_371_000 * Math.asin(Math.min(1, Math.sqrt(h)));
};
