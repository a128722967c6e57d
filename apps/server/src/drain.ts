import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Clock } from '@buy-locals/service-kit/clock'
import type { Service } from '@buy-locals/service-kit/service'

const patienceMs = 10_000

/** Publishes events and runs jobs until nothing is due, the worker's own included. What another party still owes us, such as a webhook, gets a moment to arrive; what goes on failing is left. */
export async function drain(services: readonly Service[], clock: Clock): Promise<void> {
  let lastProgress = performance.now()
  for (let idleRounds = 0; idleRounds < 3;) {
    let done = 0
    for (const service of services) done += (await service.drainOutbox()) + (await service.runDueJobs())
    const isAtWork = done > 0 || services.some(({ atWork }) => atWork() > 0) // the worker, however slow the machine
    if (isAtWork) lastProgress = performance.now()
    const isPatient = performance.now() - lastProgress < patienceMs
    const isIdle = !isAtWork && !(isPatient && (await isWorkLeft(services, clock)))
    idleRounds = isIdle ? idleRounds + 1 : 0
    if (done === 0) await setTimeout(isIdle ? 100 : 20)
  }
}

async function isWorkLeft(services: readonly Service[], clock: Clock): Promise<boolean> {
  const now = clock()
  for (const { database, jobs } of services) {
    const { rows } = await sql<{ left: boolean }>`
      select exists (select from outbox) or exists (
        select from unnest(${jobs.map(({ kind }) => kind)}::text[]) as own (kind)
        where (select min(run_at) from jobs where jobs.kind = own.kind) <= ${now}) as left
    `.execute(database)
    if (rows[0]?.left) return true
  }
  return false
}
