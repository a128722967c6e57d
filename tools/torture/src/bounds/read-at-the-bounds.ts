import { operations } from '@buy-locals/contracts/operations'
import type { Operation } from '@buy-locals/contracts/operation'
import { measureBlocking, type Measured } from '@buy-locals/service-kit/testing/blocking'
import { allowedCaller, credentialsFor } from '../requests/callers.ts'
import { httpClient } from '../requests/http.ts'
import { toHttp, type ApiRequest } from '../requests/request.ts'
import { makeRequestFor } from '../requests/valid-requests.ts'
import type { Subject } from '../two-markets/bookings.ts'
import type { TwoMarkets } from '../two-markets/two-markets.ts'
import { fullHours } from './fill-to-the-bounds.ts'

type Tries = Parameters<typeof measureBlocking>[1]

/** What every operation that reads takes, by its id. */
export async function readAtTheBounds(markets: TwoMarkets, tries: Tries): Promise<Map<string, Measured>> {
  const { send, close } = httpClient(markets.running.url)
  const measured = new Map<string, Measured>()
  for (const operation of operations.filter(isRead)) {
    const request = await requestFor(markets, operation)
    const read = async () => {
      const { status, body } = await send(request)
      if (status !== operation.status) throw new Error(`${operation.id}: ${status} ${body.toString().slice(0, 200)}`)
    }
    measured.set(operation.id, await measureBlocking(read, tries))
  }
  close()
  return measured
}

const isRead = ({ method, throttle }: Operation) => method === 'get' || throttle === 'read'

/** A valid request, with as large an answer as can be asked for. */
async function requestFor(markets: TwoMarkets, operation: Operation) {
  const [subject] = markets.subjects
  if (!subject) throw new Error('Nobody books')
  const caller = readerOf(operation, subject)
  const request = await makeRequestFor(operation.id)(markets, subject, caller)
  return toHttp(widen(request, markets), credentialsFor(markets, caller, request))
}

/** The owner for the whole team: members of less rights may have left. */
const readerOf = ({ access }: Operation, subject: Subject) =>
  access === 'staff' || access === 'manager' ? subject.shop.owner : allowedCaller(access, subject)

function widen(request: ApiRequest, { running }: TwoMarkets): ApiRequest {
  const { operation, query } = request
  const today = running.composed.auth.clock().toZonedDateTimeISO('America/Boise').toPlainDate()
  const parts = operation.query?.shape ?? {}
  const days = operation.id === 'findSlots' ? 30 : 61
  return {
    ...request,
    query: {
      ...query,
      ...('limit' in parts && { limit: 100 }),
      ...('to' in parts && { from: today.toString(), to: today.add({ days }).toString() }),
    },
    ...(operation.id === 'findBookingsOutsideHours' && { body: fullHours(today.toString()) }),
  }
}
