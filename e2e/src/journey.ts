import { test as base, expect, type BrowserContext, type Page } from '@playwright/test'
import { keepTownTime, timePasses } from './time.ts'
import type { Person } from './town.ts'
import { townUrl } from './town-url.ts'
import { watch } from './watch.ts'

type Journey = {
  /** A browser of its own for somebody, signed in where a person is given. */
  browse(who?: Person): Promise<Page>
  /** Moves time for the town and for every browser. */
  pass(by: string): Promise<void>
  /** What the browser may complain about in this journey, because the journey provokes it. */
  expectComplaint(words: RegExp): void
}

/** Every journey fails where any page complains: an error in the console, an exception, a refused style or script. */
export const test = base.extend<Journey & { complaints: Complaints }>({
  complaints: async ({ browserName: _ }, use) => {
    const complaints: Complaints = { seen: [], expected: [] }
    await use(complaints)
    expect(complaints.seen.filter((seen) => !complaints.expected.some((words) => words.test(seen)))).toEqual([])
  },
  expectComplaint: async ({ complaints }, use) => use((words) => void complaints.expected.push(words)),
  browse: async ({ browser, complaints }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (who) => {
      const context = await browser.newContext({ baseURL: townUrl(), reducedMotion: 'reduce' })
      contexts.push(context)
      watch(context, complaints.seen)
      await keepTownTime(context, await timePasses('PT0S'))
      if (who) await signIn(context, who)
      return context.newPage()
    })
    for (const context of contexts) await context.close()
  },
  pass: async ({ browser, complaints }, use) => {
    await use(async (by) => {
      complaints.expected.push(sessionRanOut)
      const now = await timePasses(by)
      for (const context of browser.contexts()) await keepTownTime(context, now)
    })
  },
})

/** What browsers say of a first refused request; the page then renews the session and asks again. */
const sessionRanOut = /status of 401 /

type Complaints = { seen: string[]; expected: RegExp[] }

async function signIn(context: BrowserContext, { email, password }: Person): Promise<void> {
  const answer = await context.request.post('/v1/auth/login', { data: { email, password } })
  expect(answer.ok(), `${email} signs in`).toBe(true)
}
