let server: { epochMilliseconds: number; readAt: number } | undefined

const onServer = () => server && server.epochMilliseconds + performance.now() - server.readAt

/** Every response says what time it is. */
export function readServerClock(response: Response): void {
  noteServerTime(Date.parse(response.headers.get('date') ?? ''))
}

/** A time that a cache kept is older than what is known already. */
export function noteServerTime(epochMilliseconds: number): void {
  if (!(epochMilliseconds > (onServer() ?? 0))) return
  server = { epochMilliseconds, readAt: performance.now() }
}

/** For a test, whose server has a clock of its own. */
export function forgetServerClock(): void {
  server = undefined
}

/** The server's clock, as the reader's may be wrong; the reader's until the server has answered. Milliseconds since 1970, because not every app has Temporal. */
export const epochMilliseconds = (): number => Math.round(onServer() ?? deviceMilliseconds())

/** The same, as pages and the API write it. */
export const serverNow = (): string => toText(epochMilliseconds())

/** Of a time that is counted in milliseconds, like the age of what was read. */
export const toText = (milliseconds: number): string => new Date(milliseconds).toISOString()

/** For what a device compares with its own clock alone, which may be wrong but is so before and after. */
export const deviceMilliseconds = (): number => Date.now()
