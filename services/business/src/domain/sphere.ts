export type Point = { lat: number; lon: number }
export type Box = { west: number; south: number; east: number; north: number }
/** Metres from the middle of the Earth, along its three axes. */
export type Position = [number, number, number]
export type Circle = { centre: Point; metres: number }

/** The mean radius, which makes great circles of metres. */
const EARTH = 6_371_008.8

const radians = (degrees: number) => (degrees * Math.PI) / 180

export function position({ lat, lon }: Point): Position {
  const [phi, lambda] = [radians(lat), radians(lon)]
  return [EARTH * Math.cos(phi) * Math.cos(lambda), EARTH * Math.cos(phi) * Math.sin(lambda), EARTH * Math.sin(phi)]
}

/** The straight way through the ground between two points so far apart. It grows with the great circle. */
export const chordOf = (metres: number): number => 2 * EARTH * Math.sin(Math.min(metres, Math.PI * EARTH) / (2 * EARTH))

export const metresOf = (chord: number): number => 2 * EARTH * Math.asin(Math.min(1, chord / (2 * EARTH)))

export const distance = (a: Point, b: Point): number => metresOf(Math.sqrt(squared(position(a), position(b))))

const squared = (p: Position, q: Position): number => (p[0] - q[0]) ** 2 + (p[1] - q[1]) ** 2 + (p[2] - q[2]) ** 2

export const isInside = ({ lat, lon }: Point, { west, south, east, north }: Box): boolean =>
  lat >= south && lat <= north && lon >= west && lon <= east

/** A circle that holds the whole box; undefined for boxes of a continent's size, which a circle says little of. */
export function circleAround({ west, south, east, north }: Box): Circle | undefined {
  if (east - west > 40 || north - south > 40) return undefined
  const centre = { lat: (south + north) / 2, lon: (west + east) / 2 }
  const corners = [south, centre.lat, north].map((lat) => distance(centre, { lat, lon: west }))
  return { centre, metres: Math.max(...corners) * 1.05 }
}

/** What is looked at: around a point, or a part of a map. */
export type Area = { circle: Circle; box?: undefined } | { circle?: Circle | undefined; box: Box }

/** A point that is looked for again and again, with its place in space. */
export type Looked = Point & { position: Position }

export const lookFor = (point: Point): Looked => ({ ...point, position: position(point) })

/** In the area, or so many metres away from it. */
export function isNear(point: Looked, { circle, box }: Area, reach: number): boolean {
  if (box) return isInside(point, reach === 0 ? box : widened(box, reach))
  return squared(point.position, position(circle.centre)) <= chordOf(circle.metres + reach) ** 2
}

function widened({ west, south, east, north }: Box, metres: number): Box {
  const high = metres / 111_000
  const wide = high / Math.max(0.01, Math.cos(radians(Math.max(Math.abs(south), Math.abs(north)))))
  return { west: west - wide, south: south - high, east: east + wide, north: north + high }
}
