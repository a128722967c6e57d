import { numberFormat } from '@buy-locals/values/number-format'
import type { I18n } from '../i18n'

const regionsInMiles = new Set(['US', 'GB', 'LR', 'MM'])

const formatIn = (unit: string, maximumFractionDigits: number) =>
  numberFormat({ style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits })

const inMeters = formatIn('meter', 0)
const mile = { meters: 1609.344, near: formatIn('mile', 1), far: formatIn('mile', 0) }
const kilometer = { meters: 1000, near: formatIn('kilometer', 1), far: formatIn('kilometer', 0) }

const units = new Map<string, typeof mile>()

function unitOf(locale: string): typeof mile {
  const usesMiles = () => regionsInMiles.has(new Intl.Locale(locale).maximize().region ?? '')
  const unit = units.get(locale) ?? (usesMiles() ? mile : kilometer)
  if (units.size < 100) units.set(locale, unit)
  return unit
}

export type Point = { lat: number; lon: number }

/** Along the ground, which is a ball. */
export function measureMeters(a: Point, b: Point): number {
  const [north, east] = [a.lat - b.lat, a.lon - b.lon].map((degrees) => Math.sin((degrees * Math.PI) / 360) ** 2)
  const cosines = Math.cos((a.lat * Math.PI) / 180) * Math.cos((b.lat * Math.PI) / 180)
  return 2 * 6_371_009 * Math.asin(Math.sqrt(Math.min(1, (north ?? 0) + cosines * (east ?? 0))))
}

export const findNearest = <M extends { location: Point }>(markets: readonly M[], point: Point): M | undefined =>
  markets.toSorted((a, b) => measureMeters(a.location, point) - measureMeters(b.location, point))[0]

/** "0.4 mi" or "650 m": in the reader's unit. */
export function formatDistance({ locale }: I18n, meters: number): string {
  const unit = unitOf(locale)
  if (unit === kilometer && meters < 950) return inMeters(locale).format(Math.max(50, Math.round(meters / 50) * 50))
  const value = Math.max(0.1, meters / unit.meters)
  return (value < 10 ? unit.near : unit.far)(locale).format(value)
}
