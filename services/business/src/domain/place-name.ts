const states: Record<string, string> = {
  alabama: 'AL', alaska: 'AK', arizona: 'AZ', arkansas: 'AR', california: 'CA', colorado: 'CO', connecticut: 'CT',
  delaware: 'DE', 'district of columbia': 'DC', florida: 'FL', georgia: 'GA', hawaii: 'HI', idaho: 'ID', illinois: 'IL',
  indiana: 'IN', iowa: 'IA', kansas: 'KS', kentucky: 'KY', louisiana: 'LA', maine: 'ME', maryland: 'MD',
  massachusetts: 'MA', michigan: 'MI', minnesota: 'MN', mississippi: 'MS', missouri: 'MO', montana: 'MT', nebraska: 'NE',
  nevada: 'NV', 'new hampshire': 'NH', 'new jersey': 'NJ', 'new mexico': 'NM', 'new york': 'NY', 'north carolina': 'NC',
  'north dakota': 'ND', ohio: 'OH', oklahoma: 'OK', oregon: 'OR', pennsylvania: 'PA', 'puerto rico': 'PR',
  'rhode island': 'RI', 'south carolina': 'SC', 'south dakota': 'SD', tennessee: 'TN', texas: 'TX', utah: 'UT',
  vermont: 'VT', virginia: 'VA', washington: 'WA', 'west virginia': 'WV', wisconsin: 'WI', wyoming: 'WY',
} // prettier-ignore
const codes = new Set(Object.values(states))

const abbreviations: Record<string, string> = { saint: 'st', sainte: 'ste', fort: 'ft', mount: 'mt' }

/** A name as it is compared: `Saint Paul`, `St. Paul` and `st paul` are one, and so are `Española` and `Espanola`. */
export const toPlainName = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f'’.]/g, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map((word, index) => (index === 0 && Object.hasOwn(abbreviations, word) ? (abbreviations[word] ?? word) : word))
    .join(' ')

type PlaceQuery = { name: string; state?: string | undefined; zip?: string | undefined }

/** `Boise`, `boise id`, `Boise, Idaho`, `837`, `83702-1234`. */
export function readPlaceQuery(text: string): PlaceQuery {
  const zip = /^\s*(\d{2,5})(?:-\d{0,4})?\s*$/.exec(text)?.[1]
  if (zip) return { name: '', zip }
  const [head = '', ...rest] = text.split(',')
  const tail = toPlainName(rest.join(' ').replace(/\d{5}.*$/, ''))
  if (tail) return { name: toPlainName(head), state: findState(tail) ?? tail.toUpperCase() }
  const parts = toPlainName(head).split(' ')
  const state = parts.length > 1 ? parts.at(-1)?.toUpperCase() : undefined
  if (state && codes.has(state)) return { name: parts.slice(0, -1).join(' '), state }
  return { name: parts.join(' ') }
}

/** `Id`, `Idaho` and, while it is being typed, `Ida`. */
function findState(text: string): string | undefined {
  if (codes.has(text.toUpperCase())) return text.toUpperCase()
  const name = Object.keys(states).find((state) => state.startsWith(text))
  return name && states[name]
}

/** All that begin so, in a list sorted by `plain`. */
export function findByPrefix<T extends { plain: string }>(sorted: readonly T[], prefix: string): T[] {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle]?.plain ?? '') < prefix) low = middle + 1
    else high = middle
  }
  let end = low
  while (sorted[end]?.plain.startsWith(prefix)) end++
  return sorted.slice(low, end)
}
