import { z } from 'zod'
import { jobType } from '@buy-locals/service-kit/jobs'
import { id } from '@buy-locals/values/ids'

/** Planted by a migration; runs every day. */
export const cleanupJob = jobType('auth.cleanup', z.object({}))

export const exportJob = jobType('auth.export', z.object({ personId: id('person') }))
