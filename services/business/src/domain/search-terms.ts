/** Letters that no accent explains. */
const plainLetters = new Map(Object.entries({ ø: 'o', ł: 'l', ß: 'ss', æ: 'ae', œ: 'oe', đ: 'd', ð: 'd', þ: 'th', ħ: 'h', ı: 'i' })) // prettier-ignore

/** As one types it on any keyboard: `O’Malley’s Smørrebrød` is `omalleys smorrebrod`. */
export const foldLetters = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]|(?<=[\p{L}\p{N}])['’ʼ](?=[\p{L}\p{N}])/gu, '')
    .replaceAll(/[øłßæœđðþħı]/g, (letter) => plainLetters.get(letter) ?? letter)
    .normalize('NFC')

/** Terms of letters and digits alone, of names as of queries; whatever else people type means nothing here. */
export const splitTerms = (text: string): string[] => foldLetters(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? []

/** What stands together could be one word: `barber shop`, `7-Eleven`. */
export const joinNeighbors = (terms: readonly string[]): string[] =>
  terms.slice(1).map((term, before) => `${terms[before]}${term}`)

const mostTerms = 8

/** A query of more terms is no longer meant by anybody, and costs more. */
export const queryTerms = (text: string): string[] => splitTerms(text).slice(0, mostTerms)
