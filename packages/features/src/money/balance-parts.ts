import type { readBalance } from '@buy-locals/contracts/payment/operations'
import type { Output } from '@buy-locals/contracts/operation'

/** Where money can be, with the color of each place. */
export const balanceTones = {
  held: 'sky',
  frozen: 'sun',
  disputed: 'sun',
  released: 'leaf',
  owed: 'danger',
} as const

type BalancePart = keyof typeof balanceTones

/** The places that are shown. Disputes are rare: without one they are left out. */
export const listBalanceParts = ({ disputed }: Pick<Output<typeof readBalance>, 'disputed'>): BalancePart[] =>
  (Object.keys(balanceTones) as BalancePart[]).filter((part) => part !== 'disputed' || disputed.amount > 0)
