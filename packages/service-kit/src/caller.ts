import { parse as parseCookies } from 'cookie'
import type { Request } from 'express'
import { coerce, gte } from 'semver'
import { cookieNames } from '@buy-locals/contracts/cookies'
import { Problem } from '@buy-locals/contracts/problem'
import { knownLocale, negotiateLocale } from '@buy-locals/values/locale'
import { correlation } from './log.ts'

export type Caller = {
  ip: string
  userAgent: string
  /** A phone's app, which keeps its tokens itself. */
  isApp: boolean
  appVersion: string | undefined
  idempotencyKey: string | undefined
  /** Any other header, for what only one service knows: a guest's token, a vendor's signature. */
  header(name: string): string | undefined
  cookies: Readonly<Record<string, string | undefined>>
  /** The language that was chosen in this browser, or else the preferred one of ours. */
  locale: string
  requestId: string
}

export function readCaller(req: Request): Caller {
  const cookies = parseCookies(req.get('cookie') ?? '')
  return {
    ip: req.ip ?? '',
    userAgent: (req.get('user-agent') ?? '').slice(0, 300),
    isApp: req.get('x-client') === 'app',
    appVersion: req.get('x-app-version'),
    idempotencyKey: req.get('idempotency-key'),
    header: (name) => req.get(name),
    cookies,
    locale: knownLocale(cookies[cookieNames.locale]) ?? negotiateLocale(req.get('accept-language')),
    requestId: correlation()?.requestId ?? '',
  }
}

/** Also one that is no more. */
export function showsSession(req: Request, { cookies }: Pick<Caller, 'cookies'> = readCaller(req)): boolean {
  return (
    req.get('authorization') !== undefined || [cookieNames.access, cookieNames.refresh].some((name) => cookies[name])
  )
}

/** `1.2` counts as 1.2.0; a version that cannot be read is older than any. */
export function refuseOldApp({ appVersion }: Caller, minimum: string | undefined): void {
  if (!appVersion || !minimum) return
  const version = coerce(appVersion)
  if (version && gte(version, minimum)) return
  throw new Problem('upgrade-required', `This API needs version ${minimum} of the app`, { minimumAppVersion: minimum })
}
