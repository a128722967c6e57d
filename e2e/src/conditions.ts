import { widths } from './widths.ts'

export type Conditions = {
  width: keyof typeof widths
  locale: 'en-US' | 'es-US'
  colorScheme: 'light' | 'dark'
  input: 'mouse' | 'touch' | 'keyboard'
}

/** Any two conditions meet in one of these rows. Each journey is walked in one row, and in a few where it is another with another input. */
// prettier-ignore
export const table: (Conditions & { journeys: string[] })[] = [
  { width: 'phone', locale: 'en-US', colorScheme: 'light', input: 'touch', journeys: ['booking', 'holding', 'messaging', 'phone-app', 'pin', 'two-step', 'unsubscribing'] },
  { width: 'phone', locale: 'es-US', colorScheme: 'dark', input: 'keyboard', journeys: ['account', 'refusals', 'pin', 'unsubscribing'] },
  { width: 'phone', locale: 'es-US', colorScheme: 'light', input: 'mouse', journeys: ['guest', 'setting-up', 'claiming', 'providers'] },
  { width: 'desktop', locale: 'es-US', colorScheme: 'dark', input: 'touch', journeys: ['business', 'joining', 'operating'] },
  { width: 'desktop', locale: 'en-US', colorScheme: 'light', input: 'keyboard', journeys: ['board', 'cancelling', 'class', 'customers'] },
  { width: 'desktop', locale: 'en-US', colorScheme: 'dark', input: 'mouse', journeys: ['rescheduling', 'complaint', 'finding', 'pin', 'unsubscribing'] },
]

export const journeys = [...new Set(table.flatMap((row) => row.journeys))]

const values = {
  width: ['phone', 'desktop'],
  locale: ['en-US', 'es-US'],
  colorScheme: ['light', 'dark'],
  input: ['mouse', 'touch', 'keyboard'],
} as const

export const everyCombination: Conditions[] = values.width.flatMap((width) =>
  values.locale.flatMap((locale) =>
    values.colorScheme.flatMap((colorScheme) => values.input.map((input) => ({ width, locale, colorScheme, input }))),
  ),
)

export const nameOf = ({ width, locale, colorScheme, input }: Conditions): string =>
  [width, locale, colorScheme, input].join(' ')

export const pairsOf = ({ width, locale, colorScheme, input }: Conditions): string[] => {
  const all = [width, locale, colorScheme, input]
  return all.flatMap((one, at) => all.slice(at + 1).map((other) => `${one} ${other}`))
}

/** How a browser is opened under them. */
export const contextOf = ({ width, locale, colorScheme, input }: Conditions) => ({
  viewport: widths[width],
  locale,
  colorScheme,
  hasTouch: input === 'touch',
  isMobile: input === 'touch' && width === 'phone',
})
