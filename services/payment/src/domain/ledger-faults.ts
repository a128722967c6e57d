import type { Currency } from '@buy-locals/values/money'

/** What the provider has on record of our payments, in our units, by the ids we gave it. */
export type ProviderRecords = {
  payments: Map<string, { captured: number; refunded: number; transferred: number; disputed: number }>
  /** Charges, refunds, disputes and transfers, before the provider's own fees. */
  moved: Map<Currency, number>
  /** Its balance and the sum of its balance transactions, fees and payouts included: they have to be the same. */
  balances: Map<Currency, { balance: number; transactions: number }>
}

export type CapturedPayment = { id: string; captured: number; refunded: number }

/** The ledger's sums of one payment. `business` is what it was credited, less what was clawed back, whether recovered or owed. */
export type PaymentSums = {
  captured: number
  held: number
  business: number
  fee: number
  refunded: number
  /** What banks have taken and not given back. */
  disputed: number
  /** What of it neither we nor the business had any more. */
  loss: number
  transferred: number
}

/** Where payments and the ledger do not agree, in sentences to print. */
export function faultsOfPayments(
  captured: readonly CapturedPayment[],
  sums: ReadonlyMap<string, PaymentSums>,
): string[] {
  return [
    ...captured.filter(({ id }) => !sums.has(id)).map(({ id }) => `${id} was paid and has no entries`),
    ...captured.flatMap((payment) => faultsOfPayment(payment, sums.get(payment.id))),
  ]
}

function faultsOfPayment(payment: CapturedPayment, sums: PaymentSums | undefined): string[] {
  if (!sums) return []
  const { id } = payment
  const { captured, held, business, fee, refunded, disputed, loss } = sums
  return [
    ...(captured === payment.captured ? [] : [`${id} was paid ${payment.captured}, entered ${captured}`]),
    ...(held + business + fee + refunded + disputed - loss === payment.captured
      ? []
      : [
          `${id}: ${payment.captured} is not held ${held} + business ${business} + fee ${fee} + refunded ${refunded} + disputed ${disputed} - loss ${loss}`,
        ]),
    ...(payment.refunded <= refunded ? [] : [`${id} has ${payment.refunded} as refunded, entered ${refunded}`]),
    ...[held, business, fee, refunded, disputed, loss]
      .filter((part) => part < 0)
      .map((part) => `${id} has a part below zero: ${part}`),
  ]
}

/** Where the ledger and the provider do not agree. `moved`: what the ledger has in its account at the provider. */
export function faultsAgainstProvider(
  records: ProviderRecords,
  sums: ReadonlyMap<string, PaymentSums>,
  moved: ReadonlyMap<Currency, number>,
): string[] {
  const none = { captured: 0, refunded: 0, transferred: 0, disputed: 0 }
  const ofPayments = [...new Set([...records.payments.keys(), ...sums.keys()])].flatMap((id) => {
    const [ours, theirs] = [sums.get(id) ?? none, records.payments.get(id) ?? none]
    return (['captured', 'refunded', 'transferred', 'disputed'] as const)
      .filter((what) => ours[what] !== theirs[what])
      .map((what) => `${id}: we have ${what} ${ours[what]}, the provider ${theirs[what]}`)
  })
  const ofCurrencies = [...new Set([...records.moved.keys(), ...moved.keys()])].flatMap((currency) => {
    const [ours, theirs] = [moved.get(currency) ?? 0, records.moved.get(currency) ?? 0]
    return ours === theirs ? [] : [`${currency}: ${ours} is ours in the ledger, ${theirs} at the provider`]
  })
  const ofBalances = [...records.balances]
    .filter(([, { balance, transactions }]) => balance !== transactions)
    .map(
      ([currency, { balance, transactions }]) =>
        `${currency}: the provider's balance ${balance} is not the sum of its movements ${transactions}`,
    )
  return [...ofPayments, ...ofCurrencies, ...ofBalances]
}
