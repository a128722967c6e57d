import type { Kysely } from 'kysely'
import type { Redis } from 'ioredis'
import type { Deps as AuthDeps } from '@buy-locals/auth/deps'
import { postgresCredentials } from '@buy-locals/auth/adapters/postgres-credentials'
import { defaultLimits } from '@buy-locals/auth/limits'
import { authService } from '@buy-locals/auth/service'
import { audience, rsaTokens } from '@buy-locals/auth/tokens'
import { config as bookingConfig, type Settings as BookingSettings } from '@buy-locals/booking/config'
import { bookingService } from '@buy-locals/booking/service'
import { gazetteer } from '@buy-locals/business/adapters/gazetteer'
import { config as businessConfig } from '@buy-locals/business/config'
import type { Outside as BusinessDeps } from '@buy-locals/business/deps'
import { businessService } from '@buy-locals/business/service'
import type { ServiceName } from '@buy-locals/contracts/operation'
import { notificationService } from '@buy-locals/notification/service'
import type { Deps as NotificationDeps } from '@buy-locals/notification/deps'
import type { Deps as PaymentDeps } from '@buy-locals/payment/deps'
import { paymentService } from '@buy-locals/payment/service'
import { reviewService } from '@buy-locals/review/service'
import { smtpMail } from '@buy-locals/service-kit/adapters/mail'
import { jwtAuthenticate } from '@buy-locals/service-kit/authenticate'
import type { Clock } from '@buy-locals/service-kit/clock'
import { readConfig } from '@buy-locals/service-kit/config'
import { hostedDeps, type Host } from '@buy-locals/service-kit/host'
import type { KitTables } from '@buy-locals/service-kit/kit-tables'
import type { Log } from '@buy-locals/service-kit/log'
import type { Publish } from '@buy-locals/service-kit/outbox'
import type { Service } from '@buy-locals/service-kit/service'
import type { Config } from './config.ts'
import type { Payments } from './payments.ts'
import type { Secrets } from './secrets.ts'

type Wanted = {
  config: Config
  secrets: Secrets
  databaseUrl: string
  publicUrl: string
  clock: Clock
  log: Log
  publish: Publish
  payments: Payments
  redis: Redis | undefined
  tell: NotificationDeps['tell']
}

export type Composed = {
  services: Service[]
  databases: ReadonlyMap<ServiceName, Kysely<KitTables>>
  /** For the host's own setup and the demonstration, which act without a request. */
  auth: AuthDeps
  business: BusinessDeps
  payment: PaymentDeps
  realtime: ReturnType<typeof jwtAuthenticate>
}

/** The six services, each with its own role's connection, on one clock and one bus. */
export async function compose(wanted: Wanted): Promise<Composed> {
  const { config, secrets, publicUrl, clock, redis } = wanted
  const tokens = await rsaTokens(secrets.signingKeys, publicUrl, clock)
  const believed = { issuer: publicUrl, clock, keys: tokens.jwks }
  const authenticate = jwtAuthenticate({ ...believed, audience: audience.api })
  const databases = new Map<ServiceName, Kysely<KitTables>>()

  const host: Host = {
    databaseUrl: wanted.databaseUrl,
    databaseSecret: secrets.database,
    clock,
    log: wanted.log,
    publish: wanted.publish,
    authenticate,
    allowedOrigins: [new URL(publicUrl).origin],
    publicUrl,
    redis,
    limitFactor: config.LIMIT_FACTOR,
  }
  function base<DB extends KitTables>(name: ServiceName) {
    const deps = hostedDeps<DB>(name, host)
    databases.set(name, deps.db as unknown as Kysely<KitTables>)
    return deps
  }

  const auth = {
    ...base<AuthDatabase>('auth'),
    tokens,
    limits: defaultLimits,
    secureCookies: publicUrl.startsWith('https:'),
  }
  const authDeps: AuthDeps = { ...auth, credentials: postgresCredentials(auth.db) }
  const business: BusinessDeps = {
    ...base('business'),
    places: gazetteer(),
    ...readConfig(businessConfig, config.given),
  }
  const payment: PaymentDeps = {
    ...base('payment'),
    provider: wanted.payments.provider,
    onboardingReturnUrl: (businessId) => `${publicUrl}/dashboard/${businessId}/money`,
  }
  const mail = config.SMTP_URL ? smtpMail({ url: config.SMTP_URL, from: config.MAIL_FROM }) : undefined
  const { tell } = wanted
  return {
    services: [
      authService(authDeps),
      businessService(business),
      bookingService({ ...base('booking'), settings: bookingSettings(config, publicUrl) }),
      paymentService(payment),
      reviewService(base('review')),
      notificationService({ ...base('notification'), mail, tell, publicUrl }),
    ],
    databases,
    auth: authDeps,
    business,
    payment,
    realtime: jwtAuthenticate({ ...believed, audience: audience.realtime }),
  }
}

/** What the environment says, in the light of what this host has decided. */
export function bookingSettings(config: Config, publicUrl: string): BookingSettings {
  const PAYMENTS = config.payments === 'off' ? 'off' : 'on'
  const settings = readConfig(bookingConfig, { ...config.given, PAYMENTS, PUBLIC_URL: publicUrl })
  const [holdsPer, guestVisitsPer] = [
    times(settings.holdsPer, config.LIMIT_FACTOR),
    times(settings.guestVisitsPer, config.LIMIT_FACTOR),
  ]
  return { ...settings, holdsPer, guestVisitsPer }
}

type AuthDatabase = AuthDeps['db'] extends Kysely<infer DB> ? DB & KitTables : never

const times = <T extends Record<string, number>>(limits: T, factor: number): T =>
  Object.fromEntries(Object.entries(limits).map(([name, limit]) => [name, limit * factor])) as T
