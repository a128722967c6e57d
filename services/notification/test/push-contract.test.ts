import type { PublishCommandInput } from '@aws-sdk/client-sns'
import { devicePlatforms, type DevicePlatform } from '@buy-locals/contracts/notification/shapes'
import { describe, expect, onTestFinished, test } from 'vitest'
import { devPushInbox } from '../src/adapters/dev-push.ts'
import { snsPush } from '../src/adapters/sns-push.ts'
import { isPushError, type PushMessages } from '../src/push-messages.ts'
import { tokenOf } from './pushing.ts'
import { startNotifications } from './support.ts'
import { readPayload, startSns } from './sns.ts'

type Shown = { title: string; text: string; link: string | undefined }
type Started = { pushMessages: PushMessages; shownOn: (token: string) => Promise<Shown[]> }
type Phones = Partial<Record<DevicePlatform, string>>

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

const { VENDOR, VENDOR_RECIPIENT = '', SNS_ANDROID_APPLICATION: android = '', AWS_REGION: region = '' } = process.env

/** Only `npm run vendors -- sns …` comes here: it pushes to the phone of that token alone. What it is shown is what SNS has taken. */
async function ofSnsItself(): Promise<Started> {
  const shown: Map<string, Shown> = new Map()
  type Taken = { commandName: string; input: PublishCommandInput }
  const info = ({ commandName, input: { Message, MessageAttributes } }: Taken) => {
    if (commandName !== 'PublishCommand') return
    const { GCM = '' } = JSON.parse(Message ?? '') as Record<string, string>
    shown.set(...readPayload('GCM', GCM, MessageAttributes))
  }
  const nothing = () => {}
  const logger = { debug: nothing, info, warn: nothing, error: nothing }
  const pushMessages = snsPush({ applications: { android }, connection: { region, logger } })
  onTestFinished(async () => {
    await pushMessages.remove(await pushMessages.register({ platform: 'android', token: VENDOR_RECIPIENT }))
    pushMessages.close?.()
  })
  return { pushMessages, shownOn: async (of) => (of === VENDOR_RECIPIENT ? [...shown.values()] : []) }
}

const token = tokenOf('one')
const phones: Phones = Object.fromEntries(devicePlatforms.map((platform) => [platform, tokenOf(platform)]))
const vendors = [
  { name: 'the dev inbox', start: ofDevInbox, phones },
  { name: 'SNS', start: ofSns, phones },
  ...(VENDOR === 'sns' ? [{ name: 'SNS itself', start: ofSnsItself, phones: { android: VENDOR_RECIPIENT } }] : []),
]

const message = {
  ...{ id: 'ntf_1', title: 'Se canceló tu reserva', text: 'Peluquería "Núñez" & <Hijos>\n9:00' },
  ...{ link: 'https://buylocals.example/bookings/bkg_1', seconds: 3_600 },
}
const { id: _, seconds: __, ...visible } = message

for (const { name, start, phones: reached } of vendors)
  describe.each(Object.entries(reached) as [DevicePlatform, string][])(
    `pushes through ${name} to a phone of %s`,
    (platform, phone) => {
      test('reach it as they were written, and no other', async () => {
        const { pushMessages, shownOn } = await start()
        expect(pushMessages.platforms).toContain(platform)
        await pushMessages.send(await pushMessages.register({ platform, token: phone }), message)
        expect(await shownOn(phone)).toEqual([visible])
        expect(await shownOn(tokenOf('two'))).toEqual([])
      })

      test('are shown once, however often they are sent', async () => {
        const { pushMessages, shownOn } = await start()
        const address = await pushMessages.register({ platform, token: phone })
        await Promise.all([pushMessages.send(address, message), pushMessages.send(address, message)])
        await pushMessages.send(address, { ...message, id: 'ntf_2', link: undefined })
        expect(await shownOn(phone)).toEqual([visible, { ...visible, link: undefined }])
      })

      test('go to one address of it, which ends when it is removed and begins again when it comes back', async () => {
        const { pushMessages, shownOn } = await start()
        const device = { platform, token: phone }
        const addresses = await Promise.all([pushMessages.register(device), pushMessages.register(device)])
        expect(new Set([...addresses, await pushMessages.register(device)]).size).toBe(1)
        await pushMessages.remove(addresses[0])
        await pushMessages.remove(addresses[0])
        await pushMessages.send(await pushMessages.register(device), message)
        expect(await shownOn(phone)).toEqual([visible])
      })
    },
  )

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
  expect(performance.now() - began).toBeLessThan(15_000)
})
