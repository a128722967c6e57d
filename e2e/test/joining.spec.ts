import { addMember } from '@buy-locals/contracts/auth/operations'
import { expect } from '@playwright/test'
import { linkIn, mailTo } from '../src/dev-inbox.ts'
import { test } from '../src/journey.ts'
import { uniqueSuffix } from '../src/people.ts'
import { demoPassword } from '../src/server-process.ts'
import { openShop } from '../src/shop.ts'

test('somebody who is invited joins on the page of the invitation and has the day before them', async ({
  browse,
  texts: { dashboard },
  expectConsoleError,
}) => {
  expectConsoleError(/status of 401 .*(me|refresh)/) // nobody is signed in yet
  const shop = await openShop()
  const email = `sam.${uniqueSuffix()}@example.com`
  await shop.owner.call(addMember, { params: shop.params, body: { email, role: 'staff' } })
  const link = linkIn(await mailTo(email, '/join#'))
  const { page, step, goTo, press, write } = await browse()
  const role = dashboard('join.role.staff')
  const join = dashboard('join.join', { name: shop.name })
  await goTo(link.pathname + link.hash, dashboard('join.title', { name: shop.name, role }))
  await step('joins without a name', () => press('button', join), { focus: ['textbox', dashboard('join.name')] })
  await step(
    'joins',
    async () => {
      await write(dashboard('join.name'), 'Sam Staff')
      await write(dashboard('join.newPassword'), demoPassword)
      await press('button', join)
    },
    { focus: ['heading', /./] },
  )
  await expect(page.getByText(dashboard('board.live'), { exact: true })).toBeVisible()
})
