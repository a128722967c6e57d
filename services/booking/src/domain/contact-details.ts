/** Stands where a phone number, a mail address or a link is hidden. */
const mask = '•••'

const spelledDigits = [
  ...['zero', 'oh', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'],
  ...['cero', 'uno', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve'],
]
/** A name before one of these is a link wherever it stands. Endings that are words, as in "Thanks.me too", need a path behind them. */
const endings =
  '(?:com|net|org|info|biz|io|app|dev|shop|store|site|online|link|page|xyz|club|ly|gg|tv|co|eu|de|uk|fr|ca|mx)'
const label = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}_-]{0,62}[\\p{L}\\p{N}])?'
const at = '(?:\\s*@\\s*|\\s*[([{<]\\s*(?:at|arroba)\\s*[)\\]}>]\\s*|\\s+(?:at|arroba)\\s+)'
const dot = '(?:\\.|\\s+\\.\\s+|\\s*[([{<]\\s*(?:dot|punto|\\.)\\s*[)\\]}>]\\s*|\\s+(?:dot|punto)\\s+)'
const digit = `(?:\\d|(?<!\\p{L})(?:${spelledDigits.join('|')})(?!\\p{L}))`

const contactDetails = [
  new RegExp(`[\\p{L}\\p{N}._%+-]{1,64}${at}(?:${label}${dot}){1,4}\\p{L}{2,}`, 'gu'),
  /(?:[a-z][a-z0-9+-]{1,10}:\/\/|www\.)\S*[\p{L}\p{N}/]/gu,
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${label}${dot}){1,4}${endings}(?![\\p{L}\\p{N}])(?:[/:?]\\S*[\\p{L}\\p{N}/])?`,
    'gu',
  ),
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${label}\\.){1,4}\\p{L}{2,}/\\S*[\\p{L}\\p{N}]`, 'gu'),
  // Seven digits or more, whatever is between them but letters.
  new RegExp(`[+(]{0,2}${digit}(?:[^\\p{L}\\p{N}]{0,3}${digit}){6,}`, 'gu'),
]

/** Digits that are no phone number: 10:30, 3/23/2026, 2026-03-23. */
const timesAndDates =
  /(?<![\d:])(?:[01]?\d|2[0-4]):[0-5]\d(?![\d:])|(?<!\d)(?:0?[1-9]|[12]\d|3[01])([./-])(?:0?[1-9]|[12]\d|3[01])\1(?:20)?[2-3]\d(?!\d)|(?<!\d)20[23]\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)/g

/** The text with every phone number, mail address and link hidden that people write to be found. What is spelled in a way of its own is not found: it keeps the honest on the site, and stops nobody who is set on it. */
export function maskContacts(text: string): string {
  const { folded, starts } = fold(text)
  const searched = folded.replaceAll(timesAndDates, (found) => found.replaceAll(/\d/g, 'x'))
  const hidden = contactDetails
    .flatMap((pattern) =>
      [...searched.matchAll(pattern)].map(({ index, 0: found }) => ({ from: index, to: index + found.length })),
    ) // prettier-ignore
    .map(({ from, to }) => ({ from: starts[from] ?? 0, to: starts[to] ?? text.length }))
    .toSorted((a, b) => a.from - b.from)
  let [masked, end] = ['', 0]
  for (const { from, to } of hidden) {
    if (from >= end) masked += text.slice(end, from) + mask
    end = Math.max(end, to)
  }
  return masked + text.slice(end)
}

/** As it is searched: plain forms of letters and signs, digits of every script as 0 to 9; and where in the text each of its units begins. */
function fold(text: string): { folded: string; starts: number[] } {
  let folded = ''
  const starts: number[] = []
  let at = 0
  for (const sign of text) {
    const plain = toPlain(sign)
    for (let i = 0; i < plain.length; i++) starts.push(at)
    folded += plain
    at += sign.length
  }
  return { folded, starts }
}

const marks = /[\p{M}\p{Cf}]/gu
const toPlain = (sign: string): string =>
  Array.from(sign.normalize('NFKD').replaceAll(marks, '').toLowerCase().replaceAll('。', '.'), toDigit).join('')

const isDigit = /^\p{Nd}$/u

/** Unicode has the digits of each script in a row, from zero on. */
function toDigit(sign: string): string {
  if (!isDigit.test(sign)) return sign
  const code = sign.codePointAt(0) ?? 0
  let zero = code
  while (isDigit.test(String.fromCodePoint(zero - 1))) zero -= 1
  return String((code - zero) % 10)
}
