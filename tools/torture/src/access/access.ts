import type { Operation } from '@buy-locals/contracts/operation'
import { operations } from '@buy-locals/contracts/operations'
import { wireOf, type Asked } from '../asking/asked.ts'
import { requestFor } from '../asking/requests.ts'
import { jsonOf, sender, type Answer, type Send } from '../asking/send.ts'
import { credentialsOf, everybody, whoMay, type Who } from '../asking/who.ts'
import { findings, type Expect, type Report, type Say, type Size } from '../report.ts'
import type { Matter } from '../two-towns/bookings.ts'
import type { TwoTowns } from '../two-towns/two-towns.ts'
import { withTwoTowns } from '../two-towns/with-two-towns.ts'
import { dismiss } from './dismissal.ts'
import { verdictOn, type Verdict } from './expected.ts'
import { unlistedRoutes } from './routes.ts'

/** Who may what: every operation, asked by everybody about their own and about others' things. */
export function access(_size: Size, say: Say): Promise<Report> {
  return withTwoTowns({ size: 16 }, async (towns) => {
    const { found, expect } = findings()
    const { send, close } = sender(towns.running.url)
    const counts: Counts = { asked: 0, allowed: 0, 401: 0, 403: 0, 404: 0, 'refusals without a success': 0 }
    for (const operation of operations) {
      for (const matter of mattersOf(operation, towns))
        await askAbout({ towns, operation, matter, send, expect, counts })
    }
    close()
    say(`${counts.asked} requests to ${operations.length} operations`)
    const { walked, unlisted } = unlistedRoutes(towns.running.app)
    expect(walked > operations.length, `Only ${walked} routes were found`)
    for (const route of unlisted) expect(false, `${route} can be reached and is not listed`)
    const { outAfterMs, closedAfterMs } = await dismiss(towns, expect)
    const figures = {
      operations: operations.length,
      ...counts,
      'routes walked': walked,
      'dismissed ms': outAfterMs,
      'unsubscribed ms': closedAfterMs,
    }
    return { figures, findings: found }
  })
}

type Counts = Record<Verdict | 'asked' | 'refusals without a success', number>
type Question = { towns: TwoTowns; operation: Operation; matter: Matter; send: Send; expect: Expect; counts: Counts }

/** Whose things: a signed-in person's booking and a guest's in our shop, and a stranger's in another market. */
function mattersOf({ path, access }: Operation, { matters }: TwoTowns): readonly Matter[] {
  if (access === 'anyone' || access === 'person' || access === 'machine') return matters.slice(0, 1)
  return path.includes(':bookingId') || path.includes(':reviewId')
    ? matters
    : matters.filter(({ booker }) => booker !== 'guest')
}

/** Whoever is refused asks first; then somebody who may asks the very same, so that no refusal was just a bad request. */
async function askAbout(question: Question): Promise<void> {
  const { towns, operation, matter, send, expect, counts } = question
  const make = requestFor.get(operation.id)
  if (!make) throw new Error(`${operation.id} cannot be asked`)
  const asked = await make(towns, matter)
  const verdicts = everybody.map((who) => ({ who, verdict: verdictOn(operation, who, matter) }))
  const ask = async (as: Who, verdict: Verdict, request: Asked) => {
    const answer = await send(wireOf(request, credentialsOf(towns, as, request)))
    counts.asked += 1
    counts[verdict] += 1
    const fits =
      verdict === 'allowed' ? answer.status < 300 : answer.status === verdict && codeOf(answer) === codes[verdict]
    expect(
      fits,
      `${operation.id} (${operation.access}) of ${matter.shop.owner}/${matter.booker} by ${as}: ${verdict} expected, ${inWords(answer)}`,
    )
    return fits
  }
  for (const { who, verdict } of verdicts) if (verdict !== 'allowed') await ask(who, verdict, asked)
  const first = whoMay(operation.access, matter)
  const isGood = await ask(first, 'allowed', asked)
  if (!isGood) counts['refusals without a success'] += 1
  const others = verdicts.filter(({ who, verdict }) => verdict === 'allowed' && who !== first)
  for (const { who } of others)
    await ask(who, 'allowed', operation.method === 'get' ? asked : await make(towns, matter))
}

const codes = { 401: 'unauthenticated', 403: 'forbidden', 404: 'not-found' }
const codeOf = (answer: Answer) => (answer.status >= 400 ? (jsonOf(answer) as { code: string }).code : undefined)
const inWords = ({ status, body }: Answer) => `answered ${status} ${body.toString().slice(0, 160)}`
