type Point = { lat: number; lon: number }

/** On a map that is short enough: good to tell which town is meant, not to measure. */
const apart = (a: Point, b: Point) =>
  Math.hypot(a.lat - b.lat, (a.lon - b.lon) * Math.cos(((a.lat + b.lat) / 2) * (Math.PI / 180)))

export const nearestTo = <M extends { location: Point }>(markets: readonly M[], point: Point): M | undefined =>
  markets.toSorted((a, b) => apart(a.location, point) - apart(b.location, point))[0]
