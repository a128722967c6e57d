import type { I18n } from '../i18n'

const regionsInMiles = new Set(['US', 'GB', 'LR', 'MM'])

const distanceUnit = (locale: string) =>
  regionsInMiles.has(new Intl.Locale(locale).maximize().region ?? '')
    ? { unit: 'mile', meters: 1609.344 }
    : { unit: 'kilometer', meters: 1000 }

/** "0.4 mi" or "650 m": in the reader's unit. */
export function formatDistance({ locale }: I18n, meters: number): string {
  const { unit, meters: length } = distanceUnit(locale)
  const short = unit === 'kilometer' && meters < 950
  const value = short ? Math.max(50, Math.round(meters / 50) * 50) : Math.max(0.1, meters / length)
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: short ? 'meter' : unit,
    unitDisplay: 'short',
    maximumFractionDigits: value < 10 && !short ? 1 : 0,
  }).format(value)
}
