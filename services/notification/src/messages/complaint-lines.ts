import type { About } from '../domain/notifications.ts'
import { formatAmount } from './booking-lines.ts'

/** What only one of the two sides reads so. */
type SideTexts = {
  accepted: (business: string) => string
  upheld: string
  rejected: (business: string) => string
  all: (refund: string) => string
  some: (refund: string, paid: string) => string
}

/** How a language says how a complaint ended. */
export type ComplaintTexts = {
  resolved: string
  refunded: string
  declined: string
  declinedMore: string
  reason: (message: string) => string
  nothing: string
  arrival: string
  consumer: SideTexts
  business: SideTexts
}

/** Who ended a complaint, for which reason, and what is refunded, for the side that reads it. */
export const complaintLines =
  (texts: ComplaintTexts) =>
  (about: About): string[] => {
    const { decision, reader, business, message } = about
    const side = reader === 'business' ? texts.business : texts.consumer
    const reason = message ? [texts.reason(String(message))] : []
    if (decision === 'accepted') return [side.accepted(String(business)), ...refundLines(texts, side, about)]
    if (decision === 'refunded' || decision === 'declined')
      return [toVerdict(texts, side, about), ...reason, ...refundLines(texts, side, about)]
    return [texts.resolved, ...reason] // of an earlier release: it may wait to be sent
  }

/** Whoever has paid nothing online reads who is right, and nothing of refunds. Before a refund is declined, the business or the policy may have refunded something. */
function toVerdict(texts: ComplaintTexts, side: SideTexts, { decision, business, refund, paid }: About): string {
  if (paid === undefined) return decision === 'refunded' ? side.upheld : side.rejected(String(business))
  if (decision === 'refunded') return texts.refunded
  return refund === 0 ? texts.declined : texts.declinedMore
}

function refundLines(texts: ComplaintTexts, side: SideTexts, about: About): string[] {
  const { decision, reader, refund, paid } = about
  if (paid === undefined) return []
  if (refund === 0) return [texts.nothing]
  const [back, whole] = [formatAmount(about, refund), formatAmount(about, paid)]
  const arrival = reader === 'business' || decision === 'declined' ? [] : [texts.arrival]
  return [[refund === paid ? side.all(back) : side.some(back, whole), ...arrival].join(' ')]
}
