import { serviceTerms, type Staff } from '@buy-locals/contracts/booking/shapes'
import type { Currency } from '@buy-locals/values/money'
import type { z } from 'zod'

export type ServiceTerms = z.input<typeof serviceTerms>

/** What a new service begins with: the usual terms, but no name and no price. */
export function usualTerms(currency: Currency, staff: readonly Staff[]) {
  const staffIds = staff.map(({ id }) => id)
  const usual = serviceTerms.parse({ name: '-', durationMinutes: 30, price: { amount: 0, currency }, staffIds })
  const { price: _placeholder, ...terms } = usual
  return { ...terms, name: '' }
}
