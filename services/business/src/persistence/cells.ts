import {
  cellToLatLng,
  cellToParent,
  getHexagonEdgeLengthAvg,
  greatCircleDistance,
  gridDisk,
  latLngToCell,
  UNITS,
} from 'h3-js'
import type { Circle, Point } from '../domain/geography.ts'

/** Coarse enough that the widest search takes about a hundred cells, fine enough that a narrow one covers little more than its area. */
const coveringResolutions = [7, 6, 5, 4]
const countingResolution = 8
const townResolution = 4
const mostRings = 6

/** The cells of each covering resolution that hold the point. A cell of its own each time: parents do not quite cover their children. */
export const toCells = ({ lat, lon }: Point): string[] =>
  coveringResolutions.map((resolution) => latLngToCell(lat, lon, resolution))

export const toCountCell = ({ lat, lon }: Point): string => latLngToCell(lat, lon, countingResolution)

export const toTownCell = (countCell: string): string => cellToParent(countCell, townResolution)

/** Cells of one resolution that leave nothing of the circle out: every one costs each match of a search. Those that end before it begins are left out; undefined where that takes too many. */
export function coverCircle({ center, metres }: Circle): string[] | undefined {
  for (const resolution of coveringResolutions) {
    const rings = ringsFor(metres, resolution)
    if (rings > mostRings) continue
    const edge = getHexagonEdgeLengthAvg(resolution, UNITS.m)
    return gridDisk(latLngToCell(center.lat, center.lon, resolution), rings).filter(
      (cell) => greatCircleDistance(cellToLatLng(cell), [center.lat, center.lon], UNITS.m) <= metres + 1.4 * edge,
    )
  }
  return undefined
}

/** Cells vary by a fifth in size, and a ring is narrowest along its edges. */
const ringsFor = (metres: number, resolution: number) =>
  Math.ceil((metres / getHexagonEdgeLengthAvg(resolution, UNITS.m) + 2.4) / 1.2)
