import { expect } from '@playwright/test'
import { beginning } from '../src/beginning.ts'
import { linkIn, mailTo } from '../src/dev-inbox.ts'
import { importListings } from '../src/listings.ts'
import { test } from '../src/journey.ts'
import { demoPerson, registerPerson } from '../src/people.ts'
import { center } from '../src/shop.ts'

test('a listed page is claimed by a link to the domain of its website, and another by what the operator checks; a wrong listing is reported', async ({
  browse,
  texts: { site, dashboard, features },
}) => {
  const places = [{ ...center, website: 'https://www.example.com/boise' }, center]
  const [byLink, byOperator] = await importListings(places)
  if (!byLink || !byOperator) throw new Error('Nothing is listed')
  const ann = await registerPerson('Ann Other')
  const visitor = await browse(ann)
  const { step, open, goTo, press, write, choose } = visitor
  await goTo(`/b/${byLink.slug}`, byLink.name)
  await visitor.skipTo(site('site.skip'))
  await step('says that it is theirs', () => press('link', features('business.claim')), {
    focus: ['heading', site('claim.title', { name: byLink.name })],
  })
  const mailbox = site('claim.mailbox', { domain: 'example.com' })
  await step('without an address', () => press('button', site('claim.mail')), { focus: ['textbox', mailbox] })
  await step(
    'with one',
    async () => {
      await write(mailbox, 'info')
      await press('button', site('claim.mail'))
    },
    { focus: ['heading', site('claim.mailedTitle')] },
  )
  const link = linkIn(await mailTo('info@example.com', byLink.name))
  await step('follows the link', () => open(link.pathname + link.hash), {
    focus: ['document', beginning(site('claim.confirmTitle'))],
  })
  await step('claims the page', () => press('button', site('claim.confirm')), {
    focus: ['heading', site('claim.doneTitle', { name: byLink.name })],
  })
  await step('goes on to its profile', () => press('link', site('claim.manage')), {
    focus: ['document', beginning(dashboard('profile.title'))],
  })

  await goTo(`/b/${byOperator.slug}/claim`, site('claim.title', { name: byOperator.name }))
  await step('says nothing', () => press('button', site('claim.send')), { focus: ['textbox', site('claim.note')] })
  await step(
    'says how it can be checked',
    async () => {
      await write(site('claim.note'), 'Call the shop and ask for Ann.')
      await press('button', site('claim.send'))
    },
    { focus: ['heading', site('claim.pendingTitle')] },
  )
  await goTo(`/b/${byOperator.slug}`, byOperator.name)
  await step('reports it', () => press('link', site('report.title')), { focus: ['heading', site('report.title')] })
  await choose('radio', site('report.faults.wrong-phone'))
  await step('sends the report', () => press('button', site('report.send')), {
    focus: ['heading', site('report.sentTitle')],
  })

  const operator = await browse(await demoPerson('admin'))
  await operator.goTo('/dashboard/operator/reports', dashboard('operator.reports'))
  await expect(operator.page.getByText(dashboard('operator.faults.wrong-phone'))).toBeVisible()
  const resolve = dashboard('operator.resolveReportName', { name: byOperator.name })
  await operator.step('has dealt with the report', () => operator.press('button', resolve), {
    focus: ['heading', /./],
    announced: dashboard('operator.reportResolved'),
  })
  await operator.goTo('/dashboard/operator/claims', dashboard('operator.claims'))
  await expect(operator.page.getByText('Call the shop and ask for Ann.')).toBeVisible()
  const approve = dashboard('operator.approveName', { name: byOperator.name })
  await operator.step('hands the page over', () => operator.press('button', approve), {
    focus: ['button', features('ui.close')],
  })
  await operator.step('means it', () => operator.press('button', dashboard('operator.approve')), {
    focus: ['heading', /./],
    announced: dashboard('operator.claimDecided'),
  })
  await mailTo(ann.email, `/dashboard/${byOperator.id}/profile`)
})
