import { personChanged } from '@buy-locals/contracts/auth/events'
import { claimDecided, claimFiled, claimLinkRequested } from '@buy-locals/contracts/business/events'
import * as api from '@buy-locals/contracts/notification/operations'
import { newId, type Id } from '@buy-locals/values/ids'
import { expect, test } from 'vitest'
import { startNotifications } from './support.ts'

/** Ann claims the page of Corner Cuts, which nobody looks after. */
async function startWithClaim() {
  const notification = await startNotifications()
  const ann = await notification.person('ann@example.com', 'Ann Other')
  const claimId = newId('claim')
  const claim = { businessId: newId('business'), personId: ann, name: 'Corner Cuts', version: 1 }
  const kindsOf = async (as: Id<'person'>) =>
    (await notification.call(api.listNotifications, {}, { as })).body.items.map(({ kind }) => kind)
  return Object.assign(notification, {
    ann,
    claim,
    kindsOf,
    requestLink: (changes: Partial<typeof claim & { token: string }> = {}) =>
      notification.deliver(claimLinkRequested, claimId, changes.version ?? 1, { ...claim, to: 'info@joes.com', token: 'secret-token', ...changes }), // prettier-ignore
    file: () => notification.deliver(claimFiled, claimId, 1, { ...claim, marketId: notification.business.marketId }),
    decide: (outcome: 'approved' | 'rejected', reason?: string) =>
      notification.deliver(claimDecided, claimId, 2, { ...claim, version: 2, outcome, ...(reason && { reason }) }),
    subjectsTo: async (email: string) => (await notification.inbox(email)).map(({ subject }) => subject),
  })
}

test('the link goes to the address at the website alone, once, and says who may use it', async () => {
  await using notification = await startWithClaim()
  const event = await notification.requestLink()
  await notification.redeliver(event)
  await notification.advance('PT1S')
  const [mail, ...more] = await notification.inbox('info@joes.com')
  expect([mail?.subject, more]).toEqual(['Claim Corner Cuts on Buy Locals', []])
  expect(mail?.text).toContain('http://127.0.0.1:4000/claim#secret-token')
  expect(mail?.text, 'whoever reads it is perhaps not who asked for it').not.toContain('Ann')
  expect(mail?.text).toContain('If it wasn’t you, ignore this email')
  expect(await notification.inbox('ann@example.com')).toEqual([])
  expect(await notification.kindsOf(notification.ann)).toEqual([])
  const jobs = await notification.db.selectFrom('jobs').selectAll().execute()
  expect(JSON.stringify(jobs), 'the link is kept until it is sent').not.toContain('secret-token')
})

test('whoever asks for another link is mailed the other one', async () => {
  await using notification = await startWithClaim()
  await notification.requestLink()
  await notification.requestLink({ version: 2, token: 'second-token' })
  await notification.advance('PT1S')
  const texts = (await notification.inbox('info@joes.com')).map(({ text }) => text)
  expect(new Set(texts.map((text) => /#(\S+)/.exec(text)?.[1]))).toEqual(new Set(['second-token', 'secret-token']))
})

test('of a claim that the operator decides the operators of its market are mailed, and whoever made it, and nobody else', async () => {
  await using notification = await startWithClaim()
  const { ann, business } = notification
  const operator = await notification.person('ada@example.com', 'Ada Market')
  await notification.member(operator, business.marketId, 'operator')
  const elsewhere = await notification.person('eve@example.com', 'Eve')
  await notification.member(elsewhere, newId('market'), 'operator')
  await notification.redeliver(await notification.file())
  await notification.advance('PT1S')
  const [toOperator, ...more] = await notification.inbox('ada@example.com')
  expect([toOperator?.subject, more]).toEqual(['Ann Other claims Corner Cuts', []])
  expect(toOperator?.text).toContain('http://127.0.0.1:4000/dashboard/operator/claims')
  expect(await notification.subjectsTo('ann@example.com')).toEqual(['We’ve received your claim of Corner Cuts'])
  expect(await notification.subjectsTo('eve@example.com')).toEqual([])
  expect([await notification.kindsOf(operator), await notification.kindsOf(ann)]).toEqual([
    ['claim-filed'],
    ['claim-received'],
  ])
  expect(await notification.kindsOf(notification.owner), 'of another business').toEqual([])
})

test('whose claim is approved reads where the page is managed', async () => {
  await using notification = await startWithClaim()
  await notification.redeliver(await notification.decide('approved'))
  await notification.advance('PT1S')
  const [mail, ...more] = await notification.inbox('ann@example.com')
  expect([mail?.subject, more]).toEqual(['Corner Cuts is yours', []])
  expect(mail?.text).toContain(`http://127.0.0.1:4000/dashboard/${notification.claim.businessId}/profile`)
  expect(await notification.kindsOf(notification.ann)).toEqual(['claim-approved'])
})

test('whose claim is rejected reads why; without a reason somebody else has got the page', async () => {
  for (const [reason, line] of [
    ['Nobody answered.', 'Reason: Nobody answered.'],
    [undefined, 'Someone else showed that Corner Cuts is theirs.'],
  ] as const) {
    await using notification = await startWithClaim()
    await notification.decide('rejected', reason)
    await notification.advance('PT1S')
    const [mail] = await notification.inbox('ann@example.com')
    expect(mail?.subject).toBe('Your claim of Corner Cuts was not approved')
    expect(mail?.text.split('\n')).toContain(line)
    expect(mail?.text, 'it is not theirs to manage').not.toContain('/dashboard/')
  }
})

test('mails about a claim are in the language of whoever made it', async () => {
  await using notification = await startWithClaim()
  const { ann: id } = notification
  const person = { id, name: 'Ana', email: 'ann@example.com', emailVerified: true, locale: 'es', version: 2, kind: 'account' as const } // prettier-ignore
  await notification.deliver(personChanged, id, 2, person)
  await notification.requestLink()
  await notification.file()
  await notification.decide('rejected', 'No contesta nadie.')
  await notification.advance('PT1S')
  expect(await notification.subjectsTo('info@joes.com')).toEqual(['Reclama Corner Cuts en Buy Locals'])
  expect((await notification.subjectsTo('ann@example.com')).toSorted()).toEqual([
    'Recibimos tu solicitud sobre Corner Cuts',
    'Tu solicitud sobre Corner Cuts no se aprobó',
  ])
})
