import { defineConfig } from '@playwright/test'
import { chromium } from './src/chromium.ts'
import { widths } from './src/widths.ts'

/** Every page is seen at both widths, and every way through the site is walked at one. */
const onPhone = ['account', 'booking', 'guest'].map((name) => `${name}.spec.ts`)

export default defineConfig({
  testDir: 'test',
  outputDir: 'test-results',
  globalSetup: './src/global-setup.ts',
  workers: 1,
  retries: 0,
  timeout: 300_000,
  expect: { timeout: 30_000 },
  forbidOnly: true,
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath: chromium.path, args: chromium.flags },
    locale: 'en-US',
    timezoneId: 'America/Boise',
    actionTimeout: 30_000,
    screenshot: 'only-on-failure',
  },
  projects: [
    {
      name: 'phone',
      testMatch: [...onPhone, 'searching.spec.ts'],
      use: { viewport: widths.phone, hasTouch: true, isMobile: true },
    },
    { name: 'desktop', testIgnore: onPhone, use: { viewport: widths.desktop } },
  ],
})
