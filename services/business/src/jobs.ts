import { z } from 'zod'
import { jobType } from '@buy-locals/service-kit/jobs'
import { id } from '@buy-locals/values/ids'

/** After services or ratings of a business have changed. */
export const reindexJob = jobType('business.reindex', z.object({ businessId: id('business') }), { lane: 'counting' })
