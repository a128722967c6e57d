import { Refusal } from '@buy-locals/api-client/refusal'
import { operations } from '@buy-locals/contracts/operations'
import { countBy, findings, type Report, type Say, type Size } from '../report.ts'
import { wireOf, type Asked } from '../asking/asked.ts'
import { requestFor } from '../asking/requests.ts'
import { sender, type Answer, type Wire } from '../asking/send.ts'
import { credentialsOf, whoMay } from '../asking/who.ts'
import type { TwoTowns } from '../two-towns/two-towns.ts'
import { withTwoTowns } from '../two-towns/with-two-towns.ts'
import { casesFrom, spoiled, type Case, type Kind } from './cases.ts'
import { faultsOf } from './judge.ts'

const requests: Record<Size, number> = { short: 300, full: 2_000 }

/** Asks the running API good, nearly good and hostile things made from its own document, and judges every answer by it. */
export async function fuzz(size: Size, say: Say, seed = seedFrom(process.env['SEED'])): Promise<Report> {
  const count = requests[size]
  say(`${count} requests; again the same ones by SEED=${seed}`)
  const cases = casesFrom(seed, count)
  const uses = Math.ceil((count / operations.length) * 0.6) * 3 + 12
  return withTwoTowns({ size: uses }, (towns) => askAll(towns, cases, say))
}

const seedFrom = (given: string | undefined): number =>
  given ? Number(given) : (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) >>> 1

type Told = { kind: Kind; operation: string; status: number }

async function askAll(towns: TwoTowns, cases: Case[], say: Say): Promise<Report> {
  const { found, expect } = findings()
  const { send, close } = sender(towns.running.url)
  const ask = requester(towns)
  const told: Told[] = []
  for (const [n, one] of cases.entries()) {
    const asked = await ask(one).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error
      expect(false, `${one.operation.id} (${n}) could not be prepared: ${error.code} ${error.message}`)
    })
    if (!asked) continue
    const wire = spoiled(asked, one)
    const answer = await send(wire)
    const { kind, operation } = one
    told.push({ kind, operation: operation.id, status: answer.status })
    for (const fault of faultsOf(wire, answer)) expect(false, inWords(n, one, wire, answer, fault))
    if (kind === 'valid' && answer.status >= 300) say(`refused though valid: ${inWords(n, one, wire, answer, '')}`)
    if (n % 200 === 199) say(`${n + 1} asked`)
  }
  const ready = await send({ method: 'GET', path: '/health/ready', headers: {} })
  close()
  expect(ready.status === 200, `Afterwards the server is not ready: ${ready.status}`)
  return { figures: figuresOf(told, expect), findings: found }
}

/** A good request is made anew each time; one that will be spoiled may be about what an earlier one was about. */
function requester(towns: TwoTowns) {
  const known = new Map<string, Asked>()
  return async ({ operation, kind, matter: at }: Case): Promise<Wire> => {
    const matter = towns.matters[at % towns.matters.length]
    const make = requestFor.get(operation.id)
    if (!matter || !make) throw new Error(`${operation.id} cannot be asked`)
    const key = `${operation.id} ${at}`
    const asked = (kind === 'valid' ? undefined : known.get(key)) ?? (await make(towns, matter))
    if (kind !== 'valid') known.set(key, asked)
    return wireOf(asked, credentialsOf(towns, whoMay(operation.access, matter), asked))
  }
}

function figuresOf(told: Told[], expect: (holds: boolean, words: string) => void): Record<string, number> {
  const succeeded = new Set(told.filter(({ status }) => status < 300).map(({ operation }) => operation))
  const never = operations.map(({ id }) => id).filter((id) => !succeeded.has(id))
  const valid = told.filter(({ kind }) => kind === 'valid')
  const good = valid.filter(({ status }) => status < 300)
  const throttled = told.filter(({ status }) => status === 429)
  expect(never.length === 0, `never succeeded: ${never.join(', ')}`)
  expect(good.length >= valid.length * 0.6, `of ${valid.length} valid requests only ${good.length} succeeded`)
  expect(throttled.length <= told.length * 0.05, `${throttled.length} of ${told.length} were too many requests`)
  const statuses = countBy(told.map(({ status }) => status))
  const byStatus = Object.entries(statuses).map(([status, count]) => [`status ${status}`, count] as const)
  return {
    ...{ requests: told.length, operations: operations.length, 'operations that succeeded': succeeded.size },
    ...{ valid: valid.length, 'valid that succeeded': good.length, 'too many requests': throttled.length },
    ...Object.fromEntries(byStatus),
  }
}

function inWords(
  n: number,
  { operation, kind, what }: Case,
  { method, path, headers, body }: Wire,
  answer: Answer,
  fault: string,
): string {
  const shown = Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'authorization'))
  const asked = `${method} ${path.slice(0, 200)} ${JSON.stringify(shown).slice(0, 200)} ${(body ?? '').toString().slice(0, 300)}`
  return `${operation.id}, ${kind}, ${what} (${n}): ${fault}: ${answer.status} ${answer.body.toString().slice(0, 300)} ← ${asked}`
}
