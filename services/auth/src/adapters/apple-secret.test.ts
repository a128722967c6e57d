import { exportPKCS8, generateKeyPair, jwtVerify } from 'jose'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { signAppleSecret } from './apple-secret.ts'

test('Apple is shown a token that its key verifies, for five minutes, as it documents', async () => {
  const pair = await generateKeyPair('ES256', { extractable: true })
  const key = { teamId: 'TEAM123456', keyId: 'KEY1234567', privateKey: await exportPKCS8(pair.privateKey) }
  const now = Temporal.Instant.from('2026-03-20T08:00:00Z')
  const input = { clientId: 'town.buylocals.web', audience: 'https://appleid.apple.com', clock: () => now }
  const token = await signAppleSecret(key, input)
  const at = (seconds: number) => ({
    audience: 'https://appleid.apple.com',
    currentDate: new Date(now.epochMilliseconds + seconds * 1_000),
  })
  const { payload, protectedHeader } = await jwtVerify(token, pair.publicKey, at(299))
  expect(protectedHeader).toEqual({ alg: 'ES256', kid: 'KEY1234567' })
  const seconds = now.epochMilliseconds / 1_000
  expect(payload).toEqual({
    ...{ iss: 'TEAM123456', sub: 'town.buylocals.web', aud: 'https://appleid.apple.com' },
    ...{ iat: seconds, exp: seconds + 300 },
  })
  await expect(jwtVerify(token, pair.publicKey, at(301))).rejects.toThrow('"exp"')
  const { publicKey: another } = await generateKeyPair('ES256')
  await expect(jwtVerify(token, another, at(0))).rejects.toThrow('signature')
})
