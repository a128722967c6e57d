import { Temporal } from 'temporal-polyfill'

let server: { epochMilliseconds: number; readAt: number } | undefined

const serverNow = () => server && server.epochMilliseconds + performance.now() - server.readAt

/** Every response says what time it is. One that a cache kept is older than what is known already. */
export function readServerClock(response: Response): void {
  const epochMilliseconds = Date.parse(response.headers.get('date') ?? '')
  if (!(epochMilliseconds > (serverNow() ?? 0))) return
  server = { epochMilliseconds, readAt: performance.now() }
}

/** For a test, whose server has a clock of its own. */
export function forgetServerClock(): void {
  server = undefined
}

/** The server's clock, as the reader's may be wrong; the reader's until the server has answered. */
export function now(): Temporal.Instant {
  const at = serverNow()
  return at === undefined ? Temporal.Now.instant() : Temporal.Instant.fromEpochMilliseconds(Math.round(at))
}

/** The reader's own zone. Everything else gets it as an argument. */
export const browserTimeZone = () => Temporal.Now.timeZoneId()
