import { acceptInvitation, addMember, listInvitations, removeMember } from '@buy-locals/contracts/auth/operations'
import { listBusinessBookings } from '@buy-locals/contracts/booking/operations'
import { expect } from '@playwright/test'
import { beginning } from '../src/beginning.ts'
import { test } from '../src/journey.ts'
import { openShop } from '../src/shop.ts'
import { demoPerson, uniqueSuffix, registerPerson } from '../src/people.ts'

test('an owner adds a business in three steps, an operator approves it, and a search finds it', async ({
  browse,
  texts: { site, dashboard, features },
}) => {
  const name = `Camelback Cycles ${uniqueSuffix()}`
  const { step, goTo, press, write, pick, choose } = await browse(await registerPerson('Bea Rivers'))
  const stepOf = (at: number, key: 'where' | 'hours') =>
    site('add.stepOf', { at, of: 3, step: site(`add.steps.${key}`) })
  await goTo('/add-business', site('add.title'))
  await step(
    'describes it',
    async () => {
      await write(site('add.name'), name)
      await pick(site('add.kind'), features('category.bike'))
      await write(site('add.about'), 'We true wheels and talk about hills.')
      await press('button', site('add.next'))
    },
    { focus: ['image', stepOf(2, 'where')] },
  )
  await write(site('add.town'), '83702')
  await choose('radio', /Boise/)
  await step(
    'says where it is',
    async () => {
      await write(site('add.street'), '1700 N 13th St')
      await press('button', site('add.next'))
    },
    { focus: ['heading', site('add.hours')] },
  )
  await step('adds it', () => press('button', site('add.save')), {
    focus: ['heading', site('add.doneTitle', { name })],
  })

  const operator = await browse(await demoPerson('admin'))
  await operator.goTo('/dashboard/operator/businesses', '')
  await operator.press('button', dashboard('operator.approveName', { name }))
  await operator.press('button', dashboard('operator.approve'))
  await expect(operator.page.getByText(dashboard('operator.approveDone', { name }))).toBeVisible()

  const visitor = await browse()
  await visitor.goTo('/', features('find.title', { place: '' }).trim())
  await visitor.write(site('home.what'), name)
  await visitor.press('button', site('home.go'))
  await visitor.step('opens what was found', () => visitor.press('link', beginning(name)), { focus: ['heading', name] })
})

test('a dismissed manager loses the dashboard within a second', async ({
  browse,
  texts: { dashboard },
  expectConsoleError,
}) => {
  expectConsoleError(/status of 40[134] /)
  const shop = await openShop()
  const manager = await registerPerson('Max Meyer')
  await shop.owner.call(addMember, { params: shop.params, body: { email: manager.email, role: 'manager' } })
  const [invitation] = (await manager.call(listInvitations, {})).items
  await manager.call(acceptInvitation, { params: { invitationId: invitation?.id ?? 'inv_none' } })
  const { page, goTo } = await browse(manager)
  await goTo(`/dashboard/${shop.id}/board`, dashboard('shell.board'))
  await expect(page.getByText(dashboard('board.live'), { exact: true })).toBeVisible()
  const today = new Date().toISOString().slice(0, 10)
  const listBookings = () =>
    manager.call(listBusinessBookings, { params: shop.params, query: { from: today, to: today } })
  await listBookings()

  await shop.owner.call(removeMember, { params: { ...shop.params, personId: manager.id } })
  await expect(page.getByText(dashboard('failure.notFound'))).toBeVisible({ timeout: 1_000 })
  await expect(listBookings()).rejects.toMatchObject({ status: 404 })
})
