import { z } from 'zod'
import { jobType } from '@buy-locals/service-kit/jobs'

/** Planted by a migration; runs every day. */
export const cleanupJob = jobType('auth.cleanup', z.object({}))
