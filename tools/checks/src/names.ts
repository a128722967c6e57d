import type { Outcome } from './outcome.ts'
import { filesOf } from './repository.ts'

/** Never a name, nor the last word of one. */
const last = /^(.+-)?(managers?|helpers?|utils?|handlers?|processors?|impl|misc|dtos?|entity|entities)$/
/** Never the whole name of a file or folder. */
const whole = /^(data|info|base|common|models?|interfaces|types|enums|constants|mappers)$/

/** Where the word is the very thing the file is about. */
const exceptions = ['tools/checks/src/types.ts']

const kebab = /^(\d+_)?[a-z0-9]+([-.][a-z0-9+]+)*$/

/** Names of files and folders say something of the business. Those of functions and types are the linter's. */
export async function names(root: string): Promise<Outcome> {
  const sources = (await filesOf(root)).filter((path) => /\.(tsx?|mjs|sql)$/.test(path))
  const wrong = sources.flatMap((path) => {
    const [file = '', ...folders] = path.split('/').toReversed()
    const parts = exceptions.includes(path) ? [] : [file.replace(/\..*$/, ''), ...folders]
    const word = parts.find((part) => last.test(part) || whole.test(part))
    return [
      ...(word === undefined ? [] : [`${path}: "${word}" is vague; name it for what it holds`]),
      ...(kebab.test(file) || path.includes('/src/routes/') ? [] : [`${path}: file names are kebab-case`]),
    ]
  })
  return { examined: sources.length, unit: 'files', wrong }
}
