import { api, type Api } from '@buy-locals/api-client/api'
import { Refusal } from '@buy-locals/api-client/refusal'
import { refresh } from '@buy-locals/contracts/auth/operations'
import type { Input, Operation } from '@buy-locals/contracts/operation'
import { sendAttempt } from '../attempt/attempts'
import { readServerClock } from '../clock'
import { noteFailure, noteResponse } from '../connection/online'
import type { SessionStore } from './session-store'

type Options = {
  store: SessionStore
  /** Where the API is; a browser asks where its page came from. */
  baseUrl?: string
  /** Where visitors belong too: what anyone may call is called without the session that has ended. */
  isPublic?: boolean
  /** Has somebody sign in again in place; true once they have. */
  signInAgain?: (operation: Operation) => Promise<boolean>
  /** Has somebody show their second factor again, in place; true once they have. */
  confirm?: () => Promise<boolean>
}

/** The API in the name of whoever is signed in. Their session is renewed once it has run out. */
export function sessionApi({ store, baseUrl = '', isPublic = false, signInAgain, confirm }: Options): Api {
  const callPlainly = api({ baseUrl, fetch: fetchNoting })
  let renewal: Promise<boolean> | undefined
  let renewedAt = Number.NEGATIVE_INFINITY

  async function refreshSession(): Promise<boolean> {
    const input = await store.refreshInput()
    const { session } = await callPlainly(refresh, input)
    if (isSame(input, await store.refreshInput())) await store.save(session)
    renewedAt = performance.now()
    return true
  }
  /** Only a refusal says that the session has ended: where nothing answered, it may well go on. */
  async function endSession(error: unknown): Promise<false> {
    if (!(error instanceof Refusal) || error.status !== 401) throw error
    await store.clear()
    return false
  }
  /** Calls that are refused together share one renewal, because a refresh token is good for one. */
  const renew = () =>
    (renewal ??= refreshSession()
      .catch(endSession)
      .finally(() => (renewal = undefined)))
  /** A refusal may also arrive when another call has long renewed the session. */
  const isWorthRepeating = async ({ access }: Operation, sentAt: number) =>
    sentAt < renewedAt || (await renew()) || (isPublic && access === 'anyone')
  const send = api({
    baseUrl,
    fetch: fetchNoting,
    headers: store.headers,
    renew: isWorthRepeating,
    ...(signInAgain && { signInAgain }),
    ...(confirm && { confirm }),
  })
  return (operation, input, options = {}) =>
    operation.idempotent && !options.idempotencyKey
      ? sendAttempt(send, operation, input, options)
      : send(operation, input, options)
}

/** Whoever has signed out, or in as somebody else, while a session was renewed is not that person again. */
const isSame = (a: Input<typeof refresh>, b: Input<typeof refresh>) => a.body?.refreshToken === b.body?.refreshToken

/** Learns from each request whether anything answers, and what time it is there. */
const fetchNoting: typeof fetch = async (...request) => {
  const sentAt = performance.now()
  const response = await fetch(...request).catch((error: unknown) => {
    if (error instanceof TypeError) noteFailure(sentAt)
    throw error
  })
  noteResponse()
  readServerClock(response)
  return response
}
