import { setImmediate } from 'node:timers/promises'
import { Temporal } from 'temporal-polyfill'
import type { z } from 'zod'
import { availabilityChanged } from '@buy-locals/contracts/booking/events'
import { saveConsequences } from '@buy-locals/service-kit/consequences'
import { toJobRow } from '@buy-locals/service-kit/jobs'
import { toEventRow } from '@buy-locals/service-kit/outbox'
import type { Id } from '@buy-locals/values/ids'
import { laterOf, localDateOf, usableZone } from '@buy-locals/values/time'
import type { Deps } from '../deps.ts'
import type { BookableService } from '../domain/bookable-service.ts'
import { countFreeStartsPerDay, daysAtOnce, listDates } from '../domain/free-starts.ts'
import { rollFreeStartsJob } from '../jobs.ts'
import * as availability from '../persistence/availability.ts'
import * as bookableServices from '../persistence/bookable-services.ts'
import * as businesses from '../persistence/businesses.ts'
import * as farAvailability from '../persistence/far-availability.ts'
import * as services from '../persistence/service-repository.ts'
import { mostCalendars, pauseAfter } from '../steps/count-changed.ts'
import { createInputsDigest } from '../steps/count-inputs.ts'
import { findNews, toFreeStarts } from '../steps/publish-free-starts.ts'
import { beginsRoll, dayAfter, toFarRestart, toFreeStartsCount } from '../steps/schedule-jobs.ts'

type Pass = z.output<typeof rollFreeStartsJob.payload>
type Ids = Id<'business'>[]
type Counted = { bookable: BookableService; from: string; days: ReturnType<typeof countFreeStartsPerDay> }

/** Read at once: of most imported businesses nothing is offered. */
const mostBusinesses = 500

/**
 * On a new day of a zone: counts the near free starts of its next businesses, as many as are read without a pause, in one
 * transaction, and goes on with those after them. A large business is counted by itself, and where a batch has failed each of them.
 */
export async function rollFreeStarts(deps: Deps, pass: Pass, attempts: number): Promise<void> {
  const { db, clock } = deps
  const now = clock()
  const today = localDateOf(now, usableZone(pass.timeZone))
  const day = pass.after === '' && pass.day < today ? today : pass.day
  const next = await businesses.nextOfZone(db, pass, mostBusinesses)
  const { together, alone, after } = divide(next, mostCalendars, attempts > 1)
  const counted = await countTogether(deps, together, { now, today })
  const isOver = next.length < mostBusinesses && after === (next.at(-1)?.id ?? '')
  await db.transaction().execute(async (tx) => {
    const ids = counted.changed.map(({ bookable }) => bookable.service.id)
    const locked = await availability.lockAll(tx, ids)
    // Of what was counted meanwhile after a change, this may know less.
    const isMeanwhile = ({ bookable: { service } }: Counted) =>
      locked.get(service.id)?.from !== counted.before.get(service.id)?.from
    const overtaken = counted.changed.filter(isMeanwhile).map(({ bookable }) => bookable.business.id)
    const rows = counted.changed
      .filter((one) => !isMeanwhile(one))
      .map(({ bookable: { service }, from, days }) => {
        const before = locked.get(service.id)
        const news = findNews(before, { days, from })
        const version = (before?.version ?? 0) + (news.length > 0 ? 1 : 0)
        return { service, serviceId: service.id, days, version, from, at: now, news }
      })
    await availability.saveAll(
      tx,
      rows.map(({ service: _, news: __, ...row }) => row),
    )
    const events = rows
      .filter(({ news }) => news.length > 0)
      .map(({ service, news, version }) =>
        toEventRow(availabilityChanged, service.id, version, toFreeStarts(service, { days: news, version })),
      )
    const begins = isOver
      ? beginsRoll(pass.timeZone, dayAfter(day))
      : { runAt: pauseAfter(clock, now), input: { ...pass, day, after } }
    const jobs = [
      ...[...new Set([...alone, ...overtaken])].flatMap((id) => toFreeStartsCount(id, now)),
      ...counted.reachFurther.filter((id) => !overtaken.includes(id)).flatMap((id) => toFarRestart(id, now)),
      toJobRow(rollFreeStartsJob, pass.timeZone, laterOf(begins.runAt, now), begins.input),
    ]
    await saveConsequences(tx, now, { events, jobs })
  })
}

/** In the order of their ids, until it becomes much. */
function divide(next: readonly { id: Id<'business'>; calendars: number }[], most: number, hasFailed: boolean) {
  const [together, alone]: [Ids, Ids] = [[], []]
  let [sum, after] = [0, '']
  for (const { id, calendars } of next) {
    const isLarge = calendars > most
    if (!isLarge && sum + calendars > most) break
    if (isLarge || (hasFailed && calendars > 0)) alone.push(id)
    else if (calendars > 0) together.push(id)
    sum += isLarge ? 0 : calendars
    after = id
  }
  return { together, alone, after }
}

/** Those whose inputs have changed, as they mostly have on a new day, and the businesses that can be booked beyond the near days. */
async function countTogether(
  { db, settings }: Deps,
  ids: Ids,
  { now, today }: { now: Temporal.Instant; today: string },
): Promise<{ changed: Counted[]; before: Map<string, availability.Counted>; reachFurther: Ids }> {
  if (ids.length === 0) return { changed: [], before: new Map(), reachFurther: [] }
  const first = Temporal.PlainDate.from(today)
  const dates = listDates(first, first.add({ days: daysAtOnce - 1 }))
  const all = await services.ofBusinesses(db, ids)
  const found = await businesses.findAll(db, ids)
  const catalogues = found.map((business) => ({ business, services: all.get(business.id) ?? [] }))
  const before = await availability.ofServices(
    db,
    [...all.values()].flat().map(({ id }) => id),
  )
  const range = { from: today, to: dates.at(-1) ?? today }
  const bookables = await bookableServices.loadOfMany(db, catalogues, range, {
    takesPayments: settings.takesPayments,
    now,
  })
  const digestInputs = createInputsDigest(dates, first)
  const changed: Counted[] = []
  for (const bookable of bookables) {
    const from = digestInputs(bookable)
    if (before.get(bookable.service.id)?.from !== from)
      changed.push({ bookable, from, days: countFreeStartsPerDay(bookable, dates, now) })
    await setImmediate() // others are answered between two services
  }
  const isFar = ({ business, service, horizonDays }: BookableService) =>
    business.isPublished && service.active && horizonDays >= daysAtOnce
  const counted = await farAvailability.whichHaveAny(db, ids)
  const far = new Set(bookables.filter(isFar).map(({ business }) => business.id))
  return { changed, before, reachFurther: ids.filter((id) => far.has(id) || counted.has(id)) }
}
