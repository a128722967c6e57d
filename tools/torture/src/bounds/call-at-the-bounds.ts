import * as exports from '@buy-locals/auth/persistence/exports'
import { makeExport } from '@buy-locals/auth/use-cases/export-me'
import type { Temporal } from 'temporal-polyfill'
import { downloadExport } from '@buy-locals/contracts/auth/operations'
import { listResources, listStaff } from '@buy-locals/contracts/booking/operations'
import { operations } from '@buy-locals/contracts/operations'
import type { Operation } from '@buy-locals/contracts/operation'
import { measureBlocking, type Measured } from '@buy-locals/service-kit/testing/blocking'
import { allowedCaller, credentialsFor, type Caller } from '../requests/callers.ts'
import { httpClient, type HttpRequest } from '../requests/http.ts'
import { apiRequest, toHttp, type ApiRequest } from '../requests/request.ts'
import { subjectsOf } from '../requests/subjects.ts'
import { makeRequestFor } from '../requests/valid-requests.ts'
import type { Subject } from '../two-markets/bookings.ts'
import type { TwoMarkets } from '../two-markets/two-markets.ts'
import { fullHours } from './fill-to-the-bounds.ts'

type Tries = Parameters<typeof measureBlocking>[1]

/** How many bookings of each subject may be used up. */
export const bookingsForBounds = 16

/** What every operation takes, by its name: the best of some tries, each with a request of its own. */
export async function callAtTheBounds(markets: TwoMarkets, tries: Tries): Promise<Map<string, Measured>> {
  const { send, close } = httpClient(markets.running.url)
  const measured = new Map<string, Measured>()
  const largest = await findLargest(markets)
  measured.set('a whole export', await measureBlocking(() => exportConsumer(markets), tries))
  for (const operation of operations) {
    for (const [variant, query] of Object.entries(variants[operation.id] ?? { '': {} })) {
      const call = async (request: HttpRequest) => {
        const { status, body } = await send(request)
        if (status !== operation.status) throw new Error(`${operation.id}: ${status} ${body.toString().slice(0, 200)}`)
      }
      const prepare = () => requestFor(markets, operation, largest, query)
      measured.set(`${operation.id}${variant}`, await measureEach(prepare, call, tries))
    }
  }
  close()
  return measured
}

/** Several answers of one operation that are each the largest in a way of its own. */
const variants: Record<string, Record<string, ApiRequest['query']>> = {
  findSlots: { '': {}, ' explained': { explain: true } },
  listTransactions: { '': { format: 'json' }, ' as a table': { format: 'csv' } },
}

async function measureEach(
  prepare: () => Promise<HttpRequest>,
  call: (request: HttpRequest) => Promise<void>,
  { tries, enoughMs }: Tries,
): Promise<Measured> {
  let best: Measured = { ms: Infinity, blockedMs: Infinity }
  for (let left = tries; left > 0 && best.blockedMs >= enoughMs; left--) {
    const request = await prepare()
    const { ms, blockedMs } = await measureBlocking(() => call(request), { tries: 1, enoughMs })
    best = { ms: Math.min(best.ms, ms), blockedMs: Math.min(best.blockedMs, blockedMs) }
  }
  return best
}

/** A valid request, with as large an answer as can be asked for and as large a body as can be sent. */
async function requestFor(markets: TwoMarkets, operation: Operation, largest: Largest, query: ApiRequest['query']) {
  const [subject] = subjectsOf(operation, markets)
  if (!subject) throw new Error('Nobody books')
  const caller = callerOf(operation, subject)
  const widened = widen(await largestRequest(markets, operation, subject, caller), largest)
  return toHttp({ ...widened, query: { ...widened.query, ...query } }, credentialsFor(markets, caller, widened))
}

/** The file of somebody who has been busy for years, and not that of a newcomer. */
async function largestRequest(markets: TwoMarkets, operation: Operation, subject: Subject, caller: Caller) {
  if (operation.id !== downloadExport.id) return makeRequestFor(operation.id)(markets, subject, caller)
  await exportConsumer(markets)
  return apiRequest(downloadExport, {})
}

/** The owner for the whole team: members of less rights may have left. */
const callerOf = ({ access }: Operation, subject: Subject) =>
  access === 'staff' || access === 'manager' ? subject.shop.owner : allowedCaller(access, subject)

type Largest = { today: Temporal.PlainDate; bodies: Record<string, object> }

/** Bodies that name as much as there can be. */
async function findLargest({ running, callAs, ours }: TwoMarkets): Promise<Largest> {
  const today = running.composed.auth.clock().toZonedDateTimeISO('America/Boise').toPlainDate()
  const params = { businessId: ours.id }
  const idsOf = async (list: typeof listStaff | typeof listResources, most: number) =>
    (await callAs('owner', list, { params })).items.slice(0, most).map(({ id }) => id)
  const service = { staffIds: await idsOf(listStaff, 100), resourceIds: await idsOf(listResources, 50) }
  const hours = fullHours(today.toString())
  const bodies = {
    ...{ addService: service, changeService: service, addStaff: { hours }, changeStaff: { hours } },
    ...{ changeHours: hours, findBookingsOutsideHours: hours },
  }
  return { today, bodies }
}

function widen(request: ApiRequest, { today, bodies }: Largest): ApiRequest {
  const { operation, query, body } = request
  const parts = operation.query?.shape ?? {}
  const days = operation.id === 'findSlots' ? 30 : 61
  return {
    ...request,
    query: {
      ...query,
      ...('limit' in parts && { limit: 100 }),
      ...('to' in parts && { from: today.toString(), to: today.add({ days }).toString() }),
    },
    ...(bodies[operation.id] && { body: { ...(body as object), ...bodies[operation.id] } }),
  }
}

/** Of somebody with ten thousand bookings and notifications. */
async function exportConsumer({ running, people }: TwoMarkets): Promise<void> {
  const { auth } = running.composed
  await auth.db.transaction().execute((tx) => exports.request(tx, people.consumer.id, auth.clock()))
  await makeExport(auth, people.consumer.id)
}
