import type { BrowserContext } from '@playwright/test'
import { serverUrl } from './server-process.ts'

/** Moves the time of the server, and returns the new time when everything that became due is done. */
export async function advanceTime(duration: string): Promise<number> {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(`${serverUrl()}/test/clock`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ advance: duration }),
  })
  const { now } = (await response.json()) as { now: string }
  return Date.parse(now)
}

/** The time of the server, which earlier journeys may have moved. */
export const serverTime = (): Promise<number> => advanceTime('PT0S')

/** How far the server is from five minutes after an instant. */
export const untilAfter = async (instant: string): Promise<string> =>
  `PT${Math.round((Date.parse(instant) - (await serverTime())) / 60_000) + 5}M`

/** Gives a browser the server's time, and deletes the cookies that would have expired by then. */
export async function setBrowserTime(context: BrowserContext, now: number): Promise<void> {
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
    construct: (target, args: []) => (args.length ? new target(...args) : new target(now())),
    get: (target, name) => (name === 'now' ? now : (Reflect.get(target, name) as unknown)),
  })
  const native = page.Temporal?.Now
  if (!native) return
  const real = (page.realInstant ??= native.instant.bind(native))
  native.instant = () => real().add({ milliseconds: ahead }) as ReturnType<Instants['instant']>
}
