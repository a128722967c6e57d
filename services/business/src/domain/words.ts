const MOST = 8

/** What is looked for, in words of letters and digits alone; the rest of what people type means nothing here. */
export const wordsOf = (text: string): string[] =>
  (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  ).slice(0, MOST)
