import { fileComplaint, readBooking } from '@buy-locals/contracts/booking/operations'
import { readReceipt } from '@buy-locals/contracts/payment/operations'
import { expect } from '@playwright/test'
import { beginning } from '../src/beginning.ts'
import { mailTo } from '../src/dev-inbox.ts'
import { test } from '../src/journey.ts'
import { demoPerson, registerPerson } from '../src/people.ts'
import { openShop } from '../src/shop.ts'
import { untilAfter } from '../src/time.ts'
import { bookVisit, payVisit } from '../src/visits.ts'

test('of two customers who say during the visit that nobody is there, one accepts what the owner offers, and the operator decides about the other', async ({
  browse,
  advanceTime,
  texts,
}) => {
  const { dashboard, features } = texts
  const shop = await openShop()
  const [person, dan] = [await registerPerson('Cora Lane'), await registerPerson('Dan Rivers')]
  const visits = { cora: await bookVisit(shop, person, { days: 1, at: 1 }), dan: await bookVisit(shop, dan, { days: 1, at: 1 }) } // prettier-ignore
  const booking = visits.cora
  await payVisit(person, booking.id)
  await payVisit(dan, visits.dan.id)
  const read = () => person.call(readBooking, { params: { bookingId: booking.id } })
  await expect.poll(async () => (await read()).status).toBe('confirmed')
  const cora = await browse(person)
  await advanceTime(await untilAfter(booking.start))

  await cora.goTo(`/bookings/${booking.id}`, features('booking.one'))
  await cora.step('reports a problem', () => cora.press('button', features('ownBooking.complain')), {
    focus: ['button', features('ui.close')],
  })
  await cora.step('without saying what', () => cora.press('button', features('ownBooking.complaintSend')), {
    focus: ['textbox', features('ownBooking.complaintText')],
  })
  await cora.step(
    'says what',
    async () => {
      await cora.write(features('ownBooking.complaintText'), 'The door is locked and nobody answers.')
      await cora.press('button', features('ownBooking.complaintSend'))
    },
    { focus: ['group', beginning(features('booking.complaintSent'))] },
  )

  const owner = await browse(shop.owner)
  await owner.step('reads it', () => owner.open(`/dashboard/${shop.id}/board/bookings/${booking.id}`), {
    focus: ['button', features('ui.close')],
  })
  await expect(owner.page.getByText('The door is locked and nobody answers.').first()).toBeVisible()
  await owner.step(
    'answers and offers a refund',
    async () => {
      await owner.write(dashboard('booking.reply'), 'The bus was late. Sorry!')
      await owner.write(dashboard('booking.refundToPropose'), '20')
      await owner.press('button', dashboard('booking.replySend'))
    },
    { focus: ['heading', /./], announced: dashboard('booking.replyDone') },
  )

  await expect.poll(async () => (await read()).complaint?.reply).toBe('The bus was late. Sorry!')
  await cora.goTo(`/bookings/${booking.id}`, features('booking.one'))
  await expect(cora.page.getByText(features('ownBooking.complaintOffered', { amount: '$20.00' }))).toBeVisible()
  await cora.step(
    'accepts it',
    () => cora.press('button', features('ownBooking.complaintAccept', { amount: '$20.00' })),
    {
      focus: ['status', beginning(features('booking.complaintRefunded'))],
      announced: features('booking.complaintRefunded'),
    },
  )

  const ofDan = { params: { bookingId: visits.dan.id } }
  await dan.call(fileComplaint, { ...ofDan, body: { text: 'I waited for an hour.' } })
  const operator = await browse(await demoPerson('admin'))
  await operator.goTo('/dashboard/operator/complaints', dashboard('operator.complaintsTitle'))
  await expect(operator.page.getByText('I waited for an hour.')).toBeVisible()
  const begin = () =>
    operator.press('button', dashboard('operator.decideName', { name: 'Dan Rivers', service: 'Haircut' }))
  await operator.step('begins to decide', begin, { focus: ['heading', /./] })
  await operator.choose('radio', beginning(dashboard('operator.refunded')))
  await operator.write(dashboard('booking.refundAmount'), '18')
  const decide = () => operator.press('button', dashboard('booking.refundDo', { amount: '$18.00' }))
  await operator.step('without a reason', decide, { focus: ['textbox', dashboard('operator.reason')] })
  await operator.step(
    'with a reason',
    async () => {
      await operator.write(dashboard('operator.reason'), 'The door was closed.')
      await decide()
    },
    { focus: ['heading', /./], announced: dashboard('operator.decideDone') },
  )
  await mailTo(dan.email, 'The door was closed.')
  await owner.open(`/dashboard/${shop.id}/board/bookings/${visits.dan.id}`)
  await expect(owner.page.getByText('The door was closed.', { exact: false })).toBeVisible()
  const remaining = async () => (await dan.call(readReceipt, ofDan)).total.amount
  await expect.poll(remaining).toBe(4_500 - 1_800)
})
