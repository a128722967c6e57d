import { afterEach } from 'vitest'

/** Runs before every test file of an app. Files without a browser need none of it. */
if (typeof document !== 'undefined') {
  const [{ completeBrowser }, { watchEffects }, { watchOpeners }, { cleanup, configure, getConfig }] =
    await Promise.all([
      import('./browser'),
      import('./effects'),
      import('./watch-openers'),
      import('@testing-library/react'),
    ])
  completeBrowser()
  const faults: string[] = []
  watchOpeners((fault) => faults.push(fault))
  const { asyncWrapper } = getConfig()
  const waitForEffects = watchEffects()
  configure({
    asyncUtilTimeout: 30_000,
    // What is found may be a moment older than its effects, which no person is quick enough to see.
    asyncWrapper: (wait) =>
      asyncWrapper(async () => {
        const found = await wait()
        await waitForEffects()
        return found
      }),
  })
  afterEach(() => {
    cleanup()
    if (faults.length) throw new Error(faults.splice(0).join('\n'))
  })
}
