import { join } from 'node:path'
import { check, getFileInfo, resolveConfig } from 'prettier'
import type { Outcome } from './outcome.ts'
import { filesOf, textOf } from './repository.ts'

export async function format(root: string): Promise<Outcome> {
  const wrong: string[] = []
  let examined = 0
  for (const path of await filesOf(root)) {
    const file = join(root, path)
    const { ignored, inferredParser } = await getFileInfo(file, { ignorePath: join(root, '.prettierignore') })
    if (ignored || inferredParser === null) continue
    examined += 1
    const isFormatted = await check(textOf(root, path), { ...(await resolveConfig(file)), filepath: file })
    if (!isFormatted) wrong.push(`${path} is not formatted; npm run format does it`)
  }
  return { examined, unit: 'files', wrong }
}
