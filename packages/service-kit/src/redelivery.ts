import { z } from 'zod'
import { envelope, type Envelope } from '@buy-locals/contracts/event'
import { redeliveryKind } from './dead-letters.ts'
import type { Consumer } from './inbox.ts'
import { job, jobType, type JobKind } from './jobs.ts'

const redelivery = jobType(redeliveryKind, z.object({ consumer: z.string(), event: envelope }))

/** Gives one consumer an event that was parked for it. */
export const redeliveryJob = (consumers: readonly Consumer[]): JobKind =>
  job(redelivery, async ({ payload: { consumer, event } }) => {
    const found = consumers.find(({ name, handles }) => name === consumer && handles === event.type)
    if (!found) throw new Error(`${consumer} handles no ${event.type} any more`)
    await found.handle(event as Envelope)
  })
