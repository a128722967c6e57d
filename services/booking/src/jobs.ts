import { z } from 'zod'
import { jobType } from '@buy-locals/service-kit/jobs'
import { id } from '@buy-locals/values/ids'
import { localDate } from '@buy-locals/values/time'

const ofBooking = z.object({ bookingId: id('booking') })

export const expireHoldJob = jobType('booking.expire-hold', ofBooking)
export const autoCompleteJob = jobType('booking.auto-complete', ofBooking)
export const endComplaintsJob = jobType('booking.end-complaints', ofBooking)
/** Planted by a migration; runs once. */
export const publishComplaintsJob = jobType('booking.publish-complaints', z.object({}))
const ofBusiness = z.object({ businessId: id('business') })
/** After a change. */
export const countFreeStartsJob = jobType('booking.count-free-starts', ofBusiness, { lane: 'counting' })
/** After a change that may reach beyond the near days. */
export const restartFarCountJob = jobType('booking.restart-far-count', ofBusiness, { lane: 'counting' })
/** Beyond the near days, one window after another. */
export const countFarStartsJob = jobType('booking.count-far-starts', ofBusiness, { lane: 'counting' })
/** On every new day of a zone, for its businesses after that one. */
export const rollFreeStartsJob = jobType(
  'booking.roll-free-starts',
  z.object({ timeZone: z.string(), day: localDate, after: z.string() }),
  { lane: 'counting', isNeverParked: true },
)
