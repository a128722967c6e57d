import { completeBooking } from '@buy-locals/contracts/booking/operations'
import { changeMarket, listMarkets } from '@buy-locals/contracts/business/operations'
import { writeReview } from '@buy-locals/contracts/review/operations'
import { expect } from '@playwright/test'
import { mailTo } from '../src/dev-inbox.ts'
import { test } from '../src/journey.ts'
import { demoPerson, registerPerson } from '../src/people.ts'
import { openShop, submitBusiness } from '../src/shop.ts'
import { untilAfter } from '../src/time.ts'
import { bookVisit } from '../src/visits.ts'
import { waitUntil } from '../src/wait-until.ts'

test('an operator sends a business back with a reason, its owner submits it again, and it is approved, suspended and published again', async ({
  browse,
  texts: { dashboard, features },
}) => {
  const bea = await registerPerson('Bea Rivers')
  const [older, newer] = [await submitBusiness(bea), await submitBusiness(bea)]
  const operator = await browse(await demoPerson('admin'))
  const { name } = older
  const reason = 'Say which door it is.'
  await operator.goTo('/dashboard/operator/businesses', dashboard('operator.businessesTitle'))
  const cards = operator.page.getByRole('heading', { level: 2 })
  await expect(cards.first(), 'newest first').toHaveText(newer.name)
  const search = async () => {
    await operator.write(dashboard('operator.search'), name.slice(-6))
    await operator.press('button', dashboard('operator.searchAct'))
    await expect(cards).toHaveText([name])
  }
  await operator.step('searches', search, { focus: ['button', dashboard('operator.searchAct')] })
  await operator.step('sends it back', () => operator.press('button', dashboard('operator.returned.name', { name })), {
    focus: ['button', features('ui.close')],
  })
  const sendBack = () => operator.press('button', dashboard('operator.returned.act'))
  await operator.step('without a reason', sendBack, { focus: ['textbox', dashboard('operator.reason')] })
  await operator.step(
    'with a reason',
    async () => {
      await operator.write(dashboard('operator.reason'), reason)
      await sendBack()
    },
    { focus: ['heading', /./], announced: dashboard('operator.returned.done', { name }) },
  )

  await mailTo(bea.email, reason)
  const owner = await browse(bea)
  await owner.goTo(`/dashboard/${older.id}/profile`, dashboard('profile.title'))
  await expect(owner.page.getByText(dashboard('start.reason', { reason }))).toBeVisible()
  await owner.step('submits it again', () => owner.press('button', dashboard('profile.publish')), {
    focus: ['heading', /./],
    announced: dashboard('profile.publishDone'),
  })

  await operator.goTo('/dashboard/operator/businesses', dashboard('operator.businessesTitle'))
  await operator.step('approves it', () => operator.press('button', dashboard('operator.approveName', { name })), {
    focus: ['button', features('ui.close')],
  })
  await operator.step('means it', () => operator.press('button', dashboard('operator.approve')), {
    focus: ['heading', /./],
    announced: dashboard('operator.approveDone', { name }),
  })
  await mailTo(bea.email, `/dashboard/${older.id}/board`)

  await operator.choose('radio', dashboard('operator.statuses.published'))
  await search()
  await operator.step('suspends it', () => operator.press('button', dashboard('operator.suspendName', { name })), {
    focus: ['button', features('ui.close')],
  })
  const suspend = async () => {
    await operator.write(dashboard('operator.reason'), 'Nobody answers its phone.')
    await operator.press('button', dashboard('operator.suspend'))
  }
  await operator.step('says why', suspend, {
    focus: ['heading', /./],
    announced: dashboard('operator.suspendDone', { name }),
  })
  await mailTo(bea.email, 'Nobody answers its phone.')
  await operator.choose('radio', dashboard('operator.statuses.suspended'))
  const again = () => operator.press('button', dashboard('operator.publishAgainName', { name }))
  await operator.step('thinks better of it', again, { focus: ['button', features('ui.close')] })
  await operator.step('publishes it again', () => operator.press('button', dashboard('operator.publishAgain')), {
    focus: ['heading', /./],
    announced: dashboard('operator.approveDone', { name }),
  })
  await owner.goTo(`/b/${older.slug}`, name)
})

