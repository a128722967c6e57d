import { registerBusiness } from '@buy-locals/contracts/business/operations'
import { expect } from '@playwright/test'
import { beginning } from '../src/beginning.ts'
import { test } from '../src/journey.ts'
import { registerPerson, uniqueSuffix } from '../src/people.ts'
import { address, center, openShop } from '../src/shop.ts'
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
  })
  await expect(page.getByRole('link', { name: /Trim/ }).last()).toBeVisible()
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
