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

export const visible = /[\p{L}\p{N}\p{P}\p{S}]/u

/** No control characters. */
export const oneLine = /^[^\p{Cc}\u2028\u2029]*$/u

/** A text as the shape `line` reads it, for apps, which carry no shapes; undefined where that refuses it. */
export function readLine(text: string, max: number): string | undefined {
  const cleaned = cleanText(text)
  const fits = Array.from(cleaned).length <= max // as zod counts: an emoji is one
  return fits && oneLine.test(cleaned) && visible.test(cleaned) ? cleaned : undefined
}
