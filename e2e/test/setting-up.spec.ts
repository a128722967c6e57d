import { findSlots, listServices } from '@buy-locals/contracts/booking/operations'
import { readBusiness, registerBusiness } from '@buy-locals/contracts/business/operations'
import { addDays, toLocalDate } from '@buy-locals/features/time/dates'
import { expect } from '@playwright/test'
import { beginning } from '../src/beginning.ts'
import { test } from '../src/journey.ts'
import { expectOneLine } from '../src/one-line.ts'
import { registerPerson, uniqueSuffix } from '../src/people.ts'
import { address, center, openShop } from '../src/shop.ts'
import { serverTime } from '../src/time.ts'
import { bookVisit } from '../src/visits.ts'

test('a new business sees what is missing, does it, and is asked before anything typed is lost', async ({
  browse,
  conditions,
  texts: { dashboard, features },
}) => {
  const owner = await registerPerson('Bea Rivers')
  const name = `Camelback Cycles ${uniqueSuffix()}`
  const { id } = await owner.call(registerBusiness, { body: { name, categories: ['bike'], address, location: center } })
  const { page, step, goTo, press, write, choose } = await browse(owner)
  const [monday, saturday] = [features('time.monday'), features('time.saturday')]
  await goTo(`/dashboard/${id}/board`, dashboard('board.today'))
  await expect(page.getByText(dashboard('start.stepsLeft', { count: 7 }))).toBeVisible()
  await step('sets the hours', () => press('link', new RegExp(dashboard('start.hours'))), { focus: ['main', ''] })
  await press('button', `${dashboard('hours.addShift')}, ${monday}`)
  await step('copies Monday', () => press('button', `${dashboard('hours.copy')}, ${monday}`), {
    focus: ['button', features('ui.close')],
  })
  await choose('checkbox', saturday)
  await step('to the week', () => press('button', dashboard('hours.copyDone')), {
    focus: ['button', `${dashboard('hours.copy')}, ${monday}`],
  })
  await expect(page.getByLabel(dashboard('hours.opens', { day: saturday }))).not.toHaveValue('')
  const goToTeam = async () => {
    if (conditions.width === 'phone') await press('button', dashboard('shell.menu'))
    await press('link', dashboard('shell.staff'))
  }
  await step('leaves without saving', goToTeam, { focus: ['button', features('ui.close')] })
  await step('stays', () => press('button', dashboard('forms.keepEditing')), {
    focus: ['link', dashboard('shell.staff')],
  })
  await step('saves', () => press('button', dashboard('forms.save')), {
    focus: ['button', dashboard('forms.save')],
    announced: dashboard('hours.saved'),
  })
  await step('adds the team', () => press('link', dashboard('shell.staff')), { focus: ['main', ''] })
  await step('adds somebody', () => press('link', dashboard('staff.add')), {
    focus: ['heading', dashboard('staff.add')],
  })
  await step('without a name', () => press('button', dashboard('forms.save')), {
    focus: ['textbox', dashboard('staff.name')],
  })
  await step(
    'with a name',
    async () => {
      await write(dashboard('staff.name'), 'Bea')
      await press('button', dashboard('forms.save'))
    },
    { focus: ['heading', dashboard('staff.title')], announced: dashboard('forms.saved') },
  )
  await goTo(`/dashboard/${id}/board`, dashboard('board.today'))
  await expect(page.getByText(dashboard('start.stepsLeft', { count: 5 }))).toBeVisible()
})

test('vacation is blocked from one sheet, which lists the bookings that stand in it', async ({
  browse,
  texts: { dashboard, features },
}) => {
  const shop = await openShop({ services: [{ name: 'Trim', price: 3_000, payment: 'at-venue' }] })
  const visit = await bookVisit(shop, await registerPerson('Cora Lane'))
  const { page, step, goTo, press, write, pick } = await browse(shop.owner)
  await goTo(`/dashboard/${shop.id}/board`, dashboard('board.today'))
  await step('blocks time', () => press('button', dashboard('board.block')), {
    focus: ['button', features('ui.close')],
  })
  await pick(dashboard('board.blockKind'), dashboard('board.kind.vacation'))
  await pick(dashboard('board.blockCalendar'), dashboard('board.everyone'))
  await write(dashboard('board.blockOn'), visit.start.slice(0, 10))
  await step(
    'until a day before it begins',
    async () => {
      await write(dashboard('board.blockUntil'), '2020-01-01')
      await press('button', dashboard('board.block'))
    },
    { focus: ['Date', beginning(dashboard('board.blockUntil'))] },
  )
  await write(dashboard('board.blockUntil'), visit.end.slice(0, 10))
  await step('sees who is booked then', () => press('button', dashboard('board.block')), {
    focus: ['group', beginning(dashboard('board.overlapping', { count: 1 }))],
    announced: dashboard('board.blockedDone', { count: 2 }),
  })
  await expect(page.getByRole('link', { name: /Trim/ }).last()).toBeVisible()
})

