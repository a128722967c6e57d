import type { Temporal } from 'temporal-polyfill'

/** Jobs of one lane never wait for those of another. */
export type Lane =
  /** What somebody waits for: holds that expire, refunds. */
  | 'prompt'
  /** What Stripe has notified of, or should have: somebody may wait for it, and it is fetched there, which may take long. */
  | 'webhooks'
  /** What is done or fetched at Stripe, also much at once, while nobody waits. */
  | 'stripe'
  | 'mail'
  | 'sms'
  | 'push'
  /** What is due in its thousands at the same minute, while nobody waits for one of them. */
  | 'bulk-mail'
  | 'bulk-sms'
  | 'bulk-push'
  /** Counts, and what searches find. */
  | 'counting'
  /** Pictures, one at a time: each takes seconds and a good deal of memory. */
  | 'media'
  /** Cleanup, exports, comparisons: nobody notices a minute. */
  | 'upkeep'

/** What a worker looks after of a service. */
export type Duty = 'outbox' | Lane

/** Of a job when it is due. */
export type Work = { duty: Duty; at?: Temporal.Instant }

/** A value of a statement that adds work: the connection tells of it when its transaction is committed. */
export class AddedWork {
  readonly value: string
  readonly work: readonly Work[]
  /** Nothing but the end of the transaction follows its statement, whose result nobody reads. */
  readonly isLast: boolean
  constructor(value: string, work: readonly Work[], { isLast = false } = {}) {
    this.value = value
    this.work = work
    this.isLast = isLast
  }
}

/** The same for a column, whose type is that of the value. */
export const addingWork = (value: string, ...work: Work[]): string => new AddedWork(value, work) as unknown as string
