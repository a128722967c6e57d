import { z } from 'zod'

/** What an id says of itself before the underscore. */
export const prefixes = {
  person: 'per',
  session: 'ses',
  invitation: 'inv',
  business: 'biz',
  market: 'mkt',
  service: 'svc',
  staff: 'stf',
  resource: 'res',
  booking: 'bkg',
  groupSession: 'grp',
  block: 'blk',
  payment: 'pay',
  refund: 'rfd',
  dispute: 'dsp',
  transfer: 'tra',
  entry: 'ent',
  review: 'rev',
  notification: 'ntf',
  event: 'evt',
  job: 'job',
  deadLetter: 'dlt',
  request: 'req',
} as const

type Prefixes = typeof prefixes
export type IdKind = keyof Prefixes
export type Id<K extends IdKind> = `${Prefixes[K]}_${string}`

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz' // Crockford's base 32 in small letters
const pattern = (prefix: string) => new RegExp(`^${prefix}_[0-7][${alphabet}]{25}$`)

/** 48 bits of milliseconds and 80 random ones, as ULID orders them: ids sort by creation. */
export function newId<K extends IdKind>(kind: K): Id<K> {
  const random = crypto.getRandomValues(new Uint8Array(10))
  let bits = BigInt(Date.now())
  for (const byte of random) bits = (bits << 8n) | BigInt(byte)
  let text = ''
  for (let i = 0; i < 26; i++) {
    text = alphabet.charAt(Number(bits & 31n)) + text
    bits >>= 5n
  }
  return `${prefixes[kind]}_${text}`
}

/** When an id was made, in milliseconds since 1970. */
export const createdAt = (id: Id<IdKind>): number =>
  Array.from(id.slice(4, 14)).reduce((sum, character) => sum * 32 + alphabet.indexOf(character), 0)

/** Well formed and of its kind; whether there is such a thing only its owner knows. */
export function id<K extends IdKind>(kind: K): z.ZodType<Id<K>, Id<K>> {
  return z.string().regex(pattern(prefixes[kind]), `not the id of a ${kind}`) as unknown as z.ZodType<Id<K>, Id<K>>
}
