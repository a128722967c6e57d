import type { BrowserContext } from '@playwright/test'
import { townUrl } from './town-url.ts'

/** Moves time for the whole town; answers when what became due is done. Returns the town's time. */
export async function timePasses(by: string): Promise<number> {
  const headers = { 'content-type': 'application/json' }
  const moved = await fetch(`${townUrl()}/test/clock`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ advance: by }),
  })
  const { now } = (await moved.json()) as { now: string }
  return Date.parse(now)
}

/** Gives a browser the town's time, and takes from it the cookies that would have ended by then. */
export async function keepTownTime(context: BrowserContext, now: number): Promise<void> {
  const ahead = now - Date.now()
  await context.addInitScript(shiftClock, ahead)
  for (const page of context.pages()) await page.evaluate(shiftClock, ahead)
  await context.clearCookies({ name: 'bl_access' })
}

/** Runs in the page. Timers keep their pace. */
function shiftClock(ahead: number): void {
  type Instants = { instant(): { add(by: { milliseconds: number }): unknown } }
  type Shifted = { realDate?: DateConstructor; realInstant?: Instants['instant']; Temporal?: { Now: Instants } }
  const page = globalThis as unknown as Shifted
  const Real = (page.realDate ??= Date)
  const now = () => Real.now() + ahead
  globalThis.Date = new Proxy(Real, {
    construct: (target, given: []) => (given.length ? new target(...given) : new target(now())),
    get: (target, name) => (name === 'now' ? now : (Reflect.get(target, name) as unknown)),
  })
  const native = page.Temporal?.Now
  if (!native) return
  const real = (page.realInstant ??= native.instant.bind(native))
  native.instant = () => real().add({ milliseconds: ahead }) as ReturnType<Instants['instant']>
}
