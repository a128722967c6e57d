import type { Messages } from '../i18n'

const gaps = (text: string) => [...new Set(text.match(/{{\w+}}/g))].toSorted().join(' ')

/** Texts of a translation that show other values than the English ones: 'home.found: {{count}} is missing'. */
export function findOtherGaps(english: Messages, translation: Messages, path = ''): string[] {
  return Object.entries(english).flatMap(([key, text]) => {
    const translated = translation[key] ?? ''
    if (typeof text !== 'string')
      return typeof translated === 'string' ? [path + key] : findOtherGaps(text, translated, `${path}${key}.`)
    const isSame = typeof translated === 'string' && gaps(text) === gaps(translated)
    return isSame ? [] : [`${path}${key}: ${gaps(text)} is ${typeof translated === 'string' ? gaps(translated) : ''}`]
  })
}
