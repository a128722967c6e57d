import { Problem } from '@buy-locals/contracts/problem'

type Reviewer = { isMember: boolean; isByLink: boolean }

/** The link of a booking that the business wrote down goes to the address it wrote down: that may be its own. */
export function refuseReviewer({ isMember, isByLink }: Reviewer, booking: { isEnteredByBusiness: boolean }): void {
  if (isMember) throw new Problem('review/not-yours', 'Members of a business do not review it')
  if (isByLink && booking.isEnteredByBusiness)
    throw new Problem(
      'review/not-yours',
      'The business entered this booking itself: sign in with an account of the address it was sent to, and review it there',
      { rule: 'entered-by-business' },
    )
}
