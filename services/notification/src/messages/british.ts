import { spellBritish } from '@buy-locals/values/british'
import { mapTexts } from './map-texts.ts'

/** Is not seen, and stands in no text of ours. */
const joiner = '\u2060'

/** What people wrote stays as they spelled it: between two joined parts there is nothing to spell. */
function protect(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll(/(cancel)(?=ed|ing)/gi, `$1${joiner}`)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, protect(each)]))
}

export const toBritish = <T>(texts: T): T =>
  mapTexts(texts, (text) => spellBritish(text).replaceAll(joiner, ''), protect)
