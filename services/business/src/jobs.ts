import { z } from 'zod'
import { jobType } from '@buy-locals/service-kit/jobs'
import { id } from '@buy-locals/values/ids'
import { instant } from '@buy-locals/values/time'

/** After services or ratings of a business have changed. */
export const reindexJob = jobType('business.reindex', z.object({ businessId: id('business') }), { lane: 'counting' })

/** After what is indexed of every business has changed: some at a time, in the order of their ids. */
export const reindexAllJob = jobType('business.reindex-all', z.object({ after: z.string() }), {
  lane: 'upkeep',
  isNeverParked: true,
})

/** When its bytes have arrived. `since`: nobody says when they do, and they are looked for again and again. */
export const processPhotoJob = jobType(
  'business.process-photo',
  z.object({ photoId: id('photo'), since: instant.optional() }),
  { lane: 'media' },
)

export const removeFilesJob = jobType('business.remove-files', z.object({ keys: z.array(z.string()) }), {
  lane: 'upkeep',
})

/** Planted by a migration; runs every day. */
export const removeOrphansJob = jobType('business.remove-orphans', z.object({}), {
  lane: 'upkeep',
  isNeverParked: true,
})
