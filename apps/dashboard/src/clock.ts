import { Temporal } from 'temporal-polyfill'
import { epochMilliseconds } from '@buy-locals/client/clock'

/** By the server's clock. */
export const now = (): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(epochMilliseconds())

/** The reader's own zone. Everything else gets it as an argument. */
export const browserTimeZone = () => Temporal.Now.timeZoneId()
