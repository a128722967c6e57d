import { bookingConfirmed } from '@buy-locals/contracts/booking/events'
import { createLog } from '@buy-locals/service-kit/log'
import { expect, test } from 'vitest'
import { refuseWith, startSes } from './ses.ts'
import { startNotifications } from './support.ts'

async function startMailing(manners: Parameters<typeof startSes>[0], lines: string[] = []) {
  const ses = await startSes(manners)
  const log = createLog({ destination: { write: (line) => void lines.push(line) } })
  const notification = await startNotifications({ mail: ses.mail, log })
  const stop = notification[Symbol.asyncDispose]
  return Object.assign(notification, {
    ses,
    book: async () => {
      const booking = notification.booking(await notification.person('ada.lovelace@example.com'))
      await notification.deliver(bookingConfirmed, booking.id, 2, booking)
      await notification.advance('PT1S')
    },
    outcome: () => notification.db.selectFrom('deliveries').select(['sent_at', 'not_sent']).executeTakeFirstOrThrow(),
    [Symbol.asyncDispose]: async () => {
      await stop()
      await ses[Symbol.asyncDispose]()
    },
  })
}

test.each([
  ['too many mails a second', 429, 'TooManyRequestsException'],
  ['a day limit that is reached', 400, 'LimitExceededException'],
  ['an account that is suspended', 400, 'AccountSuspendedException'],
  ['sending that is paused', 400, 'SendingPausedException'],
  ['a domain that is not verified', 400, 'MailFromDomainNotVerifiedException'],
  ['an address of ours that is not verified', 400, 'MessageRejected'],
  ['an error of its own', 500, 'InternalServiceErrorException'],
])('SES with %s for an hour loses nothing and doubles nothing, and no log has the address', async (_, status, type) => {
  const lines: string[] = []
  let isWell = false
  await using notification = await startMailing({ instead: (...call) => !isWell && refuseWith(status, type)(...call) }, lines) // prettier-ignore
  await notification.book()
  for (let minute = 0; minute < 60; minute += 5) await notification.advance('PT5M')
  expect(notification.ses.letters).toEqual([])
  isWell = true
  for (let minute = 0; minute < 60; minute += 10) await notification.advance('PT10M')
  expect(notification.ses.letters).toHaveLength(1)
  expect(await notification.outcome()).toMatchObject({ not_sent: null, sent_at: expect.anything() })
  expect(lines.join('')).toContain(type)
  expect(lines.join('')).not.toMatch(/lovelace/)
})

test('a mail that SES will never take, such as one that is too large, is given up at once', async () => {
  await using notification = await startMailing({ instead: refuseWith(400, 'BadRequestException') })
  await notification.book()
  await notification.advance('PT1H')
  expect([notification.ses.attempts(), await notification.outcome()]).toEqual([
    1,
    { not_sent: 'refused', sent_at: null },
  ])
})

test('a mail whose response is lost is sent four times at most, once an hour, whatever happens', async () => {
  await using notification = await startMailing({ losesResponses: () => true })
  await notification.book()
  for (let minute = 0; minute < 50; minute += 10) await notification.advance('PT10M')
  expect(notification.ses.letters).toHaveLength(1)
  for (let hour = 0; hour < 8; hour++) await notification.advance('PT1H')
  expect(notification.ses.letters).toHaveLength(4)
  expect(new Set(notification.ses.letters.map((letter) => /^Message-ID: (.*)$/im.exec(letter)?.[1]))).toHaveProperty('size', 1) // prettier-ignore
  expect(await notification.outcome()).toEqual({ not_sent: 'unanswered', sent_at: null })
})

test('an SES that does not answer for an hour loses nothing', async () => {
  let isSilent = true
  await using notification = await startMailing({ instead: () => isSilent, responseMs: 300 })
  await notification.book()
  await notification.advance('PT1H')
  isSilent = false
  await notification.advance('PT1H')
  expect(notification.ses.letters).toHaveLength(1)
  expect(await notification.outcome()).toMatchObject({ not_sent: null })
})
