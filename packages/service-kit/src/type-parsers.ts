import { types } from 'pg'
import { Temporal } from 'temporal-polyfill'

const inArray =
  <T>(parse: (text: string) => T) =>
  (text: string) =>
    text === '{}'
      ? []
      : text
          .slice(1, -1)
          .replaceAll('"', '')
          .split(',')
          .map((item) => (item === 'NULL' ? null : parse(item)))

function integer(text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number)) throw new RangeError(`${text} is beyond what can be counted exactly`)
  return number
}

const wholeMilliseconds = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,3})?\+00$/

/** Every row has some: Date reads whole milliseconds in half of the time. */
const instant = (text: string) =>
  wholeMilliseconds.test(text)
    ? Temporal.Instant.fromEpochMilliseconds(Date.parse(`${text.replace(' ', 'T')}:00`))
    : Temporal.Instant.from(text)
const asText = (text: string) => text

const byOid: Record<number, (text: string) => unknown> = {
  20: integer, // bigint
  1016: inArray(integer),
  1082: asText, // date
  1182: inArray(asText),
  1083: asText, // time
  1114: asText, // timestamp, which no table of ours has
  1184: instant,
  1185: inArray(instant),
  1186: asText, // interval
}

/** Of one pool; pg's own, shared by all, stay as they are. */
export const typeParsers = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => byOid[oid] ?? types.getTypeParser(oid, format ?? 'text'),
}
