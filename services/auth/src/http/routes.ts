import type { Router } from 'express'
import * as api from '@buy-locals/contracts/auth/operations'
import { cookieNames } from '@buy-locals/contracts/cookies'
import { Problem } from '@buy-locals/contracts/problem'
import { toSecond } from '@buy-locals/values/time'
import type { Id } from '@buy-locals/values/ids'
import { mount } from '@buy-locals/service-kit/mount'
import { text } from '@buy-locals/service-kit/reply'
import type { Deps } from '../deps.ts'
import * as invitations from '../persistence/invitations.ts'
import * as members from '../persistence/member-repository.ts'
import * as people from '../persistence/person-repository.ts'
import * as epochs from '../persistence/realtime-epochs.ts'
import * as sessions from '../persistence/session-repository.ts'
import { acceptInvitation } from '../use-cases/accept-invitation.ts'
import { addMember } from '../use-cases/add-member.ts'
import { changeEmail } from '../use-cases/change-email.ts'
import { changeMe } from '../use-cases/change-me.ts'
import { changePassword } from '../use-cases/change-password.ts'
import { confirmIdentity, renewAccess } from '../use-cases/confirm-identity.ts'
import { declineInvitation, withdrawInvitation } from '../use-cases/end-invitation.ts'
import { eraseMe } from '../use-cases/erase-me.ts'
import { readExport, readExportFile, requestExport } from '../use-cases/export-me.ts'
import { joinBusiness, readInvitationLink } from '../use-cases/join-business.ts'
import { listOwners } from '../use-cases/list-owners.ts'
import { readClaimant } from '../use-cases/read-claimant.ts'
import { readSecondFactor } from '../use-cases/read-second-factor.ts'
import { refreshSession } from '../use-cases/refresh-session.ts'
import { register } from '../use-cases/register.ts'
import { removeMember } from '../use-cases/remove-member.ts'
import { forgotPassword, setPassword } from '../use-cases/set-password.ts'
import { renewRecoveryCodes, startSecondFactor, turnOnSecondFactor } from '../use-cases/set-up-second-factor.ts'
import { signIn, signInWithCode } from '../use-cases/sign-in.ts'
import { endMySession, signOut } from '../use-cases/sign-out.ts'
import { turnOffSecondFactor } from '../use-cases/turn-off-second-factor.ts'
import { sendVerification, verifyEmail } from '../use-cases/verify-email.ts'
import { addProviderRoutes } from './provider-routes.ts'
import { deviceOf } from './device.ts'
import { keepsTokens, presentAccess, presentSession, rememberDevice, removeCookies } from './present-session.ts'

