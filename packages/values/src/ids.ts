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
  customer: 'cus',
  customerNote: 'cnt',
  payment: 'pay',
  refund: 'rfd',
  dispute: 'dsp',
  transfer: 'tra',
  entry: 'ent',
  review: 'rev',
  photo: 'pho',
  listingReport: 'lrp',
  messageReport: 'mrp',
  claim: 'clm',
  notification: 'ntf',
  device: 'dev',
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
  let [text, ms] = ['', Date.now()]
  for (let i = 0; i < 10; i++) {
    text = alphabet.charAt(ms % 32) + text
    ms = Math.floor(ms / 32)
  }
  for (const byte of takeRandom(16)) text += alphabet.charAt(byte & 31)
  return `${prefixes[kind]}_${text}`
}

const random = new Uint8Array(1_024)
let taken = random.length

/** Of each byte five bits are used. To ask for a few at a time takes longer than all the rest of an id. */
function takeRandom(count: number): Uint8Array {
  if (taken + count > random.length) {
    crypto.getRandomValues(random)
    taken = 0
  }
  taken += count
  return random.subarray(taken - count, taken)
}

/** When an id was made, in milliseconds since 1970. */
export const createdAt = (id: Id<IdKind>): number =>
  Array.from(id.slice(4, 14)).reduce((sum, character) => sum * 32 + alphabet.indexOf(character), 0)

/** Well formed and of its kind; whether there is such a thing only its owner knows. */
export function id<K extends IdKind>(kind: K): z.ZodType<Id<K>, Id<K>> {
  return z.string().regex(pattern(prefixes[kind]), `not the id of a ${kind}`) as unknown as z.ZodType<Id<K>, Id<K>>
}
