import { createHash } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import type { BookableService } from '../domain/bookable-service.ts'

/**
 * Names everything that decides which starts are free on these dates, so that what has not changed is not counted
 * again. The time of day is left out, and of the day only how far the first and the last start reach into the dates.
 * Before the colon stands what is published with every day.
 */
export function createInputsDigest(
  dates: readonly string[],
  today: Temporal.PlainDate,
): (bookable: BookableService) => string {
  const digests = new WeakMap<object, string>()
  /** Hours and busy times are the same objects in all services of a business. */
  const digestOnce = (part: object | undefined): string | undefined => {
    if (!part) return undefined
    const partDigest = digests.get(part) ?? digest(part)
    digests.set(part, partDigest)
    return partDigest
  }
  const [first = '', last = ''] = [dates.at(0), dates.at(-1)]
  const reachInto = (minNoticeMinutes: number, horizonDays: number) => {
    const earliest = today.add({ days: Math.floor(minNoticeMinutes / 1_440) }).toString()
    const latest = today.add({ days: horizonDays }).toString()
    return [earliest > first ? earliest : first, latest < last ? latest : last]
  }
  return ({ business, service, staff, resources, lacksResource, awaitsPayments, horizonDays, busyTimes }) => {
    const { isPublished, timeZone, hours } = business
    const { id, name: _, description: __, policy: ___, version: ____, ...terms } = service
    const ofEveryDay = digest([publishedShape, terms.price, terms.minNoticeMinutes])
    const ofDates = digest([
      ...[first, last, reachInto(terms.minNoticeMinutes, horizonDays)],
      ...[isPublished, timeZone, digestOnce(hours), id, terms, lacksResource, awaitsPayments],
      staff.map((person) => [person.id, digestOnce(person.hours)]),
      resources.map((resource) => [resource.id, resource.pool]),
      busyTimes.map(digestOnce),
    ])
    return `${ofEveryDay}:${ofDates}`
  }
}

/** Whether two counts would publish the same of a day with the same starts. */
export const sharesTerms = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && one.split(':')[0] === other.split(':')[0]

/** Another one when something else is published of the same inputs: everything is counted again then. */
const publishedShape = 2

const digest = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('base64')