export function addRoutes(router: Router, deps: Deps): void {
  const present = presentSession(deps)

  mount(router, api.register, deps, async (call) => {
    const { body, caller } = call
    const signedIn = await register(deps, {
      ...body,
      locale: body.locale ?? caller.locale,
      ip: caller.ip,
      device: deviceOf(caller.userAgent),
    })
    return present(call, signedIn, keepsTokens(caller))
  })
  mount(router, api.login, deps, async (call) => {
    const { body, caller } = call
    const deviceToken = caller.cookies[cookieNames.device]
    return present(
      call,
      await signIn(deps, { ...body, ip: caller.ip, device: deviceOf(caller.userAgent), deviceToken }),
      keepsTokens(caller),
    )
  })
  mount(router, api.signInWithCode, deps, async (call) => {
    const { body, caller } = call
    const device = { device: deviceOf(caller.userAgent), deviceToken: caller.cookies[cookieNames.device] }
    return present(call, await signInWithCode(deps, { ...body, ...device }), keepsTokens(caller))
  })
  addProviderRoutes(router, deps, present)
  mount(router, api.refresh, deps, async (call) => {
    const { body, caller, reply } = call
    const renewed = await refreshSession(deps, body?.refreshToken ?? caller.cookies[cookieNames.refresh])
    if (renewed === 'ended') removeCookies(deps, reply)
    if (typeof renewed === 'string') throw new Problem('auth/session-ended', 'The session has ended: sign in again')
    return present(call, renewed, body?.refreshToken !== undefined)
  })
  mount(router, api.logout, deps, async ({ actor, body, caller, reply }) => {
    const refreshToken = body?.refreshToken ?? caller.cookies[cookieNames.refresh]
    await signOut(deps, { refreshToken, sessionId: actor?.sessionId })
    removeCookies(deps, reply)
  })
  mount(router, api.forgotPassword, deps, ({ body, caller }) => forgotPassword(deps, { ...body, ip: caller.ip }))
  mount(router, api.resetPassword, deps, async ({ actor, body, caller, reply }) => {
    const person = await setPassword(deps, { kind: 'reset-password', ...body })
    if (actor?.id === person.id) removeCookies(deps, reply)
    await rememberDevice(deps, { caller, reply }, person)
  })
  mount(router, api.verifyEmail, deps, async ({ actor, body: { token, password }, caller, reply }) => {
    const person =
      password === undefined
        ? await verifyEmail(deps, { token, by: actor?.id })
        : await setPassword(deps, { kind: 'verify-email', token, password })
    if (password === undefined && actor?.id !== person.id) return { person }
    if (password !== undefined && actor?.id === person.id) removeCookies(deps, reply)
    await rememberDevice(deps, { caller, reply }, person)
    return { person }
  })
  mount(router, api.sendVerification, deps, ({ actor }) => sendVerification(deps, actor.id))

  mount(router, api.readMe, deps, async ({ actor }) => ({
    ...(await people.findOrRefuse(deps.db, actor.id)),
    memberships: await members.listOfPerson(deps.db, actor.id),
  }))
  mount(router, api.changeMe, deps, ({ actor, body }) => changeMe(deps, actor.id, body))
  mount(router, api.changePassword, deps, ({ actor, body }) =>
    changePassword(deps, { personId: actor.id, sessionId: actor.sessionId, ...body }),
  )
  mount(router, api.changeEmail, deps, ({ actor, body }) => changeEmail(deps, { personId: actor.id, ...body }))

  mount(router, api.readSecondFactor, deps, ({ actor }) => readSecondFactor(deps, actor.id))
  mount(router, api.startSecondFactor, deps, ({ actor, body }) =>
    startSecondFactor(deps, { personId: actor.id, ...body }),
  )
  mount(router, api.turnOnSecondFactor, deps, async (call) => {
    const { actor, body, caller } = call
    const device = deviceOf(caller.userAgent)
    const { recoveryCodes, ...signedIn } = await turnOnSecondFactor(deps, { personId: actor.id, ...body, device })
    return { ...(await present(call, signedIn, keepsTokens(caller))), recoveryCodes }
  })
  mount(router, api.turnOffSecondFactor, deps, async ({ actor, caller, reply }) => {
    await turnOffSecondFactor(deps, actor.id)
    return presentAccess(deps, { caller, reply }, await renewAccess(deps, actor))
  })
  mount(router, api.renewRecoveryCodes, deps, async ({ actor }) => ({
    recoveryCodes: await renewRecoveryCodes(deps, actor.id),
  }))
  mount(router, api.confirmIdentity, deps, async ({ actor, body, caller, reply }) => {
    const { id: personId, sessionId } = actor
    return presentAccess(deps, { caller, reply }, await confirmIdentity(deps, { personId, sessionId, ...body }))
  })
  mount(router, api.listSessions, deps, async ({ actor }) => ({
    items: (await sessions.listOpen(deps.db, actor.id, deps.clock())).map((session) => ({
      ...session,
      startedAt: toSecond(session.startedAt),
      lastUsedAt: toSecond(session.lastUsedAt),
      isCurrent: session.id === actor.sessionId,
    })),
  }))
  mount(router, api.endSession, deps, ({ actor, params }) => endMySession(deps, { personId: actor.id, ...params }))
  mount(router, api.eraseMe, deps, async ({ actor, body, reply }) => {
    await eraseMe(deps, { personId: actor.id, ...body })
    removeCookies(deps, reply)
  })
  mount(router, api.requestExport, deps, ({ actor }) => requestExport(deps, actor.id))
  mount(router, api.readExport, deps, ({ actor }) => readExport(deps, actor.id))
  mount(router, api.downloadExport, deps, async ({ actor, reply }) => {
    reply.header('content-disposition', 'attachment; filename="buy-locals-my-data.json"')
    return text('application/json', await readExportFile(deps, actor.id))
  })
  mount(router, api.createRealtimeToken, deps, async ({ actor }) => {
    const { token, expiresAt } = await deps.tokens.realtime(actor.id, actor.sessionId)
    return { token, expiresAt: toSecond(expiresAt), epochs: await epochs.listOfMember(deps.db, actor.id) }
  })

  mount(router, api.listMembers, deps, async ({ params }) => ({
    items: await members.list(deps.db, params.businessId),
  }))
  mount(router, api.listOwners, deps, async ({ actor, params }) => ({
    items: await listOwners(deps, { by: actor, ...params }),
  }))
  mount(router, api.readClaimant, deps, ({ actor, params }) => readClaimant(deps, { by: actor, ...params }))
  mount(router, api.addMember, deps, ({ actor, params, body }) => addMember(deps, { by: actor.id, ...params, ...body }))
  mount(router, api.removeMember, deps, ({ actor, params }) => removeMember(deps, { by: actor.id, ...params }))

  mount(router, api.withdrawInvitation, deps, ({ params }) => withdrawInvitation(deps, params))
  mount(router, api.listInvitations, deps, async ({ actor }) => ({ items: await listInvitations(deps, actor.id) }))
  mount(router, api.acceptInvitation, deps, ({ actor, params }) => acceptInvitation(deps, { by: actor.id, ...params }))
  mount(router, api.declineInvitation, deps, ({ actor, params }) =>
    declineInvitation(deps, { by: actor.id, ...params }),
  )
  mount(router, api.readInvitationLink, deps, ({ body }) => readInvitationLink(deps, body.token))
  mount(router, api.joinBusiness, deps, async (call) => {
    const { actor, body, caller } = call
    const { membership, signedIn } = await joinBusiness(deps, {
      ...body,
      by: actor?.id,
      locale: caller.locale,
      ip: caller.ip,
      device: deviceOf(caller.userAgent),
    })
    return { membership, ...(signedIn && (await present(call, signedIn, keepsTokens(caller)))) }
  })
  mount(router, api.leaveBusiness, deps, ({ actor, params }) =>
    removeMember(deps, { by: actor.id, personId: actor.id, ...params }),
  )

  router.get('/.well-known/jwks.json', (_req, res) => {
    res.set('cache-control', 'public, max-age=300').json(deps.tokens.jwks)
  })
}

/** Before an address is verified, nobody who registered with it reads who has invited it. */
async function listInvitations({ db, clock }: Deps, personId: Id<'person'>) {
  const { emailVerified } = await people.findOrRefuse(db, personId)
  const open = emailVerified ? await invitations.listOpen(db, clock(), personId) : []
  return open.map(({ expiresAt, ...invitation }) => ({ ...invitation, expiresAt: toSecond(expiresAt) }))
}
