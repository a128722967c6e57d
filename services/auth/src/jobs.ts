import { z } from 'zod'
import { jobType } from '@buy-locals/service-kit/jobs'
import { id } from '@buy-locals/values/ids'

export const exportJob = jobType('auth.export', z.object({ personId: id('person') }), { lane: 'upkeep' })
