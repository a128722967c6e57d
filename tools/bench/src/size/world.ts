/** How many of everything, and what belongs to what: all of it follows from a number, so that six schemas agree without asking each other. */
export type World = {
  businesses: number
  /** The first of all businesses offer something; the others are listings. */
  bookable: number
  people: number
  bookings: number
  notifications: number
  markets: number
}

export const whole: World = {
  businesses: 1_000_000,
  bookable: 150_000,
  people: 1_000_000,
  bookings: 5_000_000,
  notifications: 1_000_000,
  markets: 200,
}

export const scale = (world: World, share: number): World =>
  Object.fromEntries(Object.entries(world).map(([name, count]) => [name, Math.ceil(count * share)])) as World

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/** As ids are written: by time, then by number. */
export function idAt(prefix: string, ms: number, n: number): string {
  return `${prefix}_${digits(ms, 10)}${digits(n, 16)}`
}

function digits(number: number, length: number): string {
  let [text, rest] = ['', number]
  while (text.length < length) {
    text = (alphabet[rest % 32] ?? '') + text
    rest = Math.floor(rest / 32)
  }
  return text
}

/** Between 0 and 1, the same every time. */
export function chance(n: number, salt: number): number {
  let x = (n + 1) * 2_654_435_761 + salt * 40_503
  x = Math.imul((x ^ (x >>> 16)) | 0, 0x45d9f3b)
  x = Math.imul(x ^ (x >>> 16), 0x45d9f3b)
  return ((x ^ (x >>> 16)) >>> 0) / 4_294_967_296
}

export const dayMs = 86_400_000
export const at = (ms: number): string => new Date(ms).toISOString()
