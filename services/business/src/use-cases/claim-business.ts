import type { Body } from '@buy-locals/contracts/operation'
import { claimFiled, claimLinkRequested } from '@buy-locals/contracts/business/events'
import type { claimBusiness as operation } from '@buy-locals/contracts/business/operations'
import { maxOpenClaims } from '@buy-locals/contracts/business/shapes'
import { invalid, Problem } from '@buy-locals/contracts/problem'
import { record } from '@buy-locals/service-kit/outbox'
import { hashSecret, newSecret } from '@buy-locals/service-kit/secret'
import { newId, type Id } from '@buy-locals/values/ids'
import { toSecond } from '@buy-locals/values/time'
import type { Deps } from '../deps.ts'
import { isOver } from '../domain/claim.ts'
import { toClaimDomain } from '../persistence/claim-domain.ts'
import * as businesses from '../persistence/business-repository.ts'
import * as claims from '../persistence/claims.ts'
import { alreadyClaimed } from '../steps/hand-over.ts'

type Command = Body<typeof operation> & { businessId: Id<'business'>; personId: Id<'person'> }

const linkHours = 48

/** Whoever reads mail at the website becomes the owner by a link; of anybody else the operator decides. Asked again, the link before it opens nothing. */
export async function claimBusiness(
  deps: Deps,
  { businessId, personId, mailbox, note }: Command,
): Promise<claims.Claim> {
  const { db, clock, throttle } = deps
  await throttle.consumeAll([
    { name: 'claim', key: personId, limit: deps.claims },
    ...(mailbox ? [{ name: 'claim-mail', key: businessId, limit: deps.claimMails }] : []),
  ])
  const now = clock()
  return db.transaction().execute(async (tx) => {
    const business = await businesses.lock(tx, businessId)
    if (business.status !== 'published') throw new Problem('not-found', 'There is no such business')
    if (business.claimed) throw alreadyClaimed()
    const others = await claims.listOpenOf(tx, businessId)
    const own = others.find((claim) => claim.personId === personId)
    if (!own && others.filter((claim) => !isOver(claim, now)).length >= maxOpenClaims)
      throw new Problem('limit-reached', 'Too many people claim it already', { rule: 'max-claims', max: maxOpenClaims })
    const id = own?.id ?? newId('claim')
    const version = now.epochMilliseconds
    const about = { businessId, personId, name: business.name, version }
    const store = (change: Parameters<typeof claims.update>[2]) =>
      own
        ? claims.update(tx, id, change)
        : claims.insert(tx, now, { id, businessId, marketId: business.marketId, personId, ...change })
    if (mailbox === undefined) {
      await store({ status: 'pending', note })
      await record(tx, now, claimFiled, id, version, { ...about, marketId: business.marketId })
    } else {
      const domain = toClaimDomain(business)
      if (!domain) throw invalid({ pointer: '/body/mailbox', detail: 'its website is no proof of who has its mail', code: 'mailbox-proves-nothing' }) // prettier-ignore
      const token = newSecret()
      await store({ status: 'mailed', tokenHash: hashSecret(token), expiresAt: now.add({ hours: linkHours }) })
      await record(tx, now, claimLinkRequested, id, version, {
        ...about,
        to: `${mailbox.toLowerCase()}@${domain}`,
        token,
      })
    }
    const status = mailbox === undefined ? 'pending' : 'mailed'
    return {
      id,
      businessId,
      marketId: business.marketId,
      personId,
      status,
      createdAt: own?.createdAt ?? toSecond(now),
      expiresAt: undefined,
    }
  })
}
