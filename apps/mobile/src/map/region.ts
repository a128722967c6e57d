import type { Region } from 'react-native-maps'
import type { findBounds } from '@buy-locals/features/place/bounds'

/** As much room around the pins as one of them needs. */
const margin = 1.4
/** Two streets, where all of them are in one. */
const fewestDegrees = 0.008

export function toRegion([west, south, east, north]: ReturnType<typeof findBounds>): Region {
  const across = (from: number, to: number) => Math.max(fewestDegrees, (to - from) * margin)
  return {
    latitude: (south + north) / 2,
    longitude: (west + east) / 2,
    latitudeDelta: across(south, north),
    longitudeDelta: across(west, east),
  }
}

/** In the zooms of a map whose whole world is 512 points wide at none. */
export const zoomOf = ({ longitudeDelta }: Region, width: number): number =>
  Math.log2((width * 360) / (512 * longitudeDelta))
