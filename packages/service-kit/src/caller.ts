import { parse } from 'cookie'
import type { Request } from 'express'
import { Problem } from '@buy-locals/contracts/problem'
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
  /** The language first asked for, as a BCP 47 tag. */
  locale: string
  requestId: string
}

export const readCaller = (req: Request): Caller => ({
  ip: req.ip ?? '',
  userAgent: (req.get('user-agent') ?? '').slice(0, 300),
  isApp: req.get('x-client') === 'app',
  appVersion: req.get('x-app-version'),
  idempotencyKey: req.get('idempotency-key'),
  header: (name) => req.get(name),
  cookies: parse(req.get('cookie') ?? ''),
  locale: /^[a-z]{2,3}(-[a-z0-9]{2,8})*/i.exec(req.get('accept-language') ?? '')?.[0].slice(0, 35) ?? 'en',
  requestId: correlation()?.requestId ?? '',
})

export function refuseOldApp({ appVersion }: Caller, minimum: string | undefined): void {
  if (!appVersion || !minimum || !isOlder(appVersion, minimum)) return
  throw new Problem('upgrade-required', `This API needs version ${minimum} of the app`, { minimumAppVersion: minimum })
}

function isOlder(version: string, than: string): boolean {
  const [a, b] = [version, than].map((text) => text.split('.').map((part) => Number.parseInt(part, 10) || 0))
  for (let i = 0; i < 3; i++) {
    const difference = (a?.[i] ?? 0) - (b?.[i] ?? 0)
    if (difference !== 0) return difference < 0
  }
  return false
}
