type Point = { lat: number; lon: number }
type Bounds = [west: number, south: number, east: number, north: number]

const metresPerDegree = 111_320

/** What the map shows: all the businesses, or the searched area where there is none. */
export function findBounds(points: readonly Point[], near: Point, radius: number): Bounds {
  if (points.length > 0) {
    const [lats, lons] = [points.map(({ lat }) => lat), points.map(({ lon }) => lon)]
    return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)]
  }
  const up = radius / metresPerDegree
  const across = up / Math.max(0.1, Math.cos(near.lat * (Math.PI / 180)))
  return [near.lon - across, near.lat - up, near.lon + across, near.lat + up]
}
