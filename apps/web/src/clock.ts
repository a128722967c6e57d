import { Temporal } from 'temporal-polyfill'
import type { Clock } from '@buy-locals/values/time'

export const systemClock: Clock = () => Temporal.Now.instant()
