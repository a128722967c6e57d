/** Words of letters and digits alone, in names as in questions; whatever else people type means nothing here. */
export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []

const MOST = 8

/** Nobody means more. */
export const wantedWords = (text: string): string[] => wordsOf(text).slice(0, MOST)
