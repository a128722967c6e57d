import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestSimulator, type TestSimulator } from './support.ts'

let simulator: TestSimulator
beforeAll(async () => {
  simulator = await startTestSimulator()
})
afterAll(() => simulator.stop())

type ErrorResponse = { status: number; error: { type: string; message: string; code?: string; param?: string } }

async function post(path: string, body: string, headers: Record<string, string> = {}): Promise<ErrorResponse> {
  const response = await fetch(simulator.url + path, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${simulator.secretKey}`,
      'content-type': 'application/x-www-form-urlencoded',
      ...headers,
    },
    body,
  })
  expect(response.headers.get('content-type')).toContain('json')
  return { status: response.status, ...((await response.json()) as Omit<ErrorResponse, 'status'>) }
}

const payment = (fields: string) => post('/v1/payment_intents', fields)

test.each([
  ['amount=1e3&currency=usd', 'parameter_invalid_integer'],
  ['amount=10.5&currency=usd', 'parameter_invalid_integer'],
  ['amount=0x7d0&currency=usd', 'parameter_invalid_integer'],
  ['amount=-2000&currency=usd', 'parameter_invalid_integer'],
  ['amount=ten&currency=usd', 'parameter_invalid_integer'],
  ['amount=&currency=usd', 'parameter_invalid_integer'],
  ['amount=999999999999999999999&currency=usd', 'parameter_invalid_integer'],
  ['amount=9999999999&currency=usd', 'amount_too_large'],
  ['amount[]=2000&amount[]=3000&currency=usd', 'parameter_invalid_integer'],
  ['amount=2000&currency=usd&description=', 'parameter_invalid_empty'],
  ['amount=2000&currency=usd&__proto__[polluted]=1', 'parameter_unknown'],
  ['amount=2000&currency=usd&constructor=1', 'parameter_unknown'],
])('%s is refused with %s', async (fields, code) => {
  expect(await payment(fields)).toMatchObject({ status: 400, error: { type: 'invalid_request_error', code } })
})

test.each([
  'amount=2000&currency=zzz',
  'amount=2000&currency=usd&capture_method=later',
  'amount=2000&currency=usd&metadata[a][b]=c',
  'amount=2000&currency=usd&metadata[key]=' + 'x'.repeat(501),
  'amount=2000&currency=usd&amount[x]=1',
  'amount=2000&currency=usd&a[b[c]=1',
  'amount=2000&currency=usd&[]=1',
  `amount=2000&currency=usd&a${'[b]'.repeat(50)}=1`,
  `amount=2000&currency=usd&${'x[]=1&'.repeat(2_000)}`,
  'amount=1005&currency=kwd',
  'amount=%00&currency=%ff%fe',
])('the form %s is refused with a message', async (fields) => {
  const { status, error } = await payment(fields)
  expect(status).toBe(400)
  expect(error.message).not.toBe('')
})

test('a refused request leaves nothing behind', async () => {
  expect((await simulator.stripe.paymentIntents.list()).data).toEqual([])
  expect((await simulator.stripe.events.list()).data).toEqual([])
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
})

test('a body that is not a form, or is too large, is refused in Stripe’s shape', async () => {
  const json = await post('/v1/customers', '{"email":"a@b.example"}', { 'content-type': 'application/json' })
  expect(json).toMatchObject({ status: 400, error: { type: 'invalid_request_error' } })
  expect(await post('/v1/customers', `description=${'x'.repeat(1_100_000)}`)).toMatchObject({
    status: 413,
    error: { type: 'invalid_request_error' },
  })
})

test.each([
  ['no key', { authorization: '' }, 401],
  ['a live key', { authorization: 'Bearer sk_live_4eC39HqLyjWDarjtT1zdp7dc' }, 401],
  ['a key of nothing', { authorization: 'Bearer sk_test_' }, 401],
  ['a key of another account', { authorization: 'Bearer sk_test_4eC39HqLyjWDarjtT1zdp7dc' }, 401],
  ['another version of the API', { 'stripe-version': '2019-01-01' }, 400],
])('%s is refused', async (_, headers, status) => {
  expect(await post('/v1/customers', '', headers)).toMatchObject({ status, error: { type: 'invalid_request_error' } })
})

test('a publishable key is refused where a secret key is needed', async () => {
  const headers = { authorization: `Bearer ${simulator.publishableKey}` }
  expect(await post('/v1/customers', '', headers)).toMatchObject({ status: 403 })
})

test('a parameter that Stripe knows and the simulator does not act on is refused, not ignored', async () => {
  const { status, error } = await payment('amount=2000&currency=usd&application_fee_amount=100')
  expect(status).toBe(400)
  expect(error.message).toContain("does not implement the parameter 'application_fee_amount'")
})

test('a real card number is refused and never written down', async () => {
  const card = 'type=card&card[number]=4539578763621486&card[exp_month]=12&card[exp_year]=2040&card[cvc]=123'
  expect(await post('/v1/payment_methods', card)).toMatchObject({
    status: 402,
    error: { type: 'card_error', code: 'card_declined' },
  })
  const typing = card.replace('4539578763621486', '4242424242424241')
  expect(await post('/v1/payment_methods', typing)).toMatchObject({ status: 402, error: { code: 'incorrect_number' } })
  const old = card.replace('4539578763621486', '4242424242424242').replace('2040', '2020')
  expect(await post('/v1/payment_methods', old)).toMatchObject({ status: 402, error: { code: 'invalid_expiry_year' } })
})

test('the control API refuses what it does not understand', async () => {
  for (const [path, body] of [
    ['clock', { advance: '-PT1H' }],
    ['clock', { advance: 'soon' }],
    ['webhooks', { mode: 'sideways' }],
    ['network', { dropResponses: -1 }],
  ] as const) {
    await expect(simulator.control(path, body)).rejects.toThrow(/422/)
  }
})
