import { examine } from '@buy-locals/import-boundaries/examine'
import type { Outcome } from './outcome.ts'
import { filesOf } from './repository.ts'

const source = /^(apps|services|packages|tools|e2e|infra)\/.*\.tsx?$/

export async function imports(root: string): Promise<Outcome> {
  const { modules, crossing, circles } = await examine(root)
  const sources = (await filesOf(root)).filter((path) => source.test(path) && !path.includes('/generated/')).length
  const missed = modules < sources * 0.95 ? [`Only ${modules} modules of ${sources} files were read`] : []
  return { examined: modules, unit: `modules, ${circles} known circles`, wrong: [...missed, ...crossing] }
}
