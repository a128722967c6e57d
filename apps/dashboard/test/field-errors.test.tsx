// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { refuse } from '@buy-locals/api-client/testing/scripted-api'
import { readMe } from '@buy-locals/contracts/auth/operations'
import {
  addService,
  listBusinessBookings,
  readBooking,
  replyToComplaint,
} from '@buy-locals/contracts/booking/operations'
import { findPlaces } from '@buy-locals/contracts/business/operations'
import { readReceipt } from '@buy-locals/contracts/payment/operations'
import { listReviews, replyToReview } from '@buy-locals/contracts/review/operations'
import { translateFrom } from '@buy-locals/features/i18n'
import { choose, errorOf, field, fill, press } from '@buy-locals/features/testing/acts'
import { aBooking, aReview, aService } from '@buy-locals/features/testing/examples'
import type { Locale } from '@buy-locals/values/locale'
import { loadDashboardI18n } from '../src/messages/dashboard-i18n'
import type { english } from '../src/messages/texts-en'
import { startDashboard, text } from './support'

type Refused = Record<
  | 'notChargeable'
  | 'noSlug'
  | 'noReply'
  | 'amount'
  | 'noNumber'
  | 'tooMuch'
  | 'number'
  | 'tooLittle'
  | 'overPrice'
  | 'noPlace'
  | 'foundNone',
  string
>

const languages: [locale: Locale, refused: Refused][] = [
  [
    'en-US',
    {
      notChargeable: 'Cards can’t move exactly this amount. Enter $45.00.',
      noSlug: 'Enter a web address for your page, like rosas-salon',
      noReply: 'Enter your reply',
      amount: 'Enter an amount, like 45 or 12.50',
      tooMuch: 'Enter $45.00 at most',
      noNumber: 'Enter the deposit in percent',
      number: 'Enter a number, like 5 or 2.5',
      tooLittle: 'Enter 0.01 or more',
      overPrice: 'Enter $45.00 at most, the full price',
      noPlace: 'Find your city or ZIP code and choose it',
      foundNone: 'No match. Try the ZIP code.',
    },
  ],
  [
    'es-US',
    {
      notChargeable: 'Las tarjetas no admiten esta cantidad exacta. Escribe $45.00.',
      noSlug: 'Escribe una dirección web para tu página, como salon-rosa',
      noReply: 'Escribe tu respuesta',
      amount: 'Escribe una cantidad, como 45 o 12.50',
      tooMuch: 'Escribe $45.00 como máximo',
      noNumber: 'Escribe el depósito en porcentaje',
      number: 'Escribe un número, como 5 o 2.5',
      tooLittle: 'Escribe 0.01 o más',
      overPrice: 'Escribe $45.00 como máximo, el precio completo',
      noPlace: 'Busca tu ciudad o código postal y elígelo',
      foundNone: 'Sin resultados. Prueba con el código postal.',
    },
  ],
]

async function startIn(locale: Locale) {
  const dashboard = startDashboard()
  dashboard.respond(readMe, { ...dashboard.me, locale })
  const t = translateFrom<typeof english.dashboard>('dashboard')(await loadDashboardI18n(locale))
  return Object.assign(dashboard, { t })
}

/** What the browser lets nobody write more of is all that the API takes. */
function expectLongest(label: string, takes: (text: string) => boolean) {
  const { maxLength } = field(label)
  expect([takes('x'.repeat(maxLength)), takes('x'.repeat(maxLength + 1))]).toEqual([true, false])
}

