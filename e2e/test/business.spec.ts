import { acceptInvitation, addMember, listInvitations, removeMember } from '@buy-locals/contracts/auth/operations'
import { listBusinessBookings } from '@buy-locals/contracts/booking/operations'
import { expect } from '@playwright/test'
import { test } from '../src/journey.ts'
import { checkAccessibility } from '../src/accessibility.ts'
import { choose, open } from '../src/pages.ts'
import { openShop } from '../src/shop.ts'
import { demoPerson, uniqueSuffix, registerPerson } from '../src/people.ts'

test('an owner adds a business in three steps, an operator approves it, and a search finds it', async ({ browse }) => {
  const name = `Camelback Cycles ${uniqueSuffix()}`
  const owner = await browse(await registerPerson('Bea Rivers'))
  await open(owner, '/add-business')
  await checkAccessibility(owner)
  await owner.getByLabel('Name of the business').fill(name)
  await owner.getByLabel('What kind of business').selectOption('Bikes')
  await owner.getByLabel('In a few words').fill('We true wheels and talk about hills.')
  await owner.getByRole('button', { name: 'Continue' }).click()

  await owner.getByLabel('Town or ZIP code').fill('83702')
  await choose(owner.getByRole('radio', { name: /Boise/ }).first())
  await owner.getByLabel('Street and number').fill('1700 N 13th St')
  await checkAccessibility(owner)
  await owner.getByRole('button', { name: 'Continue' }).click()
  await expect(owner.getByRole('heading', { name: 'When are you open?' })).toBeVisible()
  await checkAccessibility(owner)
  await owner.getByRole('button', { name: 'Add business' }).click()
  await expect(owner.getByRole('heading', { name: `${name} is with us` })).toBeVisible()
  await checkAccessibility(owner)

  const operator = await browse(await demoPerson('admin'))
  await open(operator, '/dashboard/operator/businesses')
  await operator.getByRole('button', { name: `Approve ${name}` }).click()
  await expect(operator.getByText(`${name} is on the site.`)).toBeVisible()

  const visitor = await browse()
  await open(visitor, '/')
  await visitor.getByRole('searchbox', { name: 'What' }).fill(name)
  await visitor.getByRole('button', { name: 'Search', exact: true }).click()
  await visitor.getByRole('list', { name: 'Places' }).getByRole('link', { name }).click()
  await expect(visitor.getByRole('heading', { level: 1, name })).toBeVisible()
})

test('a dismissed manager loses the dashboard within a second', async ({ browse, expectConsoleError }) => {
  expectConsoleError(/status of 40[134] /)
  const shop = await openShop()
  const manager = await registerPerson('Max Meyer')
  await shop.owner.call(addMember, { params: shop.params, body: { email: manager.email, role: 'manager' } })
  const [invitation] = (await manager.call(listInvitations, {})).items
  await manager.call(acceptInvitation, { params: { invitationId: invitation?.id ?? 'inv_none' } })
  const page = await browse(manager)
  await open(page, `/dashboard/${shop.id}/board`)
  await expect(page.getByText('Live', { exact: true })).toBeVisible()
  const today = new Date().toISOString().slice(0, 10)
  const listBookings = () =>
    manager.call(listBusinessBookings, { params: shop.params, query: { from: today, to: today } })
  await listBookings()

  await shop.owner.call(removeMember, { params: { ...shop.params, personId: manager.id } })
  await expect(page.getByText('There is nothing here')).toBeVisible({ timeout: 1_000 })
  await expect(listBookings()).rejects.toMatchObject({ status: 404 })
})
