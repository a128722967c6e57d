/** Terms of letters and digits alone, of names as of queries; whatever else people type means nothing here. */
export const splitTerms = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []

const mostTerms = 8

/** A query of more terms is no longer meant by anybody, and costs more. */
export const queryTerms = (text: string): string[] => splitTerms(text).slice(0, mostTerms)
