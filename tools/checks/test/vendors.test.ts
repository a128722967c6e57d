import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { findFaults, vendors } from '../src/vendors.ts'

const root = new URL('../../../', import.meta.url)

test('a vendor is called with its keys alone, and each that is missing is named', () => {
  expect(findFaults(['google'], {})).toEqual([
    'GOOGLE_MAPS_API_KEY is missing: a key for the Geocoding API and the Places API (New)',
  ])
  expect(findFaults(['google'], { GOOGLE_MAPS_API_KEY: 'a key' })).toEqual([])
  for (const command of [[], ['ebay'], ['constructor']])
    expect(findFaults(command, {})).toEqual([
      'Which vendor? npm run vendors -- google | cognito | s3 | twilio | ses | sns',
    ])
})

test('nothing is sent to anybody who is not named', () => {
  const keys = { TWILIO_ACCOUNT_SID: 'AC1', TWILIO_AUTH_TOKEN: 'secret', TWILIO_FROM: '+15005550006' }
  const usage = 'twilio sends SMS: to whom? npm run vendors -- twilio +12085550123'
  for (const nobody of ['', 'me', '2085550123', '+1']) expect(findFaults(['twilio', nobody], keys)).toEqual([usage])
  expect(findFaults(['twilio', '+12085550123'], keys)).toEqual([])
  const mails = { SES_REGION: 'us-east-1', MAIL_FROM: 'town@example.com' }
  expect(findFaults(['ses', '+12085550123'], mails)).toHaveLength(1)
  expect(findFaults(['ses', 'ada@example.com'], mails)).toEqual([])
  const pushes = { SNS_ANDROID_APPLICATION: 'arn:aws:sns:us-east-1:1:app/GCM/town', AWS_REGION: 'us-east-1' }
  expect(findFaults(['sns', 'a-phone'], pushes)).toHaveLength(1)
  expect(findFaults(['sns', 'a'.repeat(140)], pushes)).toEqual([])
})

test('each vendor has a suite', () => {
  for (const { suite } of Object.values(vendors))
    expect([suite, existsSync(new URL(suite, root))]).toEqual([suite, true])
})
