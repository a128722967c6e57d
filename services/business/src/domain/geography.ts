export type Point = { lat: number; lon: number }
export type Box = { west: number; south: number; east: number; north: number }
/** Metres from the middle of the Earth, along its three axes. */
export type Position = [number, number, number]
export type Circle = { center: Point; metres: number }

/** The Earth as a ball of its mean radius, so that great circles are measured in metres. */
const earthRadius = 6_371_008.8

const radians = (degrees: number) => (degrees * Math.PI) / 180

export function toPosition({ lat, lon }: Point): Position {
  const [phi, lambda] = [radians(lat), radians(lon)]
  return [
    earthRadius * Math.cos(phi) * Math.cos(lambda),
    earthRadius * Math.cos(phi) * Math.sin(lambda),
    earthRadius * Math.sin(phi),
  ]
}

/** The straight line through the ground between two points so far apart. It grows with the great circle. */
export const toChord = (metres: number): number =>
  2 * earthRadius * Math.sin(Math.min(metres, Math.PI * earthRadius) / (2 * earthRadius))

export const toMetres = (chord: number): number => 2 * earthRadius * Math.asin(Math.min(1, chord / (2 * earthRadius)))

export const distanceBetween = (a: Point, b: Point): number =>
  toMetres(Math.sqrt(squared(toPosition(a), toPosition(b))))

const squared = (p: Position, q: Position): number => (p[0] - q[0]) ** 2 + (p[1] - q[1]) ** 2 + (p[2] - q[2]) ** 2

export const isInside = ({ lat, lon }: Point, { west, south, east, north }: Box): boolean =>
  lat >= south && lat <= north && lon >= west && lon <= east

/** A circle that holds the whole box; undefined for a box of a continent's size, which a circle describes badly. */
export function circleAround({ west, south, east, north }: Box): Circle | undefined {
  if (east - west > 40 || north - south > 40) return undefined
  const center = { lat: (south + north) / 2, lon: (west + east) / 2 }
  const corners = [south, center.lat, north].map((lat) => distanceBetween(center, { lat, lon: west }))
  return { center, metres: Math.max(...corners) * 1.05 }
}

/** Where is searched: around a point, or in a part of a map. */
export type Area = { circle: Circle; box?: undefined } | { circle?: Circle | undefined; box: Box }

/** A point that is compared again and again, with its position computed once. */
export type PositionedPoint = Point & { position: Position }

export const withPosition = (point: Point): PositionedPoint => ({ ...point, position: toPosition(point) })

/** In the area, or no more than `reach` metres away from it. */
export function isNear(point: PositionedPoint, { circle, box }: Area, reach: number): boolean {
  if (box) return isInside(point, reach === 0 ? box : widened(box, reach))
  return squared(point.position, toPosition(circle.center)) <= toChord(circle.metres + reach) ** 2
}

function widened({ west, south, east, north }: Box, metres: number): Box {
  const high = metres / 111_000
  const wide = high / Math.max(0.01, Math.cos(radians(Math.max(Math.abs(south), Math.abs(north)))))
  return { west: west - wide, south: south - high, east: east + wide, north: north + high }
}
