const mostTerms = 8

/** What was typed as a phone number is looked for by its digits, however they were written; a national prefix is not part of the number. */
export function toSearchTerms(q: string): string[] {
  if (/^[\d\s()+./-]*\d[\d\s()+./-]*$/.test(q)) return [q.replaceAll(/\D/g, '').replace(/^0+(?=\d)/, '')]
  return q.split(/\s+/).filter(Boolean).slice(0, mostTerms)
}
