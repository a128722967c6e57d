/** One slip of the finger for every five letters. */
export const allowedTypos = (word: string): number => Math.floor(Math.min(word.length, 10) / 5)

/** How many letters were missed, added, exchanged or swapped with their neighbor. */
export function countTypos(typed: string, word: string): number {
  const rows: number[][] = [Array.from({ length: word.length + 1 }, (_, at) => at)]
  for (let i = 1; i <= typed.length; i++) {
    const row = [i]
    for (let j = 1; j <= word.length; j++) {
      const exchanged = (rows[i - 1]?.[j - 1] ?? 0) + (typed[i - 1] === word[j - 1] ? 0 : 1)
      const isSwapped = i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1]
      const swapped = isSwapped ? (rows[i - 2]?.[j - 2] ?? 0) + 1 : Infinity
      row.push(Math.min(exchanged, swapped, (rows[i - 1]?.[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1))
    }
    rows.push(row)
  }
  return rows[typed.length]?.[word.length] ?? 0
}

/** The word that was most likely meant; earlier ones where several are as near. */
export function findMeant(typed: string, candidates: Iterable<string>): string | undefined {
  let best: { word: string; typos: number } | undefined
  for (const word of candidates) {
    const allowed = allowedTypos(word.length > typed.length ? word : typed)
    if (allowed === 0 || Math.abs(word.length - typed.length) > allowed) continue
    const typos = countTypos(typed, word) + (word[0] === typed[0] ? 0 : 0.5)
    if (typos < allowed + 1 && typos < (best?.typos ?? Infinity)) best = { word, typos }
  }
  return best?.word
}
