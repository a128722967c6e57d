import type { Outcome } from './outcome.ts'
import { filesOf } from './repository.ts'

const forbidden =
  /^(managers?|helpers?|utils?|handlers?|processors?|data|info|impl|base|common|misc|dtos?|entity|entities|models?|enhanced|interfaces|types|enums|constants|mappers)$/

/** Where the word is the very thing the file is about. */
const exceptions = ['tools/checks/src/types.ts', 'tools/stripe-simulator/src/wire/wire-types.ts']

/** Names of files and folders say something of the business. Those of functions and types are the linter's. */
export async function names(root: string): Promise<Outcome> {
  const sources = (await filesOf(root)).filter((path) => /\.(tsx?|mjs|sql)$/.test(path))
  const wrong = sources
    .filter((path) => !exceptions.includes(path))
    .flatMap((path) => {
      const [file = '', ...folders] = path.split('/').toReversed()
      const words = [file.replace(/\..*$/, ''), ...folders].flatMap((part) => [part, ...part.split('-').slice(-1)])
      const word = words.find((each) => forbidden.test(each))
      return word ? [`${path}: "${word}" says nothing; name it for what it holds`] : []
    })
  const shapes = sources
    .filter(
      (path) =>
        !/^[a-z0-9]+([-.][a-z0-9+]+)*$/.test(path.split('/').at(-1) ?? '') &&
        !/^(apps\/\w+\/src\/routes|services\/\w+\/migrations)\//.test(path),
    )
    .map((path) => `${path}: file names are kebab-case`)
  return { looked: sources.length, at: 'files', wrong: [...wrong, ...shapes] }
}
