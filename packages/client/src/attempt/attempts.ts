import { newIdempotencyKey, type Api, type Options } from '@buy-locals/api-client/api'
import { Refusal } from '@buy-locals/api-client/refusal'
import type { Input, Operation, Output } from '@buy-locals/contracts/operation'
import { deviceMilliseconds } from '../clock'
import { keep, readKept } from '../storage/stored-text'
import { digest } from './digest'

/** A request that nobody knows to be done or refused yet. */
type Attempt = { request: string; key: string; at: number }

/** Not 'attempts': there the release before has JSON, and reads no other. */
const storedAs = 'open attempts'

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

/** One on each line. Another version of the app may have stored it in another way: then there is none. */
function readAttempts(): Attempt[] {
  const since = deviceMilliseconds() - longestMs
  return (readKept(storedAs) ?? '').split('\n').flatMap((line) => {
    const [isWhole, at = '', key = '', request = ''] = /^(\d+) ([0-9a-f]{32}) ([0-9a-z]+)$/.exec(line) ?? []
    return isWhole && Number(at) > since ? [{ request, key, at: Number(at) }] : []
  })
}

const write = (attempts: Attempt[]) =>
  keep(storedAs, attempts.map(({ at, key, request }) => `${at} ${key} ${request}`).join('\n'))

/** Where nothing answered, nobody knows whether it was done. */
const isFinal = (error: unknown) =>
  error instanceof Refusal && error.status < 500 && error.code !== 'idempotency/in-progress'
