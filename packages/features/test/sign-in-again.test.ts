// @vitest-environment jsdom
import { renderHook, waitFor } from '@testing-library/react'
import { onTestFinished, expect, test } from 'vitest'
import { listServices } from '@buy-locals/contracts/booking/operations'
import { confirmIdentity, useConfirmPrompt } from '../src/session/confirm-identity'
import { rememberAccount, signInAgain, useSignInPrompt } from '../src/session/sign-in-again'

/** What the page shows to whoever is signed in on it. */
function openPage(id: string) {
  rememberAccount({ id, email: `${id}@example.com` })
  onTestFinished(() => rememberAccount(undefined))
  return renderHook(useSignInPrompt).result
}

test('whoever signs out is prompted no more, and what waited for them is refused', async () => {
  const prompt = openPage('ana')
  const outcome = signInAgain(listServices)
  await waitFor(() => expect(prompt.current?.email).toBe('ana@example.com'))
  rememberAccount(undefined)
  expect(await outcome).toBe(false)
  await waitFor(() => expect(prompt.current).toBeUndefined())
})

test('that one dismissed the prompt says nothing about whoever signs in next', async () => {
  const prompt = openPage('ana')
  const outcome = signInAgain(listServices)
  await waitFor(() => expect(prompt.current).toBeDefined())
  prompt.current?.finish(false)
  expect(await outcome).toBe(false)
  expect(await signInAgain(listServices)).toBe(false)
  rememberAccount(undefined)
  const next = openPage('ben')
  void signInAgain(listServices)
  await waitFor(() => expect(next.current?.email).toBe('ben@example.com'))
})

test('whoever signs out is not asked for a code any more', async () => {
  openPage('ana')
  const prompt = renderHook(useConfirmPrompt).result
  const outcomes = [confirmIdentity(), confirmIdentity()]
  await waitFor(() => expect(prompt.current).toBeDefined())
  rememberAccount(undefined)
  await waitFor(() => expect(prompt.current).toBeUndefined())
  expect(await Promise.all(outcomes)).toEqual([false, false])
})
