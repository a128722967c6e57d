import type { DatabaseSync } from 'node:sqlite'
import { endpoint } from '../api/endpoint.ts'
import { invalidRequest, missingParam } from '../api/error.ts'
import { isHttpUrl } from '../api/params.ts'
import { changeSetting, setting } from '../database/database.ts'
import { randomText } from '../ids.ts'
import { connectedAccount } from './accounts.ts'

export type AccountLink = { account: string; returnUrl: string; refreshUrl: string; expiresAt: number }

const validForSeconds = 300

export function findAccountLink(db: DatabaseSync, token: string): AccountLink | undefined {
  const stored = setting(db, `account-link ${token}`)
  return stored === undefined ? undefined : (JSON.parse(stored) as AccountLink)
}

function checkUrl(param: 'return_url' | 'refresh_url', url: string | undefined): string {
  if (!url) throw missingParam(param)
  if (!isHttpUrl(url)) throw invalidRequest('Not a valid URL', { code: 'url_invalid', param })
  return url
}

export const accountLinks = [
  endpoint({
    method: 'post',
    path: '/v1/account_links',
    params: 'AccountLinkCreateParams',
    supports: ['account', 'type', 'return_url', 'refresh_url', 'collect', 'collection_options'],
    returns: 'AccountLink',
    handle: (context, params) => {
      const link: AccountLink = {
        account: connectedAccount(context, params.account).id,
        returnUrl: checkUrl('return_url', params.return_url),
        refreshUrl: checkUrl('refresh_url', params.refresh_url),
        expiresAt: context.now + validForSeconds,
      }
      const token = randomText(24)
      changeSetting(context.db, `account-link ${token}`, JSON.stringify(link))
      return {
        object: 'account_link' as const,
        created: context.now,
        expires_at: link.expiresAt,
        url: `${context.origin}/onboarding/${token}`,
      }
    },
  }),
]
