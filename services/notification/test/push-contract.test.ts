import { devicePlatforms } from '@buy-locals/contracts/notification/shapes'
import { describe, expect, onTestFinished, test } from 'vitest'
import { newId } from '@buy-locals/values/ids'
import { devPushInbox } from '../src/adapters/dev-push.ts'
import { snsPush } from '../src/adapters/sns-push.ts'
import { isPushError, type PushMessages } from '../src/push-messages.ts'
import { tokenOf } from './pushing.ts'
import { startNotifications } from './support.ts'
import { startSns } from './sns.ts'

type Shown = { title: string; text: string; link: string | undefined }
type Started = { pushMessages: PushMessages; shownOn: (token: string) => Promise<Shown[]> }

async function ofDevInbox(): Promise<Started> {
  const { db, clock, [Symbol.asyncDispose]: stop } = await startNotifications()
  onTestFinished(() => stop())
  const shownOn = async (token: string) => {
    const rows = db.selectFrom('dev_pushes').select(['title', 'text', 'link']).where('address', 'like', `% ${token}`)
    return (await rows.orderBy('at').orderBy('id').execute()).map(({ link, ...row }) => ({ ...row, link: link ?? undefined })) // prettier-ignore
  }
  return { pushMessages: devPushInbox(db, clock), shownOn }
}

async function ofSns(): Promise<Started> {
  const sns = await startSns()
  onTestFinished(() => sns[Symbol.asyncDispose]())
  return sns
}

const token = tokenOf('one')
const message = {
  ...{ id: 'ntf_1', title: 'Se canceló tu reserva', text: 'Peluquería "Núñez" & <Hijos>\n9:00' },
  ...{ link: 'https://buylocals.example/bookings/bkg_1', seconds: 3_600 },
}
const { id: _, seconds: __, ...visible } = message

describe.each([
  ['the dev inbox', ofDevInbox],
  ['SNS', ofSns],
])('pushes through %s', (_name, start) => {
  test.each(devicePlatforms)('reach a phone of %s as they were written', async (platform) => {
    const { pushMessages, shownOn } = await start()
    expect(pushMessages.platforms).toContain(platform)
    await pushMessages.send(await pushMessages.register({ platform, token }), message)
    expect(await shownOn(token)).toEqual([visible])
    expect(await shownOn(tokenOf('two'))).toEqual([])
  })

  test('are shown once, however often they are sent', async () => {
    const { pushMessages, shownOn } = await start()
    for (const platform of ['android', 'ios'] as const) {
      const address = await pushMessages.register({ platform, token: tokenOf(platform) })
      await Promise.all([pushMessages.send(address, message), pushMessages.send(address, message)])
      await pushMessages.send(address, { ...message, id: 'ntf_2', link: undefined })
      expect(await shownOn(tokenOf(platform))).toEqual([visible, { ...visible, link: undefined }])
    }
  })

  test('go to one address of a phone, which ends when it is removed and begins again when it comes back', async () => {
    const { pushMessages, shownOn } = await start()
    const device = { platform: 'ios', token } as const
    const addresses = await Promise.all([pushMessages.register(device), pushMessages.register(device)])
    expect(new Set([...addresses, await pushMessages.register(device)]).size).toBe(1)
    await pushMessages.remove(addresses[0])
    await pushMessages.remove(addresses[0])
    await pushMessages.send(await pushMessages.register(device), message)
    expect(await shownOn(token)).toEqual([visible])
  })
})

test('SNS enables the address of a phone again that it had given up, once its app is there again', async () => {
  await using sns = await startSns()
  const { pushMessages, shownOn } = sns
  const device = { platform: 'android', token } as const
  const address = await pushMessages.register(device)
  sns.disable(token)
  const refused = await pushMessages.send(address, message).catch((error: unknown) => error)
  expect(isPushError(refused) && [refused.isGone, refused.isUnregistered]).toEqual([true, false])
  expect(await pushMessages.register(device)).toBe(address)
  await pushMessages.send(address, message)
  expect(await shownOn(token)).toEqual([visible])
})

test('an address that SNS no longer has is told from a phone that is gone, and no error has the token', async () => {
  await using sns = await startSns()
  const { pushMessages } = sns
  const address = await pushMessages.register({ platform: 'ios', token })
  await pushMessages.remove(address)
  const lost = await pushMessages.send(address, message).catch((error: unknown) => error)
  expect(isPushError(lost) && [lost.isGone, lost.isUnregistered]).toEqual([false, true])
  const bad = `bad${token}`
  const never = await pushMessages.register({ platform: 'ios', token: bad }).catch((error: unknown) => error)
  expect(isPushError(never) && [never.isGone, never.isUnregistered]).toEqual([true, false])
  expect(`${String(never)} ${JSON.stringify(never)} ${String((never as Error).cause)}`).not.toContain(bad)
})

test.each([
  [429, 'Throttled'],
  [500, 'InternalError'],
  [503, 'ServiceUnavailable'],
  [400, 'PlatformApplicationDisabled'],
  [403, 'AuthorizationError'],
])('SNS that answers %s %s has given up no phone, and is called once', async (status, code) => {
  let isWell = true
  await using sns = await startSns({ instead: () => (isWell ? undefined : { status, code }) })
  const { pushMessages, calls } = sns
  const address = await pushMessages.register({ platform: 'ios', token })
  isWell = false
  calls.length = 0
  const refused = await pushMessages.send(address, message).catch((error: unknown) => error)
  expect(isPushError(refused) && [refused.isGone, refused.isUnregistered]).toEqual([false, false])
  expect(calls, 'its job tries again').toEqual(['Publish'])
})

test('SNS that does not answer is waited for no longer than we have patience', async () => {
  await using sns = await startSns({ timeoutMs: 200, delayMs: (action) => (action === 'Publish' ? 30_000 : 0) })
  const address = await sns.pushMessages.register({ platform: 'ios', token })
  const began = performance.now()
  await expect(sns.pushMessages.send(address, message)).rejects.toThrow('not taken')
  expect(performance.now() - began).toBeLessThan(3_000)
})

const { VENDOR, VENDOR_RECIPIENT = '', SNS_ANDROID_APPLICATION: android = '', AWS_REGION: region = '' } = process.env

/** Only `npm run vendors -- sns …` comes here: it sends one push, to the phone of that token. */
for (const phone of VENDOR === 'sns' ? [VENDOR_RECIPIENT] : [])
  test('SNS itself: a push to the phone that was given is taken, and its address ends', async () => {
    const pushMessages = snsPush({ applications: { android }, connection: { region } })
    const address = await pushMessages.register({ platform: 'android', token: phone })
    await pushMessages.send(address, { ...message, id: newId('notification') })
    await pushMessages.remove(address)
  })
