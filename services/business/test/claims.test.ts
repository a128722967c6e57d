import { expect, test } from 'vitest'
import * as api from '@buy-locals/contracts/business/operations'
import { businessRegistered, claimDecided, claimFiled, claimLinkRequested } from '@buy-locals/contracts/business/events'
import { maxMemberships } from '@buy-locals/contracts/auth/limits'
import { maxOpenClaims } from '@buy-locals/contracts/business/shapes'
import { newId, type Id } from '@buy-locals/values/ids'
import { erasePerson } from '../src/use-cases/erase-person.ts'
import { operator, owner, startBusiness, stranger } from './support.ts'

const source = { kind: 'open-data', name: 'Who’s On First', licence: 'CC0-1.0' }
const [ann, bob] = [newId('person'), newId('person')]

async function startTown() {
  const town = await startBusiness()
  /** As it is imported: on the site, and nobody looks after it. */
  const add = async (website: string | undefined = 'https://www.joes.com') => {
    const { id } = await town.publish({ website })
    await town.db
      .updateTable('businesses')
      .set({ claimed: false, source: JSON.stringify(source), site_number: null })
      .where('id', '=', id)
      .execute()
    await town.db.deleteFrom('memberships').where('scope', '=', id).execute()
    return id
  }
  const claim = (businessId: Id<'business'>, body: { mailbox?: string; note?: string }, as: Id<'person'> = ann) =>
    town.call(api.claimBusiness, { params: { businessId }, body }, { as })
  return Object.assign(town, {
    add,
    claim,
    lastToken: async () => (await town.published(claimLinkRequested)).at(-1)?.data.token ?? '',
    confirm: (token: string, as: Id<'person'> = ann) => town.call(api.confirmClaim, { body: { token } }, { as }),
    decide: (claimId: Id<'claim'>, outcome: 'approved' | 'rejected', as = operator) =>
      town.call(api.decideClaim, { params: { claimId }, body: outcome === 'approved' ? { outcome } : { outcome, reason: 'Nobody answered.' } }, { as }), // prettier-ignore
    pending: async () =>
      (await town.call(api.listClaims, { params: { marketId: town.market.id } }, { as: operator })).body.items,
    ownersOf: async (businessId: Id<'business'>) =>
      (await town.published(businessRegistered)).filter(({ data }) => data.businessId === businessId).map(({ data }) => data.ownerId).slice(1), // prettier-ignore
  })
}

test('whoever reads mail at the website becomes the owner by the link, at once and once', async () => {
  await using town = await startTown()
  const id = await town.add()
  expect((await town.read(id)).body.claimDomain).toBe('joes.com')
  const { status, body } = await town.claim(id, { mailbox: 'Info' })
  expect([status, body.status]).toEqual([201, 'mailed'])
  const [request] = await town.published(claimLinkRequested)
  expect(request?.data).toMatchObject({ to: 'info@joes.com', personId: ann, name: "Joe's Barbers" })
  const token = await town.lastToken()
  expect((await town.confirm(token)).body).toMatchObject({ id, claimed: true })
  expect((await town.confirm(token)).status).toBe(200)
  expect(await town.ownersOf(id)).toEqual([ann])
  expect((await town.call(api.changeHours, { params: { businessId: id }, body: { weekly: [] } }, { as: ann })).status).toBe(200) // prettier-ignore
  const { body: page } = await town.read(id)
  expect(page).not.toHaveProperty('claimDomain')
  expect(page).not.toHaveProperty('source')
  expect((await town.call(api.readSitemapPage, { params: { page: 0 } })).body.slugs).toEqual([page.slug])
  expect((await town.claim(id, { note: 'Mine' }, bob)).problem?.type).toBe('business/already-claimed')
  expect(await town.named({})).toEqual(["Joe's Barbers"])
})

