import type { BasisPoints } from '@buy-locals/values/money'

/** "2.5%" of 250 basis points. */
export const percentOf = (locale: string, points: BasisPoints): string =>
  new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(points / 10_000)

/** Basis points of a percentage that somebody typed. */
export const pointsOf = (percent: number): BasisPoints => Math.round(percent / 0.01)
