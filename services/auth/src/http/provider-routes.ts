import { urlencoded, type Router } from 'express'
import * as api from '@buy-locals/contracts/auth/operations'
import { cookieNames } from '@buy-locals/contracts/cookies'
import { mount } from '@buy-locals/service-kit/mount'
import type { Headers } from '@buy-locals/service-kit/reply'
import { toSecond } from '@buy-locals/values/time'
import type { Deps } from '../deps.ts'
import * as identities from '../persistence/identities.ts'
import { beginByProvider, beginLink } from '../use-cases/begin-by-provider.ts'
import { confirmLink } from '../use-cases/confirm-link.ts'
import { finishByProvider } from '../use-cases/finish-by-provider.ts'
import { unlinkProvider } from '../use-cases/unlink-provider.ts'
import { deviceOf } from './device.ts'
import { keepsTokens, type Present } from './present-session.ts'

const path = '/v1/auth/providers'
const aQuarter = 15 * 60

export function addProviderRoutes(router: Router, deps: Deps, present: Present): void {
  const { providers, secureCookies: secure } = deps
  const keepAttempt = (reply: Headers, { url, attempt }: { url: string; attempt: string }) => {
    reply.cookie(cookieNames.provider, attempt, { maxAge: aQuarter, secure, path })
    return { url }
  }
  mount(router, api.listProviders, deps, async () => ({ items: [...providers.list] }))
  mount(router, api.startProviderSignIn, deps, async ({ params, body, reply }) =>
    keepAttempt(reply, await beginByProvider(deps, { ...params, ...body })),
  )
  mount(router, api.confirmProviderLink, deps, async (call) => {
    const { body, caller } = call
    const device = { device: deviceOf(caller.userAgent), deviceToken: caller.cookies[cookieNames.device] }
    const { to, signedIn } = await confirmLink(deps, { ...body, ...device })
    return { ...(await present(call, signedIn, keepsTokens(caller))), to }
  })
  mount(router, api.finishProviderSignIn, deps, async (call) => {
    const { actor, params, body, caller, reply } = call
    reply.cookie(cookieNames.provider, '', { maxAge: 0, secure, path })
    const { to, signedIn } = await finishByProvider(deps, {
      ...params,
      ...body,
      ...{ by: actor?.id, locale: caller.locale, ip: caller.ip, device: deviceOf(caller.userAgent) },
      attempt: caller.cookies[cookieNames.provider],
      deviceToken: caller.cookies[cookieNames.device],
    })
    return { ...(signedIn && (await present(call, signedIn, keepsTokens(caller)))), to }
  })
  mount(router, api.listMyProviders, deps, async ({ actor }) => {
    const linked = await identities.listOfPerson(deps.db, actor.id)
    return {
      items: providers.list.map((provider) => {
        const { email, linkedAt } = linked.find(({ id }) => id === provider.id) ?? {}
        return { ...provider, isLinked: linkedAt !== undefined, email, linkedAt: linkedAt && toSecond(linkedAt) }
      }),
    }
  })
  mount(router, api.startProviderLink, deps, async ({ actor, params, body, reply }) =>
    keepAttempt(reply, await beginLink(deps, { ...params, ...body, personId: actor.id, to: '/account' })),
  )
  mount(router, api.unlinkProvider, deps, ({ actor, params }) =>
    unlinkProvider(deps, { personId: actor.id, ...params }),
  )

  // A form that Apple's page sends brings no cookie of ours; the address that it leads to does.
  router.post(`${path}/apple/form`, urlencoded({ extended: false, limit: '20kb' }), (req, res) => {
    const fields = Object.entries((req.body ?? {}) as Record<string, unknown>)
    const texts = fields.filter((field): field is [string, string] => typeof field[1] === 'string')
    const response = new URLSearchParams(texts.filter(([name]) => ['code', 'state', 'iss', 'error'].includes(name)))
    res.redirect(303, `/sign-in/apple?${response.toString()}`)
  })
}
