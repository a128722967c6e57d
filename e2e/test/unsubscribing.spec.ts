import { sendMessage } from '@buy-locals/contracts/booking/operations'
import { readNotificationPreferences } from '@buy-locals/contracts/notification/operations'
import { expect } from '@playwright/test'
import { mailTo } from '../src/dev-inbox.ts'
import { test, type Journey } from '../src/journey.ts'
import { registerPerson, type Person } from '../src/people.ts'
import { serverUrl } from '../src/server-process.ts'
import { openShop, type Shop } from '../src/shop.ts'
import { bookVisit } from '../src/visits.ts'

/** The link at the end of the mail about a message of the business. */
async function mailMessage(shop: Shop, person: Person, advanceTime: Journey['advanceTime']): Promise<string> {
  const { id: bookingId } = await bookVisit(shop, person)
  const body = { sentBy: 'business' as const, text: 'Ring the bell.' }
  await shop.owner.call(sendMessage, { params: { bookingId }, body }, { idempotencyKey: crypto.randomUUID() })
  await advanceTime('PT0S') // the customer is notified of it
  await advanceTime('PT3M') // and mailed, for nobody has read it
  const { text } = await mailTo(person.email, '/unsubscribe/')
  return /\/unsubscribe\/\S+/.exec(text)?.[0] ?? ''
}

const areMailed = async ({ call }: Person) => {
  const { items } = await call(readNotificationPreferences, {})
  return items.find(({ kind, channel }) => kind === 'message-from-business' && channel === 'mail')?.enabled
}

const services = [{ name: 'Beard trim', price: 2_200, payment: 'at-venue' as const }]

test('who opens the link of a mail reads what it turns off, turns it off with one press and without an account, and sees it off in their settings', async ({
  browse,
  advanceTime,
  texts: { site, features },
}) => {
  const [shop, cora] = [await openShop({ services }), await registerPerson('Cora Lane')]
  const link = await mailMessage(shop, cora, advanceTime)
  const { page, goTo, step, press } = await browse()
  const kind = features('preference.kind.message-from-business')
  await goTo(link, site('account.unsubscribeTitle'))
  await expect(page.getByText(site('account.unsubscribeText', { kind }))).toBeVisible()
  await expect(page.locator('main').getByRole('button')).toHaveCount(1)
  expect(await areMailed(cora), 'who only opens it turns off nothing').toBe(true)
  await step('turns them off', () => press('button', site('account.unsubscribe')), {
    focus: ['heading', site('account.unsubscribedTitle')],
  })
  await expect.poll(() => areMailed(cora)).toBe(false)
  await goTo(link, site('account.unsubscribedTitle'))

  const own = await browse(cora)
  await own.goTo('/notifications/settings', site('account.preferences'))
  const mailOf = (name: string) =>
    own.page
      .getByLabel(name, { exact: true })
      .getByRole('checkbox', { name: features('preference.channel.mail'), exact: true })
  await expect(mailOf(kind)).not.toBeChecked()
  await expect(mailOf(features('preference.kind.reminder')), 'nothing else is turned off').toBeChecked()
})

test('a mail program presses once, without a session and as a form', async ({
  browse,
  advanceTime,
  texts: { site },
}) => {
  const [shop, cora] = [await openShop({ services }), await registerPerson('Cora Lane')]
  const link = await mailMessage(shop, cora, advanceTime)
  const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })
  const response = await fetch(serverUrl() + link, { method: 'POST', body, redirect: 'manual' })
  expect([response.status, response.headers.get('set-cookie')]).toEqual([204, null])
  await expect.poll(() => areMailed(cora)).toBe(false)
  const { goTo } = await browse()
  await goTo(link, site('account.unsubscribedTitle'))
})