test('a link is good for whoever asked for it alone, for two days, and until they ask for another', async () => {
  await using town = await startTown()
  const id = await town.add()
  await town.claim(id, { mailbox: 'info' })
  const first = await town.lastToken()
  expect((await town.confirm(first, stranger)).problem?.type).toBe('auth/link-invalid')
  await town.claim(id, { mailbox: 'joe' })
  const second = await town.lastToken()
  expect((await town.confirm(first)).problem?.type).toBe('auth/link-invalid')
  await town.advance('PT48H1S')
  expect((await town.confirm(second)).problem?.type).toBe('auth/link-invalid')
  expect(await town.ownersOf(id)).toEqual([])
})

test('of two who follow their links at once one gets the page, and the other is told', async () => {
  await using town = await startTown()
  const id = await town.add()
  await town.claim(id, { mailbox: 'ann' }, ann)
  const ofAnn = await town.lastToken()
  await town.claim(id, { mailbox: 'bob' }, bob)
  const ofBob = await town.lastToken()
  const outcomes = await Promise.all([town.confirm(ofAnn, ann), town.confirm(ofBob, bob)])
  expect(outcomes.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 410])
  expect(await town.ownersOf(id)).toHaveLength(1)
  const decided = (await town.published(claimDecided)).map(({ data }) => data.outcome)
  expect(decided.toSorted()).toEqual(['approved', 'rejected'])
})

test('without mail of its own the operator decides, with a reason that is mailed', async () => {
  await using town = await startTown()
  const id = await town.add('https://facebook.com/joes')
  expect((await town.read(id)).body).not.toHaveProperty('claimDomain')
  expect((await town.claim(id, { mailbox: 'joes' })).status).toBe(422)
  expect((await town.claim(id, {})).status).toBe(422)
  await town.claim(id, { note: 'Call the shop.' })
  await town.claim(id, { note: 'It is mine.' }, bob)
  expect((await town.published(claimFiled)).map(({ data }) => data.marketId)).toEqual([town.market.id, town.market.id])
  const [ofAnn, ofBob] = await town.pending()
  expect(ofAnn).toMatchObject({ note: 'Call the shop.', business: { id, name: "Joe's Barbers" } })
  expect((await town.decide(ofAnn!.id, 'rejected', owner)).status).toBe(404)
  expect((await town.decide(ofAnn!.id, 'rejected')).body.status).toBe('rejected')
  expect((await town.decide(ofAnn!.id, 'rejected')).status).toBe(200)
  expect((await town.decide(ofAnn!.id, 'approved')).problem?.type).toBe('business/wrong-state')
  expect((await town.decide(ofBob!.id, 'approved')).body.status).toBe('approved')
  expect(await town.ownersOf(id)).toEqual([bob])
  expect((await town.published(claimDecided)).map(({ data }) => [data.personId, data.outcome, data.reason])).toEqual([
    [ann, 'rejected', 'Nobody answered.'],
    [bob, 'approved', undefined],
  ])
  expect(await town.pending()).toEqual([])
})

test('whoever leaves it to the operator after all has no link any more, and the operator decides of notes alone', async () => {
  await using town = await startTown()
  const id = await town.add()
  const { body: mailed } = await town.claim(id, { mailbox: 'info' })
  expect(await town.pending()).toEqual([])
  expect((await town.decide(mailed.id, 'approved')).problem?.type).toBe('business/wrong-state')
  const { body: noted } = await town.claim(id, { note: 'Call the shop.' })
  expect([noted.id, noted.status]).toEqual([mailed.id, 'pending'])
  expect((await town.confirm(await town.lastToken())).problem?.type).toBe('auth/link-invalid')
  expect(await town.ownersOf(id)).toEqual([])
  expect((await town.decide(noted.id, 'approved')).status).toBe(200)
})

