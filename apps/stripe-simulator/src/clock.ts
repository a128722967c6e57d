import { Temporal } from 'temporal-polyfill'

export type Clock = () => Temporal.Instant

export const systemClock: Clock = () => Temporal.Now.instant()
