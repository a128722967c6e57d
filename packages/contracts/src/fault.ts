import type { Money } from '@buy-locals/values/amount'

/** What can be wrong with a field, and which values its sentence has. Apps word the code for people; `detail` is for whoever builds on the API. */
export const faults = {
  unusable: [],
  required: [],
  'too-short': ['min'],
  'too-long': ['max'],
  'too-small': ['min'],
  'too-big': ['max'],
  'too-few': ['min'],
  'too-many': ['max'],
  'not-an-email': [],
  'not-a-web-address': [],
  'not-an-amount': [],
  'not-whole': [],
  'not-listed': [],

  'easy-to-guess': [],
  'weak-password': [],
  'no-market': [],
  'unlisted-zone': [],
  'mailbox-proves-nothing': [],
  'not-of-business': [],
  'named-twice': [],
  'other-currency': ['currency'],
  'over-price': ['price'],
  'below-card-minimum': ['amount'],
  'not-chargeable': ['nearest'],
  'over-payment': ['paid'],
  'under-refund': ['refunded'],
  'end-before-start': [],
  'too-many-days': ['max'],
  'too-far-away': [],
  'repeat-before-start': [],
  'repeated-over-a-day': [],
  'too-many-blocks': ['max'],
  'no-staff': [],
} as const satisfies Record<string, readonly string[]>

export type FaultCode = keyof typeof faults
export type FaultValue = number | string | Money

export type FaultReason = {
  [Code in FaultCode]: { code: Code } & Record<(typeof faults)[Code][number], FaultValue>
}[FaultCode]

/** One thing that is wrong with a request, at the JSON pointer of its field. */
export type Fault = FaultReason & { pointer: string; detail: string }
