import { startCognitoFake, type CognitoFake } from '@buy-locals/auth/testing/cognito-fake'
import { systemClock } from '@buy-locals/service-kit/clock'
import { expect, test } from '@playwright/test'
import { checkAccessibility } from '../src/accessibility.ts'
import { linkIn, mailTo } from '../src/dev-inbox.ts'
import { demoPassword, startServerProcess, type ServerProcess } from '../src/server-process.ts'
import { textsIn } from '../src/texts.ts'
import { visitorAt } from '../src/visitor.ts'

const other = 'seven quiet lighthouses'
const third = 'nine loud tractors'

let pool: CognitoFake
let server: ServerProcess
test.beforeAll(async () => {
  pool = await startCognitoFake(systemClock)
  const { userPoolId, clientId, connection } = pool.settings
  server = await startServerProcess({
    DEMO: '0',
    ...{ COGNITO_USER_POOL_ID: userPoolId, COGNITO_CLIENT_ID: clientId, COGNITO_ENDPOINT: connection.endpoint },
    AWS_ACCESS_KEY_ID: connection.credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: connection.credentials.secretAccessKey,
  })
})
test.afterAll(async () => {
  await server.stop()
  await pool[Symbol.asyncDispose]()
})

test('with a user pool a person signs up, changes the password, resets it, signs in with it and deletes the account on the site', async ({
  browser,
}) => {
  const { site, features } = textsIn('en-US')
  const context = await browser.newContext({ baseURL: server.url, locale: 'en-US', reducedMotion: 'reduce' })
  const conditions = { width: 'desktop', locale: 'en-US', colorScheme: 'light', input: 'mouse' } as const
  const { page, open, press, write } = visitorAt(await context.newPage(), conditions)
  const others = [...pool.users.keys()]
  const own = () => [...pool.users].filter(([name]) => !others.includes(name)).map(([, { password }]) => password)
  const signIn = async (password: string) => {
    await open('/sign-in?to=/account')
    await write(site('account.email'), 'ann@example.com')
    await write(site('account.password'), password)
    await press('button', site('account.signIn'))
  }

  await open('/sign-up?to=/account')
  await write(site('account.name'), 'Ann Other')
  await write(site('account.email'), 'ann@example.com')
  await write(site('account.password'), demoPassword)
  await press('button', site('account.signUp'))
  await expect(page.getByRole('heading', { name: site('account.page'), exact: true })).toBeVisible()
  expect(own()).toEqual([demoPassword])

  await press('button', site('account.passwordChange'))
  await write(site('account.currentPassword'), 'not the password')
  await write(site('account.newPassword'), other)
  await press('button', site('account.resetSave'))
  await expect(page.getByText(site('account.deleteWrong'))).toBeVisible()
  await checkAccessibility(page)
  await write(site('account.currentPassword'), demoPassword)
  pool.setAway(true)
  await press('button', site('account.resetSave'))
  await expect(page.getByText(features('refusal.byCode.auth/passwords-unavailable'))).toBeVisible()
  pool.setAway(false)
  await press('button', site('account.resetSave'))
  await expect(page.getByText(site('account.passwordSaved'))).toBeVisible()
  expect(own()).toEqual([other])

  await press('button', site('site.account', { name: 'Ann Other' }))
  await press('button', site('site.signOut'))
  await expect(page.getByRole('link', { name: site('site.signIn') })).toBeVisible()
  await signIn(demoPassword)
  await expect(page.getByRole('alert')).toBeVisible()
  pool.setAway(true)
  await signIn(other)
  await expect(page.getByText(features('refusal.byCode.auth/passwords-unavailable'))).toBeVisible()
  pool.setAway(false)
  await press('button', site('account.signIn'))
  await expect(page.getByRole('heading', { name: site('account.page'), exact: true })).toBeVisible()

  await open('/forgot-password')
  await write(site('account.email'), 'ann@example.com')
  await press('button', site('account.forgotSend'))
  const { pathname, hash } = linkIn(await mailTo('ann@example.com', '/reset-password', () => server.url))
  await open(pathname + hash)
  await write(site('account.newPassword'), third)
  pool.setAway(true)
  await press('button', site('account.resetSave'))
  await expect(page.getByText(features('refusal.byCode.auth/passwords-unavailable'))).toBeVisible()
  pool.setAway(false)
  await press('button', site('account.resetSave'))
  await expect(page.getByRole('heading', { name: site('account.resetDoneTitle') })).toBeVisible()
  expect(own()).toEqual([third])
  await signIn(third)
  await expect(page.getByRole('heading', { name: site('account.page'), exact: true })).toBeVisible()

  await open('/account/delete')
  await write(site('account.deletePassword'), demoPassword)
  await press('button', site('account.deleteTitle'))
  await expect(page.getByText(site('account.deleteWrong'))).toBeVisible()
  await write(site('account.deletePassword'), third)
  await press('button', site('account.deleteTitle'))
  await expect(page.getByRole('heading', { name: site('account.deletedTitle') })).toBeVisible()
  await expect.poll(own).toEqual([])
  await signIn(third)
  await expect(page.getByRole('alert')).toBeVisible()
  await context.close()
})