for (const [locale, refused] of languages) {
  test(`${locale}: a reply to a review is not empty, and no longer than it may be`, async () => {
    using dashboard = await startIn(locale)
    const { t } = dashboard
    const rating = { mean: 4, count: 1, byStars: [0, 0, 0, 1, 0] as [number, number, number, number, number] }
    dashboard.respond(listReviews, { items: [aReview(dashboard.business.id)], rating })
    dashboard.open('reviews')
    fireEvent.click(await screen.findByRole('button', { name: t('reviews.replyName', { name: 'Cleo' }) }))
    const label = t('reviews.replyField')
    fill(label, '   ')
    press(t('reviews.send'))
    expect(errorOf(label)).toBe(refused.noReply)
    fill(label, 'Thank you')
    expect(errorOf(label)).toBeUndefined()
    expectLongest(label, (text) => replyToReview.body.safeParse({ text }).success)
    expect(dashboard.received(replyToReview)).toEqual([])
  })

  test(`${locale}: a reply to a complaint is not empty, and the refund in it is an amount that was paid`, async () => {
    using dashboard = await startIn(locale)
    const { t, business } = dashboard
    const complaint = { text: 'Nobody was there.', decideBy: '2999-01-01T00:00:00Z' }
    const booked = {
      ...aBooking(business.id, { status: 'completed', complainedAt: '2026-11-24T19:00:00Z' }),
      complaint,
    }
    const items = [{ ...booked, customer: { name: 'Cleo' }, resourceIds: [] }]
    dashboard.respond(listBusinessBookings, { timeZone: business.timeZone, items, heldMoves: [], blocks: [] })
    dashboard.respond(readBooking, booked)
    dashboard.respond(readReceipt, refuse('not-found'))
    dashboard.open(`board/bookings/${booked.id}?day=2026-11-24`)
    const send = await screen.findByRole('button', { name: t('booking.replySend') })
    const [reply, refund] = [t('booking.reply'), t('booking.refundToPropose')]
    fill(refund, '45.01')
    fireEvent.click(send)
    expect([errorOf(reply), errorOf(refund)]).toEqual([refused.noReply, refused.tooMuch])
    fill(reply, 'The bus was late.')
    for (const typed of ['twenty', '-5']) {
      fill(refund, typed)
      fireEvent.click(send)
      await waitFor(() => expect(errorOf(refund)).toBe(refused.amount))
    }
    expectLongest(reply, (text) => replyToComplaint.body.safeParse({ text }).success)
    expect(dashboard.received(replyToComplaint)).toEqual([])
  })

  test(`${locale}: a deposit is a number or an amount, and more than nothing`, async () => {
    using dashboard = await startIn(locale)
    const { t } = dashboard
    dashboard.open('services/new')
    const online = await screen.findByRole('radio', { name: new RegExp(`^${t('services.online')}`) })
    fireEvent.click(online)
    const share = t('services.deposit')
    for (const [typed, error] of [
      ['half', refused.number],
      ['', refused.noNumber],
      ['0', refused.tooLittle],
    ] as const) {
      fill(share, typed)
      press(t('forms.save'))
      await waitFor(() => expect(errorOf(share)).toBe(error))
    }
    choose(t('services.depositAmount'))
    const amount = t('services.depositFixed')
    fill(t('services.name'), 'Shave')
    for (const typed of ['-1', '1000000']) {
      fill(t('services.price'), typed)
      press(t('forms.save'))
      await waitFor(() => expect(errorOf(t('services.price'))).toBe(refused.amount))
    }
    fill(t('services.price'), '45')
    for (const [typed, error] of [
      ['', refused.amount],
      ['ten', refused.amount],
      ['-1', refused.amount],
      ['45.01', refused.overPrice],
    ] as const) {
      fill(amount, typed)
      press(t('forms.save'))
      await waitFor(() => expect(errorOf(amount)).toBe(error))
    }
    expect(dashboard.received(addService)).toEqual([])
  })

  test(`${locale}: a place that was not looked for, or is not found, is said at its field`, async () => {
    using dashboard = await startIn(locale)
    const { t } = dashboard
    dashboard.respond(findPlaces, { items: [] })
    dashboard.open('/new')
    const find = await screen.findByRole('button', { name: t('profile.findAct') })
    const place = t('profile.find')
    fireEvent.click(find)
    expect(errorOf(place)).toBe(refused.noPlace)
    fill(place, 'Nowhere')
    fireEvent.click(find)
    await screen.findByText(refused.foundNone)
    expect(errorOf(place)).toBe(refused.foundNone)
    fill(place, 'Nowhere 2')
    expect(errorOf(place)).toBeUndefined()
  })

  test(`${locale}: an emptied line is asked for by its name`, async () => {
    using dashboard = await startIn(locale)
    const { t } = dashboard
    dashboard.open('profile')
    await screen.findByLabelText(t('profile.address'))
    fill(t('profile.address'), '')
    press(t('forms.save'))
    await waitFor(() => expect(errorOf(t('profile.address'))).toBe(refused.noSlug))
  })

  test(`${locale}: what the server refuses of an amount is told at its field, in the words of the reader`, async () => {
    using dashboard = await startIn(locale)
    const { t } = dashboard
    const fault = { code: 'not-chargeable', nearest: { amount: 4_500, currency: 'USD' } }
    const errors = [{ pointer: '/body/price/amount', detail: 'by card, $45.00 is the nearest price', ...fault }]
    dashboard.respond(addService, refuse('invalid-request', { errors }))
    dashboard.open('services/new')
    await screen.findByLabelText(t('services.name'))
    fill(t('services.name'), 'Shave')
    fill(t('services.price'), '45.01')
    press(t('forms.save'))
    await waitFor(() => expect(errorOf(t('services.price'))).toBe(refused.notChargeable))
  })
}

test('what the server refuses of something that the form does not show is told in words', async () => {
  using dashboard = await startIn('en-US')
  const errors = [
    { pointer: '/body/price/amount', detail: 'no more than 1000', code: 'not-an-amount' },
    { pointer: '/body/slotEveryMinutes', detail: 'a whole number', code: 'not-whole' },
  ]
  dashboard.respond(addService, refuse('invalid-request', { errors }))
  dashboard.open('services/new')
  await screen.findByLabelText('Name')
  fill('Name', 'Shave')
  fill('Price', '45.01')
  press('Save')
  await screen.findByText('This isn’t accepted. Enter an amount, like 45 or 12.50. Enter a whole number, like 5.')
  expect(errorOf('Price')).toBe('Enter an amount, like 45 or 12.50')
})

test('what was wrong in a field that is no longer shown keeps nothing from being saved', async () => {
  using dashboard = await startIn('en-US')
  dashboard.respond(addService, aService(dashboard.business.id))
  dashboard.open('services/new')
  fireEvent.click(await screen.findByRole('radio', { name: /^Online/ }))
  fill('Name', 'Shave')
  fill('Price', '45')
  fill('Deposit (%)', 'half')
  fill('Late cancellation refund', 'nothing')
  choose('Fixed amount')
  fill('Deposit per spot', 'ten')
  choose('At the shop')
  press('Save')
  await text('Saved.')
  expect(dashboard.received(addService)[0]?.body).toMatchObject({ payment: 'at-venue', depositBasisPoints: 10_000 })
})

test('that nothing of a group was chosen is said at the group', async () => {
  using dashboard = await startIn('en-US')
  dashboard.open('/new')
  await screen.findByRole('button', { name: 'Add business' })
  press('Add business')
  const error = await screen.findByText('Choose at least one')
  const group = screen.getByRole('group', { name: 'Categories' })
  expect(document.getElementById(group.getAttribute('aria-describedby') ?? '')?.textContent).toBe(error.textContent)
})
