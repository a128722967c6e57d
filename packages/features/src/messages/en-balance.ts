/** Where the money of a business is. */
export const balance = {
  inPerson: 'Customers pay you in person',
  inPersonText: 'Customers pay at your shop, so there’s nothing to set up.',
  balance: 'Balance',
  held: 'Upcoming',
  heldText: 'Paid for visits that are still to come, or that a customer can still report a problem with.',
  frozen: 'On hold',
  frozenText: 'A customer reported a problem, or a bank is asking. On hold until that’s resolved.',
  disputed: 'Disputed',
  disputedText: 'Taken back by customers’ banks that haven’t decided yet.',
  released: 'Available',
  releasedText: 'Sent to your payout account, less the market’s fee.',
  owed: 'Balance due',
  owedText: 'Refunded or taken back after it was sent to you. We keep it from your next payments.',
  releases: 'Next payouts',
  releasesText:
    'On these days the money leaves our hold, less the market’s fee. Stripe then pays it out to your bank account, usually within two business days.',
}