test('who got a page, and who did not, is in the audit with whoever decided it', async () => {
  await using town = await startTown()
  const [first, second] = [await town.add(), await town.add()]
  const { body: ofAnn } = await town.claim(first, { note: 'Call the shop.' })
  const { body: ofBob } = await town.claim(first, { note: 'It is mine.' }, bob)
  await town.decide(ofAnn.id, 'rejected')
  await town.decide(ofBob.id, 'approved')
  await town.claim(second, { mailbox: 'info' })
  await town.confirm(await town.lastToken())
  const rows = await town.db.selectFrom('audit').select(['action', 'actor', 'subject', 'reason']).where('action', 'in', ['business.claimed', 'claim.rejected']).orderBy('id').execute() // prettier-ignore
  expect(rows).toEqual([
    { action: 'claim.rejected', actor: operator, subject: ofAnn.id, reason: 'Nobody answered.' },
    { action: 'business.claimed', actor: operator, subject: first, reason: null },
    { action: 'business.claimed', actor: ann, subject: second, reason: null },
  ])
})

test('of whoever is erased no claim is left, and their link opens nothing', async () => {
  await using town = await startTown()
  const id = await town.add()
  await town.claim(id, { mailbox: 'info' })
  await town.claim(id, { note: 'It is mine.' }, bob)
  await erasePerson(town, { personId: ann, keepReviews: false, version: 1 })
  expect((await town.confirm(await town.lastToken())).problem?.type).toBe('auth/link-invalid')
  const left = await town.db.selectFrom('claims').select('person_id').execute()
  expect(left).toEqual([{ person_id: bob }])
})

test('what is not on the site is claimed by nobody', async () => {
  await using town = await startTown()
  const id = await town.add()
  await town.suspend(id)
  for (const businessId of [id, (await town.register()).id, newId('business')])
    expect((await town.claim(businessId, { note: 'Mine' })).status).toBe(404)
})

test('whoever belongs to as many businesses as one can is given no other, and the page stays to be claimed', async () => {
  await using town = await startTown()
  const id = await town.add()
  const own = Array.from({ length: maxMemberships }, () => ({ person_id: ann, scope: newId('business'), role: 'owner' as const, sequence: 1 })) // prettier-ignore
  await town.db.insertInto('memberships').values(own).execute()
  await town.claim(id, { mailbox: 'info' })
  expect((await town.confirm(await town.lastToken())).problem?.type).toBe('limit-reached')
  expect((await town.read(id)).body).toMatchObject({ claimed: false, claimDomain: 'joes.com' })
})

test('links that nobody followed in time keep nobody else from claiming the page', async () => {
  await using town = await startTown()
  const id = await town.add()
  for (let nth = 0; nth < maxOpenClaims; nth++) {
    expect((await town.claim(id, { mailbox: 'info' }, newId('person'))).status).toBe(201)
    await town.advance('PT1M') // so many are mailed in a minute, and no more
  }
  expect((await town.claim(id, { note: 'Mine' })).problem?.type).toBe('limit-reached')
  await town.advance('PT48H1S')
  expect((await town.claim(id, { note: 'Mine' })).status).toBe(201)
})

test('one person claims a few pages in a day', async () => {
  await using town = await startTown()
  const id = await town.add()
  const claims = await Promise.all(Array.from({ length: 21 }, () => town.claim(id, { note: 'Mine' })))
  expect(claims.filter(({ status }) => status === 201)).toHaveLength(20)
  expect(claims.filter(({ status }) => status === 429)).toHaveLength(1)
})

test('nobody is mailed without end, and one page has few claims', async () => {
  await using town = await startTown()
  const id = await town.add()
  const mails = await Promise.all(Array.from({ length: 6 }, () => town.claim(id, { mailbox: 'info' }, newId('person'))))
  expect(mails.filter(({ status }) => status === 201)).toHaveLength(4)
  expect(mails.filter(({ status }) => status === 429)).toHaveLength(2)
  const notes = await Promise.all(Array.from({ length: 8 }, () => town.claim(id, { note: 'Mine' }, newId('person'))))
  expect(notes.filter(({ status }) => status === 201)).toHaveLength(maxOpenClaims - 4)
  expect(notes.filter(({ problem }) => problem?.type === 'limit-reached')).toHaveLength(2)
})
