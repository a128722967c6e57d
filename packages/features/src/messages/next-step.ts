import { Refusal } from '@buy-locals/api-client/refusal'
import type { ProblemCode } from '@buy-locals/contracts/problem'

export type NextStep = 'sign-in' | 'bookings' | 'account' | 'browse' | 'reload'

const steps: Partial<Record<ProblemCode, NextStep>> = {
  unauthenticated: 'sign-in',
  'auth/session-ended': 'sign-in',
  'auth/email-taken': 'sign-in',
  'auth/email-unverified': 'account',
  'booking/too-many-holds': 'bookings',
  'booking/payments-not-ready': 'browse',
  'payment/off': 'browse',
  stale: 'reload',
  'booking/wrong-state': 'reload',
  'business/wrong-state': 'reload',
  'idempotency/key-reused': 'reload',
}

/** Where somebody goes on after an error; undefined where trying again is all there is. */
export const nextStep = (error: unknown): NextStep | undefined =>
  error instanceof Refusal ? steps[error.code as ProblemCode] : undefined
