import { afterEach } from 'vitest'

/** Runs before every test file of an app. Files without a browser need none of it. */
if (typeof document !== 'undefined') {
  const [{ completeBrowser }, { cleanup, configure }] = await Promise.all([
    import('./browser'),
    import('@testing-library/react'),
  ])
  completeBrowser()
  configure({ asyncUtilTimeout: 30_000 })
  afterEach(cleanup)
}
