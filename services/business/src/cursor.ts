import { createHash } from 'node:crypto'
import { invalid } from '@buy-locals/service-kit/request-input'

/** Where the last page ended: the number it was sorted by, and the business. */
export type Place = { key: number; id: string }

/** Of one question: a cursor of another question is no place in this one's answer. */
export const fingerprint = (question: object): string =>
  createHash('sha256').update(JSON.stringify(question)).digest('base64url').slice(0, 10)

export const writeCursor = (question: string, { key, id }: Place): string =>
  Buffer.from(`${question} ${key} ${id}`).toString('base64url')

const form = /^([\w-]{10}) (-?\d[\d.]{0,25}(?:e[+-]?\d{1,3})?) ([a-z]{3}_[0-9a-z]{26})$/

export function readCursor(question: string, cursor: string | undefined): Place | undefined {
  if (cursor === undefined) return undefined
  const [, of, key, id] = form.exec(Buffer.from(cursor, 'base64url').toString()) ?? []
  const number = Number(key)
  if (of !== question || id === undefined || !Number.isFinite(number)) {
    throw invalid({ pointer: '/query/cursor', detail: 'not a cursor of this search' })
  }
  return { key: number, id }
}
