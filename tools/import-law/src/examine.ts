import './own-typescript.ts'
import { existsSync } from 'node:fs'
import { ours } from './law.ts'
import { rules } from './rules.ts'

const { cruise } = await import('dependency-cruiser')

const extensions = ['.web.tsx', '.web.ts', '.tsx', '.ts', '.mjs', '.js', '.json']

/** How many of our modules were looked at, and which imports break the law. */
export async function examine(root: string): Promise<{ modules: number; broken: string[] }> {
  const { output } = await cruise(
    ours.filter((folder) => existsSync(`${root}/${folder}`)),
    {
      baseDir: root,
      ruleSet: { forbidden: rules },
      validate: true,
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
      exclude: { path: ['/(dist|build|generated|\\.react-router)/'] },
      enhancedResolveOptions: {
        exportsFields: ['exports'],
        conditionNames: ['import', 'node', 'default', 'types'],
        extensions,
      },
    },
    { extensions },
  )
  if (typeof output === 'string') throw new Error(output)
  return {
    modules: output.modules.filter(({ source }) => ours.some((folder) => source.startsWith(folder))).length,
    broken: output.summary.violations.map(({ from, to, rule }) => `${from} → ${to}: ${rule.name}`),
  }
}
