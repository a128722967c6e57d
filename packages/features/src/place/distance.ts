import type { I18n } from '../i18n'

const countInMiles = new Set(['US', 'GB', 'LR', 'MM'])

const unitOf = (locale: string) =>
  countInMiles.has(new Intl.Locale(locale).maximize().region ?? '')
    ? { unit: 'mile', metres: 1609.344 }
    : { unit: 'kilometer', metres: 1000 }

/** "0.4 mi" or "650 m": in the reader's unit. */
export function formatDistance({ locale }: I18n, metres: number): string {
  const { unit, metres: length } = unitOf(locale)
  const short = unit === 'kilometer' && metres < 950
  const value = short ? Math.max(50, Math.round(metres / 50) * 50) : Math.max(0.1, metres / length)
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: short ? 'meter' : unit,
    unitDisplay: 'short',
    maximumFractionDigits: value < 10 && !short ? 1 : 0,
  }).format(value)
}
