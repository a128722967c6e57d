import type { Operation } from '@buy-locals/contracts/operation'
import { operations } from '@buy-locals/contracts/operations'
import { collectFindings, type Expect, type Log, type Report, type Size } from '../report.ts'
import { allowedCaller, callers, credentialsFor, type Caller } from '../requests/callers.ts'
import { httpClient, jsonOf, type HttpResponse, type Send } from '../requests/http.ts'
import { toHttp, type ApiRequest } from '../requests/request.ts'
import { makeRequestFor } from '../requests/valid-requests.ts'
import type { Subject } from '../two-markets/bookings.ts'
import { subjectsOf } from '../requests/subjects.ts'
import { startTwoMarkets, type TwoMarkets } from '../two-markets/two-markets.ts'
import { dismissManager } from './dismissal.ts'
import { expectedOutcome, type Outcome } from './expected-outcome.ts'
import { findUnlistedRoutes } from './routes.ts'

/** Every caller calls every operation, about their own bookings and businesses and about others'. */
export async function access(_size: Size, log: Log): Promise<Report> {
  await using markets = await startTwoMarkets({ size: bookingsForAccess })
  return await callEverything(markets, log)
}

/** How many bookings of each subject are used up. */
export const bookingsForAccess = 28

export async function callEverything(markets: TwoMarkets, log: Log): Promise<Report> {
  const { findings, expect } = collectFindings()
  const { send, close } = httpClient(markets.running.url)
  const counts: Counts = { requests: 0, allowed: 0, 401: 0, 403: 0, 404: 0, 'refusals without a success': 0 }
  for (const operation of operations) {
    for (const subject of subjectsOf(operation, markets))
      await callAsEverybody({ markets, operation, subject, send, expect, counts })
  }
  close()
  log(`${counts.requests} requests to ${operations.length} operations`)
  const { routes, unlisted } = findUnlistedRoutes(markets.running.app)
  expect(routes > operations.length, `Only ${routes} routes were found`)
  for (const route of unlisted) expect(false, `${route} can be reached and is not listed`)
  const { refusedAfterMs, unsubscribedAfterMs } = await dismissManager(markets, expect)
  const figures = {
    operations: operations.length,
    ...counts,
    routes,
    'dismissed ms': refusedAfterMs,
    'unsubscribed ms': unsubscribedAfterMs,
  }
  return { figures, findings }
}

type Counts = Record<Outcome | 'requests' | 'refusals without a success', number>
type Case = {
  markets: TwoMarkets
  operation: Operation
  subject: Subject
  send: Send
  expect: Expect
  counts: Counts
}

/** Those who are refused come first; then an allowed caller sends the same request, so that no refusal was due to a bad request. */
async function callAsEverybody({ markets, operation, subject, send, expect, counts }: Case): Promise<void> {
  const make = makeRequestFor(operation.id)
  const first = allowedCaller(operation.access, subject)
  const request = await make(markets, subject, first)
  const outcomes = callers.map((caller) => ({ caller, outcome: expectedOutcome(operation, caller, subject) }))
  const callAs = async (caller: Caller, outcome: Outcome, sent: ApiRequest) => {
    const response = await send(toHttp(sent, credentialsFor(markets, caller, sent)))
    counts.requests += 1
    counts[outcome] += 1
    const isExpected =
      outcome === 'allowed' ? response.status < 300 : response.status === outcome && codeOf(response) === codes[outcome]
    expect(
      isExpected,
      `${operation.id} (${operation.access}) of ${subject.shop.owner}/${subject.booker} by ${caller}: ${outcome} expected, ${describe(response)}`,
    )
    return isExpected
  }
  for (const { caller, outcome } of outcomes) if (outcome !== 'allowed') await callAs(caller, outcome, request)
  const isAllowed = await callAs(first, 'allowed', request)
  if (!isAllowed) counts['refusals without a success'] += 1
  const others = outcomes.filter(({ caller, outcome }) => outcome === 'allowed' && caller !== first)
  for (const { caller } of others)
    await callAs(caller, 'allowed', operation.method === 'get' ? request : await make(markets, subject, caller))
  await callWithStaleToken({ markets, operation, subject, send, expect, counts }, request)
}

/** Whoever's session is no more is a stranger where anyone may call, unless members are shown more there. */
async function callWithStaleToken(
  { markets, operation, subject, send, expect, counts }: Case,
  earlier: ApiRequest,
): Promise<void> {
  if (operation.access === 'machine') return
  const isOpen = operation.access === 'anyone' && !operation.showsMembersMore
  const isSpent = isOpen && operation.method !== 'get'
  const request = isSpent ? await makeRequestFor(operation.id)(markets, subject, 'visitor') : earlier
  const response = await send(toHttp(request, { authorization: 'Bearer of.nobody' }))
  counts.requests += 1
  const isExpected = isOpen ? response.status < 300 : response.status === 401 && codeOf(response) === codes[401]
  expect(isExpected, `${operation.id} with a token that is no more ${describe(response)}`)
}

const codes = { 401: 'unauthenticated', 403: 'forbidden', 404: 'not-found' }
const codeOf = (response: HttpResponse) =>
  response.status >= 400 ? (jsonOf(response) as { code: string }).code : undefined
const describe = ({ status, body }: HttpResponse) => `responded ${status} ${body.toString().slice(0, 160)}`
