import { z } from 'zod'
import { jobType } from '@buy-locals/service-kit/jobs'
import { id } from '@buy-locals/values/ids'

/** After services or ratings of a business have changed. */
export const reindexJob = jobType('business.reindex', z.object({ businessId: id('business') }), { lane: 'counting' })

/** After what is indexed of every business has changed: some at a time, in the order of their ids. */
export const reindexAllJob = jobType('business.reindex-all', z.object({ after: z.string() }), {
  lane: 'upkeep',
  isNeverParked: true,
})
