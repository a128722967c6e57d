export type Point = { lat: number; lon: number }

const directions: Record<string, readonly [east: number, north: number]> = {
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
}

/** By an arrow key, as far as it looks the same at every zoom; with Shift a fifth of that. */
export function movePin({ lat, lon }: Point, key: string, at: { zoom: number; isFine: boolean }): Point | undefined {
  const direction = directions[key]
  if (!direction) return undefined
  const degreesPerPixel = 360 / (512 * 2 ** at.zoom)
  const step = (at.isFine ? 2 : 10) * degreesPerPixel
  const [east, north] = direction
  const along = Math.cos((lat * Math.PI) / 180)
  return toPoint({ lat: Math.max(-89, Math.min(89, lat + north * step * along)), lon: lon + east * step })
}

/** Six decimals are a hand's width; going on eastward one comes back from the west. */
export const toPoint = ({ lat, lon }: Point): Point => ({
  lat: round(lat),
  lon: round(((((lon + 180) % 360) + 360) % 360) - 180),
})

const round = (degrees: number) => Math.round(degrees * 1_000_000) / 1_000_000