test('a fair of three days is one range of special hours, and the booking that stands in it is named', async ({
  browse,
  texts: { dashboard, features },
}) => {
  const shop = await openShop({ services: [{ name: 'Trim', price: 3_000, payment: 'at-venue' }] })
  const visit = await bookVisit(shop, await registerPerson('Cora Lane'))
  const day = visit.localStart.slice(0, 10)
  const [first, last] = [addDays(day, -1), addDays(day, 1)]
  const { page, step, goTo, press, write } = await browse(shop.owner)
  const save = () => press('button', dashboard('forms.save'))
  await goTo(`/dashboard/${shop.id}/hours`, dashboard('hours.title'))
  await step('adds special hours', () => press('button', dashboard('hours.addSpecial')), {
    focus: ['Date', dashboard('hours.firstDay')],
  })
  await step('without a day', save, { focus: ['Date', dashboard('hours.firstDay')] })
  await expect(page.getByText(dashboard('hours.missingDate'))).toBeVisible()
  await write(dashboard('hours.firstDay'), last)
  await write(dashboard('hours.lastDay'), first)
  await step('with a last day before the first', save, {
    focus: ['Date', beginning(dashboard('hours.lastDay'))],
  })
  await write(dashboard('hours.firstDay'), first)
  await write(dashboard('hours.lastDay'), last)
  await write(dashboard('hours.note'), 'Spring fair')
  const outside = dashboard('hours.outside', { count: 1 })
  await step('for three days', save, { focus: ['group', beginning(outside)], announced: dashboard('hours.saved') })
  await expect(page.getByRole('list', { name: dashboard('hours.outsideList') }).getByRole('link')).toHaveCount(1)
  const { hours } = await shop.owner.call(readBusiness, { params: shop.params })
  expect(hours?.special).toEqual([first, day, last].map((date) => ({ date, closed: true, note: 'Spring fair' })))
  await step('opens the booking', () => press('link', /Cora Lane, Trim/), { focus: ['button', features('ui.close')] })
})

test('a chair is added, renamed and taken out of use', async ({ browse, texts: { dashboard } }) => {
  const shop = await openShop()
  const { page, step, goTo, press, write, choose } = await browse(shop.owner)
  await goTo(`/dashboard/${shop.id}/resources`, dashboard('resources.title'))
  await step(
    'adds it',
    async () => {
      await write(dashboard('resources.name'), 'Chair 1')
      await press('button', dashboard('resources.add'))
    },
    { focus: ['button', dashboard('resources.add')], announced: dashboard('resources.added') },
  )
  await step('opens it', () => press('link', /Chair 1/), {
    focus: ['heading', dashboard('resources.edit', { name: 'Chair 1' })],
  })
  await write(dashboard('resources.name'), 'Window chair')
  await choose('checkbox', dashboard('resources.active'))
  await step('saves', () => press('button', dashboard('forms.save')), {
    focus: ['heading', dashboard('resources.title')],
    announced: dashboard('forms.saved'),
  })
  await expect(page.getByRole('link', { name: /Window chair/ })).toContainText(dashboard('resources.retired'))
})

test('somebody at the counter is booked for now by a name alone, and the business closes for the rest of the day until that is taken back', async ({
  browse,
  texts: { dashboard, features },
}) => {
  const shop = await openShop({ services: [{ name: 'Trim', price: 3_000, payment: 'at-venue' }] })
  const { page, step, goTo, press, write, choose } = await browse(shop.owner)
  await goTo(`/dashboard/${shop.id}/board`, dashboard('board.today'))
  await press('button', dashboard('board.later'))
  const toToday = page.getByRole('button', { name: dashboard('board.today'), exact: true })
  const toWeek = page.getByRole('link', { name: dashboard('board.week'), exact: true })
  await expectOneLine(toToday, toWeek, page.getByLabel(dashboard('board.goToDay')))
  await press('button', dashboard('board.today'))

  await step('adds a booking', () => press('button', dashboard('board.add')), {
    focus: ['button', features('ui.close')],
  })
  await choose('checkbox', dashboard('booking.ownTime'))
  await write(dashboard('booking.name'), 'Walt Inn')
  await step('books it', () => press('button', dashboard('booking.book')), {
    focus: ['button', dashboard('board.add')],
    announced: beginning(dashboard('booking.booked', { service: 'Trim', when: '' }).replace(/[ .]*$/, '')),
  })

  const params = { businessId: shop.id }
  const readSpecial = async () => (await shop.owner.call(readBusiness, { params })).hours?.special
  await step('closes', () => press('link', dashboard('hours.closeNow')), { focus: ['button', features('ui.close')] })
  await expect(page.getByText(dashboard('board.overlapping', { count: 1 }))).toBeVisible()
  await step('for the rest of the day', () => press('button', dashboard('hours.closeNow')), {
    focus: ['link', dashboard('hours.resume')],
    announced: features('place.opensTomorrow', { time: '' }).trim(),
  })
  expect(await readSpecial()).toHaveLength(1)
  const [service] = (await shop.owner.call(listServices, { params })).items
  const today = toLocalDate(new Date(await serverTime()).toISOString(), 'America/Boise')
  const query = { serviceId: service?.id ?? 'svc_none', from: today, to: today }
  await expect.poll(async () => (await shop.owner.call(findSlots, { params, query })).items).toEqual([])
  await step('would take that back', () => press('link', dashboard('hours.resume')), {
    focus: ['button', features('ui.close')],
  })
  await step('takes it back', () => press('button', dashboard('hours.resume')), {
    focus: ['link', dashboard('hours.closeNow')],
    announced: features('place.openAlways'),
  })
  expect(await readSpecial()).toEqual([])
})
