import { expect, test } from 'vitest'
import { toStripeAmount } from '@buy-locals/payment/adapters/stripe-amount'
import { chargeable } from '@buy-locals/values/card-amounts'
import { exponents } from '@buy-locals/values/currencies'
import type { Currency } from '@buy-locals/values/money'
import { checkChargeable } from '../src/payments/amounts.ts'

const currencies = Object.keys(exponents).filter((code) => Intl.supportedValuesOf('currency').includes(code))

test('every amount the marketplace charges is chargeable, in any currency', () => {
  const charged = currencies
    .flatMap((currency) =>
      [1, 49, 50, 51, 250, 1_234, 4_999, 17_500, 99_999].map((amount) =>
        chargeable({ amount, currency: currency as Currency }),
      ),
    )
    .filter(({ amount }) => amount > 0)
  expect(charged.length).toBeGreaterThan(500)
  for (const money of charged) {
    const wire = toStripeAmount(money)
    expect(() => checkChargeable(wire.amount, wire.currency)).not.toThrow()
  }
})