test('an operator is asked about a fee that is high, and reads the one that was saved', async ({
  browse,
  texts: { dashboard, features },
}) => {
  const admin = await demoPerson('admin')
  const [market] = (await admin.call(listMarkets, {})).items
  const { page, step, goTo, press, write } = await browse(admin)
  const setFee = (fee: string) => async () => {
    await write(dashboard('operator.fee'), fee)
    await press('button', dashboard('forms.save'))
  }
  await goTo('/dashboard/operator/settings', dashboard('operator.settingsTitle'))
  try {
    await step('sets one that none has', setFee('31'), { focus: ['textbox', dashboard('operator.fee')] })
    await step('sets a high one', setFee('16'), { focus: ['button', features('ui.close')] })
    await step('means it', () => press('button', dashboard('operator.feeAct')), {
      focus: ['button', dashboard('forms.save')],
      announced: dashboard('forms.saved'),
    })
    await goTo('/dashboard/operator/settings', dashboard('operator.settingsTitle'))
    await expect(page.getByLabel(dashboard('operator.fee'), { exact: true })).toHaveValue(/^16/)
  } finally {
    const { id: marketId = 'mkt_none', feeBasisPoints = 500 } = market ?? {}
    await admin.call(changeMarket, { params: { marketId }, body: { feeBasisPoints } })
  }
})

test('an owner reports two reviews, the operator keeps one and removes the other, and each side reads why', async ({
  browse,
  advanceTime,
  texts: { dashboard, features },
}) => {
  const shop = await openShop({ services: [{ name: 'Yoga', price: 1_500, payment: 'at-venue', capacity: 8 }] })
  const reviewers = [await registerPerson('Cora Lane'), await registerPerson('Dan Rivers')] as const
  const visits = [await bookVisit(shop, reviewers[0], { days: 1 }), await bookVisit(shop, reviewers[1], { days: 1 })]
  await advanceTime(await untilAfter(visits[0]!.end))
  for (const [at, { call, name }] of reviewers.entries()) {
    const params = { bookingId: visits[at]!.id }
    await shop.owner.call(completeBooking, { params })
    const write = () => call(writeReview, { params, body: { stars: 1, text: `${name} froze` } }).catch(() => undefined)
    await waitUntil('the visit can be reviewed', write)
  }
  const [cora, dan] = ['Cora', 'Dan'] as const
  const owner = await browse(shop.owner)
  await owner.goTo(`/dashboard/${shop.id}/reviews`, dashboard('reviews.title'))
  for (const name of [cora, dan]) {
    const begin = () => owner.press('button', dashboard('reviews.reportName', { name }))
    await owner.step(`begins to report what ${name} wrote`, begin, { focus: ['button', features('ui.close')] })
    const report = () => owner.press('button', dashboard('reviews.report'))
    await owner.step('says nothing', report, { focus: ['textbox', dashboard('reviews.reportReason')] })
    const explain = async () => {
      await owner.write(dashboard('reviews.reportReason'), `${name} was never here.`)
      await report()
    }
    await owner.step('says why', explain, { focus: ['heading', /./], announced: dashboard('reviews.reportDone') })
  }
  await expect(owner.page.getByText(dashboard('reviews.reported'))).toHaveCount(2)

  const operator = await browse(await demoPerson('admin'))
  await operator.goTo('/dashboard/operator/reported-reviews', dashboard('operator.reviewsTitle'))
  for (const [name, outcome] of [
    [cora, 'dismissed'],
    [dan, 'removed'],
  ] as const) {
    await expect(operator.page.getByText(`${name} was never here.`)).toBeVisible()
    const begin = () => operator.press('button', dashboard(`operator.${outcome}.name`, { name }))
    await operator.step(`decides about ${name}`, begin, { focus: ['button', features('ui.close')] })
    const decide = async () => {
      await operator.write(dashboard('operator.reason'), `About ${name}: we looked.`)
      await operator.press('button', dashboard(`operator.${outcome}.act`))
    }
    await operator.step('says why', decide, {
      focus: ['heading', /./],
      announced: dashboard(`operator.${outcome}.done`),
    })
  }
  await mailTo(shop.owner.email, `About ${cora}: we looked.`)
  await mailTo(reviewers[1].email, `About ${dan}: we looked.`)
  await owner.goTo(`/dashboard/${shop.id}/reviews`, dashboard('reviews.title'))
  await expect(
    owner.page.getByText(dashboard('reviews.dismissed', { reason: `About ${cora}: we looked.` })),
  ).toBeVisible()
  await expect(owner.page.getByText('Dan Rivers froze')).toHaveCount(0)
  await owner.goTo(`/b/${shop.slug}`, shop.name)
  await expect(owner.page.getByText('Cora Lane froze')).toBeVisible()
  await expect(owner.page.getByText('Dan Rivers froze')).toHaveCount(0)
})
