import type { ServiceName } from '@buy-locals/contracts/operation'
import type { Duty } from '@buy-locals/service-kit/added-work'
import type { CountedMetrics } from '@buy-locals/service-kit/metrics'
import type { Use } from '@buy-locals/service-kit/throttle'
import type { PaymentSettings } from '../payments.ts'
import type { PhoneAppState } from '../phone-app.ts'
import type { Requirement } from '../readiness.ts'
import type { HubMessage } from '../realtime/fan-out.ts'
import type { Secrets } from '../secrets.ts'

export type Role = 'web' | 'worker'

/** What the primary process has, and a child needs. */
export type Opening = {
  role: Role
  databaseUrl: string
  url: string
  secrets: Secrets
  payments: PaymentSettings
  awaited: Requirement[]
  hasScreens: boolean
  /** How often a worker looks for what nobody woke it for. */
  pollMs: number | undefined
}

/** After how many seconds it may be tried again; null where it is within the limit. */
export type RetryAfter = number | null

/** What a child may call. */
export type OfPrimary = {
  broadcast: { input: HubMessage; output: void }
  wake: { input: { service: ServiceName; duties: readonly Duty[] }; output: void }
  consume: { input: readonly Use[]; output: RetryAfter }
  /** Of realtime: one connection more of everybody, or of a person, unless there are as many. */
  addConnection: { input: { of: string; limit: number }; output: boolean }
  removeConnection: { input: string; output: void }
  advance: { input: string; output: void }
  requestPhoneApp: { input: null; output: PhoneAppState }
  metrics: { input: null; output: CountedMetrics[][] }
}

/** What the primary may call. */
export type OfChild = {
  open: { input: Opening; output: void }
  deliver: { input: HubMessage; output: void }
  wake: { input: { service: ServiceName; duties: readonly Duty[] }; output: void }
  require: { input: { requirement: Requirement; isThere: boolean }; output: void }
  /** How far the tests' clock is ahead of the machine's. */
  setClock: { input: string; output: void }
  ping: { input: null; output: void }
  drain: { input: null; output: void }
  openTown: { input: null; output: string }
  metrics: { input: null; output: CountedMetrics[] }
  stop: { input: null; output: void }
}
