import { serviceChanged } from '@buy-locals/contracts/booking/events'
import { businessChanged, marketChanged } from '@buy-locals/contracts/business/events'
import { ratingChanged, reviewPublished, reviewReplied } from '@buy-locals/contracts/review/events'
import type { Consumer } from '@buy-locals/service-kit/inbox'
import type { ReadCache } from '@buy-locals/service-kit/read-cache'

const shownEvents = [businessChanged, marketChanged, serviceChanged, reviewPublished, reviewReplied, ratingChanged]

/** A new price or a review is seen at once where this is heard, and within a second where it is not. Free times may always be a second old. */
export const forgetCopies = (readCache: ReadCache, forgetPages: () => void): Consumer[] =>
  shownEvents.map(({ type }) => ({
    name: `server.copies.${type}`,
    handles: type,
    handle: async ({ subject, data }) => {
      const { businessId } = data as { businessId?: string }
      readCache.forget('business', subject, ...(businessId ? [businessId] : []))
      forgetPages()
    },
  }))
