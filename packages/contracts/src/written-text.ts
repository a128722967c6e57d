import { z } from 'zod'

/** Emoji are joined by U+200D, and Arabic and Indic letters are shaped by U+200C and U+200D; anywhere else both only hide. */
const joining =
  '\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\uFE0F\\p{sc=Arab}\\p{sc=Syrc}\\p{sc=Deva}\\p{sc=Beng}\\p{sc=Guru}\\p{sc=Gujr}' +
  '\\p{sc=Orya}\\p{sc=Taml}\\p{sc=Telu}\\p{sc=Knda}\\p{sc=Mlym}\\p{sc=Sinh}\\p{sc=Khmr}\\p{sc=Tibt}'

const hidden = new RegExp(
  [
    `(?<![${joining}])[\\u200C\\u200D]|[\\u200C\\u200D](?![${joining}])`,
    // Selects the emoji form of a symbol or a keycap.
    '(?<![\\p{Emoji}])\\uFE0F',
    // Soft hyphens, zero-width spaces, bidi controls, tags, fillers, annotations, the blank of Braille, private use, no characters.
    '(?![\\u200C\\u200D\\uFE0F])[\\p{Default_Ignorable_Code_Point}\\p{Bidi_Control}]|[\\uFFF9-\\uFFFB\\u2800\\p{Co}\\p{Cn}]',
  ].join('|'),
  'gu',
)

/** Without what nobody can see, trimmed, in the one form (NFC) in which equal texts are equal. */
export const cleanText = (text: string): string => text.replace(hidden, '').trim().normalize('NFC')

/** The same as one line, of a name that was stored before names were refused line breaks: for files and mails, in which a line break ends what it stands in. */
export const cleanLine = (text: string): string =>
  cleanText(text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')).replaceAll(/ {2,}/g, ' ')

const isVisible = /[\p{L}\p{N}\p{P}\p{S}]/u

/** Every text that people write has this shape. `pattern` says which control characters it may have. */
export const writtenText = (max: number, pattern: RegExp, detail: string) =>
  z.string().overwrite(cleanText).min(1).max(max).regex(pattern, detail).regex(isVisible, 'text that can be seen')

/** A text that people wrote elsewhere, as an answer shows it. */
export const shownText = z.string().overwrite(cleanText)
