import { serviceChanged } from '@buy-locals/contracts/booking/events'
import { businessChanged, marketChanged } from '@buy-locals/contracts/business/events'
import { ratingChanged, reviewPublished, reviewReplied } from '@buy-locals/contracts/review/events'
import type { Consumer } from '@buy-locals/service-kit/inbox'
import type { FanOut } from './realtime/fan-out.ts'

const shownEvents = [businessChanged, marketChanged, serviceChanged, reviewPublished, reviewReplied, ratingChanged]

/** A new price or a review is seen at once where this is heard, and within a second where it is not. Free times may always be a second old. */
export const forgetCopies = ({ broadcast }: Pick<FanOut, 'broadcast'>): Consumer[] =>
  shownEvents.map(({ type }) => ({
    name: `server.copies.${type}`,
    handles: type,
    handle: ({ subject, data }) => {
      const { businessId } = data as { businessId?: string }
      return broadcast({
        kind: 'copies-outdated',
        subjects: ['business', subject, ...(businessId ? [businessId] : [])],
      })
    },
  }))
