import type { IncomingHttpHeaders } from 'node:http'
import type { NextFunction, Request, Response } from 'express'
import type { Keys } from '../keys.ts'
import { StripeError } from './error.ts'

export type KeyKind = 'secret' | 'publishable'

const unauthorized = (message: string) => new StripeError(401, { type: 'invalid_request_error', message })

export function keyKindOf(
  { secretKey, publishableKey }: Keys,
  { authorization }: Pick<IncomingHttpHeaders, 'authorization'>,
): KeyKind {
  const key = readKey(authorization)
  if (!key) {
    throw unauthorized(
      "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').",
    )
  }
  if (/^[spr]k_live_/.test(key))
    throw unauthorized('This is a simulator. It refuses live keys, and you should change the one you sent.')
  if (key === secretKey) return 'secret'
  if (key === publishableKey) return 'publishable'
  throw unauthorized(`Invalid API Key provided: ${mask(key)}`)
}

/** The control is for whoever may read the file of keys. */
export const requireSecretKey = (keys: Keys) => (req: Request, _res: Response, next: NextFunction) => {
  if (keyKindOf(keys, req.headers) !== 'secret') throw unauthorized('The control takes the secret key')
  next()
}

export const secretKeyRequired = () =>
  new StripeError(403, {
    type: 'invalid_request_error',
    code: 'secret_key_required',
    message: 'This API call cannot be made with a publishable API key. Please use a secret API key.',
  })

function readKey(authorization = ''): string {
  const [scheme = '', value = ''] = authorization.trim().split(/\s+/)
  if (scheme.toLowerCase() === 'bearer') return value
  if (scheme.toLowerCase() === 'basic') return Buffer.from(value, 'base64').toString().split(':')[0] ?? ''
  return ''
}

const mask = (key: string) =>
  `${key.slice(0, 8).replace(/[^\w]/g, '')}${'*'.repeat(8)}${key.length > 16 ? key.slice(-4).replace(/[^\w]/g, '') : ''}`
