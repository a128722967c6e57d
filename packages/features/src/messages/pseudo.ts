import type { Catalogue } from '../i18n'
import { mapTexts } from './map-texts'

const accents: Record<string, string> = { a: 'á', e: 'é', i: 'í', o: 'ó', u: 'ú', n: 'ñ', c: 'ç', A: 'Á', E: 'É', I: 'Í', O: 'Ó', U: 'Ú', s: 'š' } // prettier-ignore

/** As long as a long translation: two fifths more. */
const stretch = 0.4
const filler = 'lórém ípšúm dólór '

/** '⟦Opéñ úñtíl {{time}} lórém⟧': what is shown without such brackets came from no catalogue. */
export function pseudoText(text: string): string {
  const accented = text
    .split(/({{\w+}})/)
    .map((part, at) => (at % 2 ? part : part.replaceAll(/[a-zA-Z]/g, (letter) => accents[letter] ?? letter)))
    .join('')
  const length = text.replaceAll(/{{\w+}}/g, '').length
  const extra = Math.ceil(length * stretch)
  return `⟦${accented}${
    extra > 2
      ? ` ${filler
          .repeat(extra)
          .slice(0, extra - 1)
          .trimEnd()}`
      : ''
  }⟧`
}

export const pseudo = (catalogue: Catalogue): Catalogue => mapTexts(catalogue, pseudoText)
