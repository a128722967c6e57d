type Point = { lat: number; lon: number }
export type Cluster<P> = { items: P[]; center: Point }

/** Two pins nearer than this cover each other. */
const pinSize = 40

/** Where a point is on the flat map of the world, in pixels of that zoom. */
function toPixels({ lat, lon }: Point, zoom: number) {
  const world = 512 * 2 ** zoom
  const sine = Math.sin(Math.max(-85, Math.min(85, lat)) * (Math.PI / 180))
  return { x: world * (lon / 360 + 0.5), y: world * (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) }
}

/** Pins that would cover each other stand as one, where the first of them in the list is. */
export function clusterPins<P extends { location: Point }>(items: readonly P[], zoom: number): Cluster<P>[] {
  const clusters: (Cluster<P> & { x: number; y: number })[] = []
  for (const item of items) {
    const { x, y } = toPixels(item.location, zoom)
    const near = clusters.find((other) => Math.hypot(other.x - x, other.y - y) < pinSize)
    if (near) near.items.push(item)
    else clusters.push({ items: [item], center: item.location, x, y })
  }
  return clusters.map(({ items: together, center }) => ({ items: together, center }))
}
