import * as api from '@buy-locals/contracts/auth/operations'
import { claimDecided, claimFiled } from '@buy-locals/contracts/business/events'
import { newId } from '@buy-locals/values/ids'
import { expect, test } from 'vitest'
import { password, startAuth } from './support.ts'

async function startWithClaim() {
  const auth = await startAuth()
  const { person: ann } = await auth.register('ann@example.com', 'Ann Lane')
  const [claimId, marketId, operator] = [newId('claim'), newId('market'), newId('person')]
  await auth.member(operator, marketId, 'operator')
  const claim = { businessId: newId('business'), personId: ann.id, name: 'Joe’s Barbers' }
  return Object.assign(auth, {
    ...{ ann, operator },
    file: (version = 1) => auth.deliver(claimFiled, claimId, version, { ...claim, marketId, version }),
    decide: (version = 2) =>
      auth.deliver(claimDecided, claimId, version, { ...claim, outcome: 'rejected', reason: 'No.', version }),
    read: (as?: typeof operator) => auth.call(api.readClaimant, { params: { claimId } }, { as }),
  })
}

test('the operator who decides a claim reads who files it, how to reach them, and whether the address is theirs', async () => {
  await using auth = await startWithClaim()
  const other = newId('person')
  await auth.member(other, newId('market'), 'operator')
  expect((await auth.read(auth.operator)).status).toBe(404)
  await auth.file()
  const claimant = { name: 'Ann Lane', email: 'ann@example.com', emailVerified: false }
  expect((await auth.read(auth.operator)).body).toEqual(claimant)
  expect([(await auth.read(other)).status, (await auth.read(auth.ann.id)).status, (await auth.read()).status]).toEqual([404, 404, 401]) // prettier-ignore
  const token = await auth.mailed('verify-email', auth.ann.id)
  await auth.call(api.verifyEmail, { body: { token } }, { as: auth.ann.id })
  expect((await auth.read(auth.operator)).body.emailVerified).toBe(true)
})

test('once a claim is decided no operator reads whose it was, in whatever order that arrives', async () => {
  await using auth = await startWithClaim()
  await auth.decide()
  await auth.file()
  expect((await auth.read(auth.operator)).status).toBe(404)
  await auth.file(3)
  expect((await auth.read(auth.operator)).status).toBe(200)
  await auth.decide(4)
  expect((await auth.read(auth.operator)).status).toBe(404)
})

test('whoever is erased is nobody’s claimant, also where the claim arrives later', async () => {
  await using auth = await startWithClaim()
  await auth.file()
  await auth.call(api.eraseMe, { body: { password } }, { as: auth.ann.id })
  await auth.advance('PT1S')
  expect(await auth.db.selectFrom('claims').selectAll().execute()).toEqual([])
  await auth.file(3)
  expect(await auth.db.selectFrom('claims').selectAll().execute()).toEqual([])
})
