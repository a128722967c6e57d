import { defineConfig } from '@playwright/test'
import { chromium } from './src/chromium.ts'
import { contextOf, everyCombination, journeys, nameOf, table, type Conditions } from './src/conditions.ts'
import type { Journey } from './src/journey.ts'
import { widths } from './src/widths.ts'

const filesOf = (names: string[]) => names.map((name) => `${name}.spec.ts`)

/** `EVERY_COMBINATION=1` walks each journey under all conditions, which takes hours. */
const rows = process.env['EVERY_COMBINATION'] ? everyCombination.map((row) => ({ ...row, journeys })) : table

const project = (conditions: Conditions, names: string[]) => ({
  name: nameOf(conditions),
  testMatch: filesOf(names),
  use: { ...contextOf(conditions), conditions },
})

export default defineConfig<Journey>({
  testDir: 'test',
  outputDir: 'test-results',
  globalSetup: './src/global-setup.ts',
  workers: 1,
  // A browser on a crowded machine has one bad moment in a thousand. `npm test` names each journey that it saved.
  retries: process.env['CI'] ? 1 : 0,
  timeout: 300_000,
  expect: { timeout: 30_000 },
  forbidOnly: true,
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath: chromium.path, args: chromium.flags },
    timezoneId: 'America/Boise',
    actionTimeout: 30_000,
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'pages', testIgnore: filesOf(journeys), use: { locale: 'en-US', viewport: widths.desktop } },
    ...rows.map(({ journeys: names, ...conditions }) => project(conditions, names)),
  ],
})
