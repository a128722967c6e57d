import { cellToParent, getHexagonEdgeLengthAvg, gridDisk, latLngToCell, UNITS } from 'h3-js'
import type { Circle, Point } from '../domain/sphere.ts'

/** Coarse enough that the widest search is some hundred cells, fine enough that a narrow one is not much more than its area. */
const COVERING = [7, 6, 5, 4]
const COUNTING = 8
const TOWN = 4
const MOST_RINGS = 6

/** The cells of each covering resolution that hold the point. A cell of its own each time: parents do not quite cover their children. */
export const cellsOf = ({ lat, lon }: Point): string[] =>
  COVERING.map((resolution) => latLngToCell(lat, lon, resolution))

export const countCellOf = ({ lat, lon }: Point): string => latLngToCell(lat, lon, COUNTING)

export const townCellOf = (countCell: string): string => cellToParent(countCell, TOWN)

/** Cells of one resolution that leave nothing of the circle out; undefined where it takes too many. */
export function cover({ centre, metres }: Circle): string[] | undefined {
  for (const resolution of COVERING) {
    const rings = ringsFor(metres, resolution)
    if (rings <= MOST_RINGS) return gridDisk(latLngToCell(centre.lat, centre.lon, resolution), rings)
  }
  return undefined
}

/** Cells vary by a fifth in size, and a ring is narrowest along its edges. */
const ringsFor = (metres: number, resolution: number) =>
  Math.ceil((metres / getHexagonEdgeLengthAvg(resolution, UNITS.m) + 2.4) / 1.2)
