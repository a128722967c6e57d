export type Retired = {
  written: string
  /** The word of the glossary that took its place. */
  instead: string
  inName: (name: string) => boolean
  inProse: (text: string) => boolean
}

/** The last column of the glossary's tables: every word in backticks, with what stands behind it. */
export function readRetired(glossary: string): Retired[] {
  const rows = glossary.split('\n').filter((line) => line.startsWith('|'))
  return rows.flatMap((row) => {
    const [, instead = '', , not = ''] = row.split('|')
    return [...not.matchAll(/`([^`]+)`(?: (alone|anywhere))?/g)].map(([, written = '', scope]) =>
      retire(written, scope, instead.trim().replaceAll('`', '')),
    )
  })
}

function retire(written: string, scope: string | undefined, instead: string): Retired {
  const words = segmentsOf(written).map(singularOrPlural)
  const part = new RegExp(scope === 'alone' ? `^ ${words.join(' ')} $` : ` ${words.join(' ')} `)
  const prose = new RegExp(`\\b${words.join('[\\s-]+')}\\b`, 'i')
  return {
    written,
    instead,
    inName: (name) =>
      scope === 'alone' && /[A-Z]/.test(written) ? name === written : part.test(` ${segmentsOf(name).join(' ')} `),
    inProse: (text) => scope === 'anywhere' && prose.test(text),
  }
}

/** `isSeatTaken`, `is_seat_taken`, `is-seat-taken` and `is seat taken` are the same three words. */
function segmentsOf(name: string): string[] {
  return (name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g) ?? []).map((segment) => segment.toLowerCase())
}

function singularOrPlural(word: string): string {
  return word.endsWith('y') ? `${word.slice(0, -1)}(?:y|ies|ys)` : `${word}(?:e?s)?`
}
