import type { Request, Response } from 'express'
import { api, type Api } from '@buy-locals/api-client/api'
import { Refusal } from '@buy-locals/api-client/refusal'
import { readMe } from '@buy-locals/contracts/auth/operations'
import { listMarkets } from '@buy-locals/contracts/business/operations'
import { readConfig } from '@buy-locals/contracts/host/operations'
import type { Output } from '@buy-locals/contracts/operation'
import type { Clock } from '@buy-locals/values/time'
import { parseCookies } from './cookies.ts'
import { keptFor } from './kept.ts'
import { localeOf } from './locale.ts'

/** One request of one visitor, as every loader sees it. */
export type Visit = {
  /** The API in the visitor's name. */
  call: Api
  me: Output<typeof readMe> | undefined
  config: Output<typeof readConfig>
  markets: Output<typeof listMarkets>['items']
  locale: string
  now: string
  publicUrl: string
  nonce: string
}

type Site = { apiUrl: string; publicUrl: string; clock: Clock }

export async function visitOf({ apiUrl, publicUrl, clock }: Site, req: Request, res: Response): Promise<Visit> {
  const headers = Object.fromEntries(
    ['cookie', 'accept-language', 'x-request-id'].flatMap((name) => {
      const value = req.get(name)
      return value ? [[name, value]] : []
    }),
  )
  const call = api({ baseUrl: apiUrl, headers: () => headers })
  const cookies = parseCookies(req.headers.cookie)
  const isKnown = cookies.has('bl_access')
  const mayDiffer = isKnown || cookies.has('bl_manage')
  res.set('cache-control', mayDiffer ? 'private, no-store' : 'no-cache').vary('cookie, accept-language')

  const [me, config, { items: markets }] = await Promise.all([
    isKnown ? call(readMe, {}).catch(notSignedIn) : undefined,
    keptFor(60, clock, `${apiUrl} config`, () => api({ baseUrl: apiUrl })(readConfig, {})),
    keptFor(60, clock, `${apiUrl} markets`, () => api({ baseUrl: apiUrl })(listMarkets, {})),
  ])
  const locale = localeOf(req.get('accept-language'))
  const nonce = (res.locals as { nonce?: string }).nonce ?? ''
  return { call, me, config, markets, locale, now: clock().toString({ smallestUnit: 'millisecond' }), publicUrl, nonce }
}

function notSignedIn(error: unknown): undefined {
  if (error instanceof Refusal && error.status === 401) return undefined
  throw error
}
