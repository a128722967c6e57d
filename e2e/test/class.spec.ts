import { expect } from '@playwright/test'
import { mailTo } from '../src/dev-inbox.ts'
import { test } from '../src/journey.ts'
import { registerPerson } from '../src/people.ts'
import { openShop } from '../src/shop.ts'
import { untilAfter } from '../src/time.ts'
import { bookVisit } from '../src/visits.ts'

test('an owner messages a class, notes who came and takes it back, and cancels another as a whole', async ({
  browse,
  advanceTime,
  texts: { dashboard, features },
}) => {
  const shop = await openShop({ services: [{ name: 'Yoga', price: 1_500, payment: 'at-venue', capacity: 8 }] })
  const [cora, dan] = [await registerPerson('Cora Lane'), await registerPerson('Dan Rivers')]
  const visits = { first: await bookVisit(shop, cora), second: await bookVisit(shop, dan) }
  expect(visits.second.start).toBe(visits.first.start)
  const later = await bookVisit(shop, cora, { days: 5 })
  const { page, step, open, press, write } = await browse(shop.owner)
  const sheetOf = ({ id, start }: typeof later) => `/dashboard/${shop.id}/board/groups/${id}?day=${start.slice(0, 10)}`

  await step('opens the class', () => open(sheetOf(visits.first)), { focus: ['button', features('ui.close')] })
  await step('writes to everyone', () => press('button', dashboard('board.messageAll')), {
    focus: ['button', features('ui.close')],
  })
  await step('forgets what', () => press('button', dashboard('board.messageSend')), {
    focus: ['textbox', dashboard('board.message')],
  })
  await step(
    'sends it',
    async () => {
      await write(dashboard('board.message'), 'Bring a mat and a towel.')
      await press('button', dashboard('board.messageSend'))
    },
    {
      focus: ['button', dashboard('board.messageAll')],
      announced: dashboard('board.messageSent', { count: 2 }),
    },
  )
  await mailTo(dan.email, 'Bring a mat and a towel.')

  await advanceTime(await untilAfter(visits.first.start))
  await step('opens the class after it has begun', () => open(sheetOf(visits.first)), {
    focus: ['button', features('ui.close')],
  })
  const came = dashboard('board.cameNamed', { name: 'Cora Lane' })
  const undo = dashboard('board.undoNamed', { name: 'Cora Lane' })
  await step('notes that Cora came', () => press('button', came), {
    focus: ['button', undo],
    announced: came,
  })
  await step('takes it back', () => press('button', undo), {
    focus: ['button', came],
    announced: dashboard('booking.undone'),
  })

  await step('opens the next class', () => open(sheetOf(later)), { focus: ['button', features('ui.close')] })
  await step('cancels it', () => press('button', dashboard('board.cancelSession')), {
    focus: ['button', features('ui.close')],
  })
  await step(
    'for everyone',
    async () => {
      await write(dashboard('board.sessionMessage'), 'The heating is broken.')
      await press('button', dashboard('board.cancelSession'))
    },
    { focus: ['heading', /./], announced: dashboard('board.sessionCancelled', { count: 1 }) },
  )
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await mailTo(cora.email, 'The heating is broken.')
})
