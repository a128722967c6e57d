/** The same text always gives the same number (FNV-1a). */
export function toSeed(text: string) {
  let hash = 0x811c9dc5
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return hash >>> 0
}

/** One of the choices, decided by the seed. Another `turn` decides independently of the first. */
export function pick<const Choice>(choices: readonly [Choice, ...Choice[]], seed: number, turn = 0): Choice {
  const mixed = Math.imul(seed ^ (seed >>> 15) ^ Math.imul(turn + 1, 0x9e3779b1), 0x85ebca6b) >>> 0
  return choices[(mixed >>> 8) % choices.length] ?? choices[0]
}
