import { newIdempotencyKey, type Api, type Options } from '@buy-locals/api-client/api'
import { Refusal } from '@buy-locals/api-client/refusal'
import type { Input, Operation, Output } from '@buy-locals/contracts/operation'
import { deviceMilliseconds } from '../clock'
import { keep, readKept } from '../storage/stored-text'
import { digest } from './digest'

/** A request that nobody knows to be done or refused yet. */
type Attempt = { request: string; key: string; at: number }

const storedAs = 'attempts'

/** By then a person means another one. The server remembers a key for a day. */
const longestMs = 60 * 60_000

/** However often the same is sent, also after a restart, it carries the same key until it is done or refused. */
export async function sendAttempt<O extends Operation>(
  send: Api,
  operation: O,
  input: Input<O>,
  options: Options,
): Promise<Output<O>> {
  const request = digest(`${operation.id} ${JSON.stringify(input)}`)
  const { key } = findAttempt(request) ?? begin(request)
  const end = () => write(readAttempts().filter((attempt) => attempt.key !== key))
  return send(operation, input, { ...options, idempotencyKey: key }).then(
    (output) => {
      end()
      return output
    },
    (error: unknown) => {
      if (isFinal(error)) end()
      throw error
    },
  )
}

const findAttempt = (request: string) => readAttempts().find((attempt) => attempt.request === request)

function begin(request: string): Attempt {
  const attempt = { request, key: newIdempotencyKey(), at: deviceMilliseconds() }
  write([...readAttempts(), attempt])
  return attempt
}

function readAttempts(): Attempt[] {
  const attempts = JSON.parse(readKept(storedAs) ?? '[]') as Attempt[]
  const since = deviceMilliseconds() - longestMs
  return attempts.filter(({ at }) => at > since)
}

const write = (attempts: Attempt[]) => keep(storedAs, JSON.stringify(attempts))

/** Where nothing answered, nobody knows whether it was done. */
const isFinal = (error: unknown) =>
  error instanceof Refusal && error.status < 500 && error.code !== 'idempotency/in-progress'
