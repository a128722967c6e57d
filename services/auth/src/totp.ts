import { Secret, TOTP } from 'otpauth'
import type { Temporal } from 'temporal-polyfill'

/** What every app for codes understands (RFC 6238): SHA-1, six digits, thirty seconds. */
const settings = { algorithm: 'SHA1', digits: 6, period: 30 } as const

/** 160 random bits in Base32, as RFC 4226 recommends. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32

/** What the QR code says to the app. */
export const totpUri = (secret: string, label: string): string =>
  new TOTP({ ...settings, issuer: 'Buy Locals', label, secret: Secret.fromBase32(secret) }).toString()

/** Of which step the code is. One step to either side is good too: clocks of phones differ, and people take a while. */
export function findStep(secret: string, code: string, now: Temporal.Instant): number | undefined {
  const timestamp = now.epochMilliseconds
  const delta = TOTP.validate({ ...settings, token: code, secret: Secret.fromBase32(secret), timestamp, window: 1 })
  return delta === null ? undefined : TOTP.counter({ period: settings.period, timestamp }) + delta
}

/** What the app on a phone shows at that moment, for whoever tries the product without one. */
export const codeAt = (secret: string, now: Pick<Temporal.Instant, 'epochMilliseconds'>): string =>
  TOTP.generate({ ...settings, secret: Secret.fromBase32(secret), timestamp: now.epochMilliseconds })
