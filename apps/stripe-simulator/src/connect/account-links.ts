import type { DatabaseSync } from 'node:sqlite'
import { randomText } from '../books/ids.ts'
import { changeSetting, setting } from '../books/database.ts'
import { endpoint } from '../wire/endpoint.ts'
import { invalid } from '../wire/refusal.ts'
import { connectedAccount } from './accounts.ts'

export type AccountLink = { account: string; returnUrl: string; refreshUrl: string; expiresAt: number }

const lifetime = 300

export function linkWith(db: DatabaseSync, token: string): AccountLink | undefined {
  const stored = setting(db, `account-link ${token}`)
  return stored === undefined ? undefined : (JSON.parse(stored) as AccountLink)
}

const address = (name: 'return_url' | 'refresh_url', url: string | undefined) => {
  if (!url) throw invalid(`Missing required param: ${name}.`, { code: 'parameter_missing', param: name })
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw invalid('Not a valid URL', { code: 'url_invalid', param: name })
  return url
}

export const accountLinks = [
  endpoint({
    method: 'post',
    path: '/v1/account_links',
    params: 'AccountLinkCreateParams',
    honours: ['account', 'type', 'return_url', 'refresh_url', 'collect', 'collection_options'],
    returns: 'AccountLink',
    answer: (call, params) => {
      const link: AccountLink = {
        account: connectedAccount(call, params.account).id,
        returnUrl: address('return_url', params.return_url),
        refreshUrl: address('refresh_url', params.refresh_url),
        expiresAt: call.now + lifetime,
      }
      const token = randomText(24)
      changeSetting(call.db, `account-link ${token}`, JSON.stringify(link))
      return {
        object: 'account_link' as const,
        created: call.now,
        expires_at: link.expiresAt,
        url: `${call.origin}/onboarding/${token}`,
      }
    },
  }),
]
