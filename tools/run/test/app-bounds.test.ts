import { expect, test } from 'vitest'
import { bounds, refuseSize } from '../app-bounds.mjs'

test('an app that is too large, or was not built, is refused', () => {
  for (const platform of ['android', 'ios', 'web'] as const) {
    const { most } = bounds[platform]
    expect(refuseSize(platform, most)).toBeUndefined()
    expect(refuseSize(platform, most + 1)).toContain('at most')
    expect(refuseSize(platform, 0)).toContain('nothing was built')
  }
})
