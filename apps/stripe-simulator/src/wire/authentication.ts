import type { IncomingHttpHeaders } from 'node:http'
import { Refusal } from './refusal.ts'

export type KeyKind = 'secret' | 'publishable'

const unauthorised = (message: string) => new Refusal(401, { type: 'invalid_request_error', message })

export function keyKindOf(headers: IncomingHttpHeaders): KeyKind {
  const key = keyIn(headers.authorization)
  if (!key) {
    throw unauthorised(
      "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').",
    )
  }
  if (/^[spr]k_live_/.test(key))
    throw unauthorised('This is a simulator. It refuses live keys, and you should change the one you sent.')
  if (/^sk_test_\w{8,}$/.test(key)) return 'secret'
  if (/^pk_test_\w{8,}$/.test(key)) return 'publishable'
  throw unauthorised(`Invalid API Key provided: ${masked(key)}`)
}

export const secretKeyRequired = () =>
  new Refusal(403, {
    type: 'invalid_request_error',
    code: 'secret_key_required',
    message: 'This API call cannot be made with a publishable API key. Please use a secret API key.',
  })

function keyIn(authorization = ''): string {
  const [scheme = '', value = ''] = authorization.trim().split(/\s+/)
  if (scheme.toLowerCase() === 'bearer') return value
  if (scheme.toLowerCase() === 'basic') return Buffer.from(value, 'base64').toString().split(':')[0] ?? ''
  return ''
}

const masked = (key: string) =>
  `${key.slice(0, 8).replace(/[^\w]/g, '')}${'*'.repeat(8)}${key.length > 16 ? key.slice(-4).replace(/[^\w]/g, '') : ''}`
