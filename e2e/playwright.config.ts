import { defineConfig } from '@playwright/test'
import { chromium } from './src/chromium.ts'

export default defineConfig({
  testDir: 'test',
  outputDir: 'test-results',
  globalSetup: './src/global-setup.ts',
  workers: 1,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath: chromium.path, args: chromium.flags },
    locale: 'en-US',
    timezoneId: 'America/Boise',
    actionTimeout: 15_000,
    screenshot: 'only-on-failure',
  },
  projects: [
    {
      name: 'phone',
      testIgnore: 'keyboard.spec.ts', // a phone has no Tab key
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
    },
    { name: 'desktop', use: { viewport: { width: 1280, height: 800 } } },
  ],
})
