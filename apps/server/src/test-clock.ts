import { join } from 'node:path'
import { json, Router } from 'express'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { Problem } from '@buy-locals/contracts/problem'
import { movableClock, systemClock, type Clock } from '@buy-locals/service-kit/clock'
import { readJsonFile, writeAtomically } from './files.ts'

export type ServerClock = {
  clock: Clock
  shift(by: string): void
  advance(by: string): Promise<void>
  /** How far it is ahead of the machine's clock. */
  ahead(): string
  /** As far ahead as another process's. */
  setAhead(ahead: string): void
}

/** The machine's clock, which the demonstration and tests may move. How far a test has moved it survives a restart: otherwise what is done would be undone. */
export async function openClock(dataDir: string, isForTests: boolean): Promise<ServerClock> {
  const file = join(dataDir, 'test-clock.json')
  const { clock, advance: shift } = movableClock()
  const moved = isForTests
    ? await readJsonFile(file, distance, 'remove it, and time is that of this machine')
    : undefined
  if (moved !== undefined) shift(moved)
  const ahead = () => systemClock().until(clock()).round('second').toString()
  return {
    clock,
    shift,
    advance: async (by) => {
      shift(by)
      await writeAtomically(file, JSON.stringify(ahead()))
    },
    ahead,
    setAhead: (its) => shift(Temporal.Duration.from(its).subtract(Temporal.Duration.from(ahead())).toString()),
  }
}

/** From the machine's clock, which a copied folder may be behind. */
const distance = z.union([z.iso.duration(), z.templateLiteral(['-', z.iso.duration()])])

const forward = z.object({
  advance: z.string().refine((text) => {
    const parsed = z.iso.duration().safeParse(text)
    return parsed.success && Temporal.Duration.from(text).sign >= 0
  }, 'a duration such as PT1H, not backwards'),
})

/** Moves time for everything that runs here, and answers when what became due is done. */
export function testClockRouter(moveEverything: (by: string) => Promise<void>, clock: Clock): Router {
  const router = Router()
  router.post('/test/clock', json(), async (req, res) => {
    const parsed = forward.safeParse(req.body)
    if (!parsed.success)
      throw new Problem('invalid-request', 'How far?', {
        errors: [{ pointer: '/body/advance', detail: 'a duration such as PT1H', code: 'unusable' }],
      })
    await moveEverything(parsed.data.advance)
    res.json({ now: clock().toString() })
  })
  return router
}
