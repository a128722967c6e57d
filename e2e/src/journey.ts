import { test as base, expect, type BrowserContext } from '@playwright/test'
import { changeMe } from '@buy-locals/contracts/auth/operations'
import { watchOpeners } from '@buy-locals/features/testing/watch-openers'
import type { Conditions } from './conditions.ts'
import type { Person } from './people.ts'
import { collectAnnouncements } from './perceived.ts'
import { serverUrl } from './server-process.ts'
import { textsIn, type Texts } from './texts.ts'
import { advanceTime, serverTime, setBrowserTime } from './time.ts'
import { visitorAt, type Visitor } from './visitor.ts'

export type Journey = {
  conditions: Conditions
  /** What the screens say under these conditions. */
  texts: Texts
  /** A browser of its own for somebody, signed in where a person is given. */
  browse(person?: Person): Promise<Visitor>
  /** Moves the time of the server and of every browser. */
  advanceTime(duration: string): Promise<void>
  /** An error in the console that this journey provokes. */
  expectConsoleError(pattern: RegExp): void
}

type ConsoleErrors = { seen: string[]; expected: RegExp[] }

/** Every journey fails on an error of any page: in the console, an exception, a refused style or script, a 5xx. */
export const test = base.extend<Journey & { consoleErrors: ConsoleErrors }>({
  consoleErrors: async ({ browserName: _ }, use) => {
    const errors: ConsoleErrors = { seen: [], expected: [] }
    await use(errors)
    expect(errors.seen.filter((seen) => !errors.expected.some((pattern) => pattern.test(seen)))).toEqual([])
  },
  expectConsoleError: async ({ consoleErrors }, use) => use((pattern) => void consoleErrors.expected.push(pattern)),
  conditions: [{ width: 'desktop', locale: 'en-US', colorScheme: 'light', input: 'mouse' }, { option: true }],
  texts: async ({ conditions }, use) => use(textsIn(conditions.locale)),
  browse: async ({ browser, consoleErrors, conditions }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (person) => {
      const context = await browser.newContext({ baseURL: serverUrl(), reducedMotion: 'reduce' })
      contexts.push(context)
      collectErrors(context, consoleErrors.seen)
      await collectAnnouncements(context)
      await context.addInitScript(`(${watchOpeners.toString()})(console.error)`)
      await setBrowserTime(context, await serverTime())
      await person?.call(changeMe, { body: { locale: conditions.locale } })
      if (person) await signIn(context, person)
      return visitorAt(await context.newPage(), conditions)
    })
    for (const context of contexts) await context.close()
  },
  advanceTime: async ({ browser, consoleErrors }, use) => {
    await use(async (duration) => {
      consoleErrors.expected.push(sessionExpired)
      const now = await advanceTime(duration)
      for (const context of browser.contexts()) await setBrowserTime(context, now)
    })
  },
})

/** Of the first request after the session has expired; the page then renews the session and repeats the request. */
const sessionExpired = /status of 401 /

function collectErrors(context: BrowserContext, seen: string[]): void {
  context.on('console', (message) => {
    const isPolicyViolation = message.text().includes('Content Security Policy')
    if (message.type() !== 'error' && !isPolicyViolation) return
    seen.push(`${message.page()?.url() ?? ''}: ${message.text()} (${message.location().url})`)
  })
  context.on('weberror', (thrown) => seen.push(`${thrown.page()?.url() ?? ''}: ${String(thrown.error())}`))
  context.on('response', (response) => {
    if (response.status() >= 500) seen.push(`${response.status()} from ${response.url()}`)
  })
}

async function signIn(context: BrowserContext, { email, password }: Person): Promise<void> {
  const response = await context.request.post('/v1/auth/login', { data: { email, password } })
  expect(response.ok(), `${email} signs in`).toBe(true)
}
