import { invalidRequest } from '../api/error.ts'

const currencies = new Set(Intl.supportedValuesOf('currency').map((code) => code.toLowerCase()))

/** Stripe writes amounts of these with three decimals but settles only tens. */
const threeDecimals = new Set(['bhd', 'iqd', 'jod', 'kwd', 'lyd', 'omr', 'tnd'])
/** These have no decimals today; for history Stripe still writes two, which must be zero. */
const twoZeroDecimals = new Set(['isk', 'ugx'])

const largestAmount = 99_999_999
const smallest: Record<string, number> = {
  ...{ aed: 200, aud: 50, brl: 50, cad: 50, chf: 50, czk: 1500, dkk: 250, eur: 50, gbp: 30, hkd: 400, huf: 17500 },
  ...{ inr: 50, jpy: 50, mxn: 1000, myr: 200, nok: 300, nzd: 50, pln: 200, ron: 200, sek: 300, sgd: 50, thb: 1000 },
  usd: 50,
}

export function parseCurrency(code: string): string {
  const currency = code.toLowerCase()
  if (!currencies.has(currency)) throw invalidRequest(`Invalid currency: ${code}`, { param: 'currency' })
  return currency
}

export function checkAmount(amount: number, currency: string, param = 'amount'): void {
  if (!Number.isInteger(amount))
    throw invalidRequest(`Invalid integer: ${amount}`, { code: 'parameter_invalid_integer', param })
  if (amount < 1)
    throw invalidRequest('This value must be greater than or equal to 1.', { code: 'parameter_invalid_integer', param })
  if (amount > largestAmount)
    throw invalidRequest('Amount must be no more than $999,999.99', { code: 'amount_too_large', param })
  const step = threeDecimals.has(currency) ? 10 : twoZeroDecimals.has(currency) ? 100 : 1
  if (amount % step !== 0) throw invalidRequest(`Amounts in ${currency} must be divisible by ${step}.`, { param })
}

export function checkChargeable(amount: number, currency: string): void {
  checkAmount(amount, currency)
  if (amount < (smallest[currency] ?? 50)) {
    throw invalidRequest(
      `Amount must be at least ${smallest[currency] ?? 50} ${currency} in the smallest currency unit.`,
      {
        code: 'amount_too_small',
        param: 'amount',
      },
    )
  }
}
