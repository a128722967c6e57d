import { Refusal } from '@buy-locals/api-client/refusal'
import { operations } from '@buy-locals/contracts/operations'
import type { OpenFolder } from '../in-process-server.ts'
import { collectFindings, countBy, type Expect, type Log, type Report, type Size } from '../report.ts'
import { allowedCaller, credentialsFor } from '../requests/callers.ts'
import { httpClient, type HttpRequest, type HttpResponse } from '../requests/http.ts'
import { toHttp, type ApiRequest } from '../requests/request.ts'
import { subjectsOf } from '../requests/subjects.ts'
import { makeRequestFor } from '../requests/valid-requests.ts'
import { startTwoMarkets, type TwoMarkets } from '../two-markets/two-markets.ts'
import { generateCases, mutate, type Case, type Kind } from './cases.ts'
import { findViolations } from './check-response.ts'

const requestCounts: Record<Size, number> = { short: 300, full: 2_000 }

/** Sends valid, nearly valid and hostile requests to the running API, and checks every response against its OpenAPI document. */
export async function fuzz(size: Size, log: Log, openFolder?: OpenFolder): Promise<Report> {
  const seed = seedFrom(process.env['SEED'])
  const count = requestCounts[size]
  log(`${count} requests; SEED=${seed} repeats them`)
  const cases = generateCases(seed, count)
  await using markets = await startTwoMarkets({ size: mostBegun(cases), openFolder })
  return await sendAll(markets, cases, log)
}

const seedFrom = (text: string | undefined): number =>
  text ? Number(text) : (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) >>> 1

/** Each request about a booking or a review that is prepared may take one that has begun, of the subject that it is about. */
function mostBegun(cases: readonly Case[]): number {
  const prepared = cases.flatMap(({ operation: { id, path, service, access }, kind, subject }, n) => {
    const isAboutOne = /:(booking|review)Id/.test(path)
    if (!isAboutOne && service !== 'review') return []
    const about = ['anyone', 'person', 'machine'].includes(access) ? 0 : subject % (isAboutOne ? 3 : 2)
    return { about, key: kind === 'valid' ? `${n}` : `${id} ${subject}` }
  })
  const counts = [0, 1, 2].map(
    (about) => new Set(prepared.filter((one) => one.about === about).map(({ key }) => key)).size,
  )
  return Math.max(...counts)
}

type Result = { kind: Kind; operation: string; status: number }

async function sendAll(markets: TwoMarkets, cases: Case[], log: Log): Promise<Report> {
  const { findings, expect } = collectFindings()
  const { send, close } = httpClient(markets.running.url)
  const prepare = requestMaker(markets)
  const results: Result[] = []
  for (const [n, one] of cases.entries()) {
    const { kind, operation } = one
    const valid = await prepare(one).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error
      expect(false, `${operation.id} (${n}) could not be prepared: ${error.code} ${error.message}`)
    })
    if (!valid) continue
    const request = mutate(valid, one)
    const response = await send(request)
    results.push({ kind, operation: operation.id, status: response.status })
    for (const violation of findViolations(request, response))
      expect(false, describe(n, one, request, response, violation))
    if (kind === 'valid' && response.status >= 300)
      log(`refused though valid: ${describe(n, one, request, response, '')}`)
    if (n % 200 === 199) log(`${n + 1} sent`)
  }
  const ready = await send({ method: 'GET', path: '/health/ready', headers: {} })
  close()
  expect(ready.status === 200, `Afterwards the server is not ready: ${ready.status}`)
  return { figures: summarize(results, expect), findings }
}

/** Each valid request is prepared anew; one that will be mutated may be about the same booking as an earlier one. */
function requestMaker(markets: TwoMarkets) {
  const prepared = new Map<string, ApiRequest>()
  return async ({ operation, kind, subject: index }: Case): Promise<HttpRequest> => {
    const subjects = subjectsOf(operation, markets)
    const subject = subjects[index % subjects.length]
    if (!subject) throw new Error('There is no subject')
    const key = `${operation.id} ${index}`
    const caller = allowedCaller(operation.access, subject)
    const request =
      (kind === 'valid' ? undefined : prepared.get(key)) ??
      (await makeRequestFor(operation.id)(markets, subject, caller))
    if (kind !== 'valid') prepared.set(key, request)
    return toHttp(request, credentialsFor(markets, caller, request))
  }
}

function summarize(results: Result[], expect: Expect): Record<string, number> {
  const succeeded = new Set(results.filter(({ status }) => status < 300).map(({ operation }) => operation))
  const never = operations.map(({ id }) => id).filter((id) => !succeeded.has(id))
  const valid = results.filter(({ kind }) => kind === 'valid')
  const accepted = valid.filter(({ status }) => status < 300)
  const throttled = results.filter(({ status }) => status === 429)
  expect(never.length === 0, `never succeeded: ${never.join(', ')}`)
  expect(accepted.length >= valid.length * 0.6, `of ${valid.length} valid requests only ${accepted.length} succeeded`)
  expect(throttled.length <= results.length * 0.05, `${throttled.length} of ${results.length} were too many requests`)
  const statuses = countBy(results.map(({ status }) => status))
  const byStatus = Object.entries(statuses).map(([status, count]) => [`status ${status}`, count] as const)
  return {
    ...{ requests: results.length, operations: operations.length, 'operations that succeeded': succeeded.size },
    ...{ valid: valid.length, 'valid that succeeded': accepted.length, 'too many requests': throttled.length },
    ...Object.fromEntries(byStatus),
  }
}

function describe(
  n: number,
  { operation, kind, what }: Case,
  { method, path, headers, body }: HttpRequest,
  response: HttpResponse,
  violation: string,
): string {
  const shown = Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'authorization'))
  const request = `${method} ${path.slice(0, 200)} ${JSON.stringify(shown).slice(0, 200)} ${(body ?? '').toString().slice(0, 300)}`
  return `${operation.id}, ${kind}, ${what} (${n}): ${violation}: ${response.status} ${response.body.toString().slice(0, 300)} ← ${request}`
}
