import { z } from 'zod'
import { jobType } from '@buy-locals/service-kit/jobs'
import { id } from '@buy-locals/values/ids'

/** Of earlier releases. The cleanup of every service does its work, so it ends when it runs. */
export const formerCleanupJob = jobType('auth.cleanup', z.object({}), { lane: 'upkeep' })

export const exportJob = jobType('auth.export', z.object({ personId: id('person') }), { lane: 'upkeep' })
