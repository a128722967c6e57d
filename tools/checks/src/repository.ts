import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './command.ts'

/** Every file that is, or would be, committed. */
export async function filesOf(root: string): Promise<string[]> {
  const { code, output } = await run(root, 'git', 'ls-files', '--cached', '--others', '--exclude-standard')
  if (code !== 0) throw new Error(output)
  return [...new Set(output.split('\n'))].filter((path) => path !== '' && existsSync(join(root, path))).toSorted()
}

export function textOf(root: string, path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

/** The folders of the workspaces whose package.json has a script of this name. */
export function workspacesWith(root: string, script: string): string[] {
  return ['apps', 'services', 'packages', 'tools', '.']
    .flatMap((group) => readdirSync(join(root, group)).map((name) => join(group, name)))
    .filter((folder) => existsSync(join(root, folder, 'package.json')))
    .filter((folder) => textOf(root, join(folder, 'package.json')).includes(`"${script}":`))
}
