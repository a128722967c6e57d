import type { Fault } from './fault.ts'

export type ProblemDefinition = { status: number; title: string }

/** Everything that can be refused. Clients switch on the code and say it in the reader's words. */
export const problems = {
  'invalid-request': { status: 422, title: 'The request is not what the operation takes' },
  unauthenticated: { status: 401, title: 'Sign in first' },
  forbidden: { status: 403, title: 'Your role does not allow this' },
  'not-found': { status: 404, title: 'There is no such thing' },
  'method-not-allowed': { status: 405, title: 'There is no such operation here' },
  stale: { status: 412, title: 'It has changed since you read it' },
  'too-large': { status: 413, title: 'The body is too large' },
  'unsupported-media-type': { status: 415, title: 'Send JSON' },
  'upgrade-required': { status: 426, title: 'This version of the app is too old' },
  'limit-reached': { status: 409, title: 'There are as many as there can be' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  'not-yet': { status: 503, title: 'A fact that this needs is still on its way' },
  internal: { status: 500, title: 'Something broke on our side' },
  'idempotency/key-reused': { status: 422, title: 'That key belongs to another request' },
  'idempotency/in-progress': { status: 409, title: 'The same request is still being answered' },

  'auth/wrong-credentials': { status: 401, title: 'The address or the password is wrong' },
  'auth/email-taken': { status: 409, title: 'There is an account with this address' },
  'auth/session-ended': { status: 401, title: 'The session has ended' },
  'auth/link-invalid': { status: 410, title: 'The link is used or out of date' },
  'auth/password-needed': { status: 409, title: 'Choose a password to finish' },
  'auth/email-unverified': { status: 403, title: 'Verify your address first' },
  'auth/passwords-unavailable': { status: 503, title: 'Passwords cannot be checked or stored right now' },
  'auth/code-needed': { status: 401, title: 'A code from the phone is needed as well' },
  'auth/wrong-code': { status: 403, title: 'The code is wrong, or was used before' },
  'auth/confirmation-needed': { status: 403, title: 'Show the second factor again' },
  'auth/second-factor-on': { status: 409, title: 'The second factor is on already' },
  'auth/second-factor-required': { status: 403, title: 'This takes a second factor' },
  'auth/provider-refused': { status: 401, title: 'The provider did not confirm who this is' },
  'auth/provider-unavailable': { status: 503, title: 'The provider does not answer' },
  'auth/provider-unverified': { status: 403, title: 'The provider has not verified the address' },
  'auth/provider-taken': { status: 409, title: 'It is linked to another account' },
  'auth/link-needed': { status: 409, title: 'There is an account with this address: its password decides' },
  'auth/last-owner': { status: 409, title: 'A business keeps at least one owner' },
  'auth/last-admin': { status: 409, title: 'The platform keeps at least one admin' },

  'business/already-claimed': { status: 409, title: 'Somebody looks after the business already' },
  'business/slug-taken': { status: 409, title: 'Another business has this address' },
  'business/wrong-state': { status: 409, title: 'The business is not in a state for this' },
  'business/places-unavailable': { status: 503, title: 'Addresses cannot be found right now' },
  'business/incomplete': { status: 422, title: 'Something is missing before it can be published' },

  'booking/slot-taken': { status: 409, title: 'That time has just been taken' },
  'booking/already-booked': { status: 409, title: 'You have a booking at that time already' },
  'booking/outside-policy': { status: 422, title: 'The rules of the business do not allow this' },
  'booking/hold-expired': { status: 410, title: 'The time was kept for you and has run out' },
  'booking/too-many-holds': { status: 429, title: 'Too many unpaid bookings at once' },
  'booking/wrong-state': { status: 409, title: 'The booking is not in a state for this' },
  'booking/not-started': { status: 409, title: 'It has not started yet' },
  'booking/price-changed': { status: 409, title: 'The price is not the one that was agreed' },
  'booking/payments-not-ready': { status: 409, title: 'The business cannot take payments yet' },
  'booking/thread-closed': { status: 409, title: 'No more messages can be sent about this booking' },
  'booking/not-reported': { status: 409, title: 'Nothing about this message is to be decided' },
  'booking/no-address': { status: 409, title: 'The customer has no mail address' },
  'booking/nobody-reads': { status: 409, title: 'The business has nobody who could read it' },

  'payment/not-payable': { status: 409, title: 'There is nothing to pay for this booking' },
  'payment/off': { status: 409, title: 'Payments are switched off here' },
  'payment/provider': { status: 503, title: 'The payment provider does not answer' },
  'payment/signature': { status: 400, title: 'The signature does not fit' },

  'review/not-yours': { status: 409, title: 'Members of a business do not review it' },
  'review/not-completed': { status: 409, title: 'Only a completed booking can be reviewed' },
  'review/already': { status: 409, title: 'This booking has its review' },
  'review/already-flagged': { status: 409, title: 'This review has been reported' },
  'review/not-flagged': { status: 409, title: 'Nothing about this review is to be decided' },
  'review/already-replied': { status: 409, title: 'This review has its reply' },

  'notification/sms-off': { status: 409, title: 'No SMS are sent from here' },
  'notification/push-off': { status: 409, title: 'No pushes are sent to such devices from here' },
  'notification/mail-events-off': { status: 409, title: 'No mail events are taken here' },
  'notification/code-wrong': { status: 409, title: 'The code is wrong or out of date' },
  'notification/signature': { status: 400, title: 'The signature does not fit' },
} as const satisfies Record<string, ProblemDefinition>

export type ProblemCode = keyof typeof problems

/** Members that travel beside type, title, status and detail: `alternatives`, `errors`, `retryAfter` … */
export type ProblemExtras = Record<string, unknown> & { retryAfter?: number; errors?: Fault[] }

/** A refusal that we can explain. Anything else that is thrown is our own fault and answers 500. */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly extras: ProblemExtras
  constructor(code: ProblemCode, detail: string, extras: ProblemExtras = {}) {
    super(detail)
    this.name = 'Problem'
    this.code = code
    this.extras = extras
  }
}

export const invalid = (...errors: Fault[]) =>
  new Problem('invalid-request', errors.map(({ pointer, detail }) => `${pointer}: ${detail}`).join('; '), { errors })

/** RFC 9457, as every error leaves the API. */
export const problemDocument = ({ code, message, extras }: Problem) => ({
  type: code,
  code,
  title: problems[code].title,
  status: problems[code].status,
  detail: message,
  ...extras,
})
