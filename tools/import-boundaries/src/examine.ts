import './own-typescript.ts'
import type { IViolation } from 'dependency-cruiser'
import { existsSync } from 'node:fs'
import { ours, rules } from './boundaries.ts'

const { cruise } = await import('dependency-cruiser')

const extensions = ['.web.tsx', '.web.ts', '.tsx', '.ts', '.mjs', '.js', '.json']

/** How many of our modules were read, which imports cross a boundary, and how many known circles are left. */
export async function examine(root: string): Promise<{ modules: number; crossing: string[]; circles: number }> {
  const { output } = await cruise(
    ours.filter((folder) => existsSync(`${root}/${folder}`)),
    {
      baseDir: root,
      ruleSet: { forbidden: rules.map((rule) => ({ severity: 'error', ...rule })) },
      validate: true,
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
      // What is built of ours; a library's own `dist` is what imports of it lead to.
      exclude: { path: ['^(?!.*node_modules/).*/(dist|build|generated|\\.react-router)/'] },
      enhancedResolveOptions: {
        exportsFields: ['exports'],
        conditionNames: ['import', 'node', 'default', 'types'],
        extensions,
      },
    },
    { extensions },
  )
  if (typeof output === 'string') throw new Error(output)
  const wayOf = ({ from, to, cycle }: IViolation) => [from, ...(cycle?.map(({ name }) => name) ?? [to])]
  const isInfo = ({ rule }: IViolation) => rule.severity === 'info'
  const { violations } = output.summary
  const circles = violations.filter(isInfo).map((each) => [...new Set(wayOf(each))].toSorted().join())
  return {
    modules: output.modules.filter(({ source }) => ours.some((folder) => source.startsWith(folder))).length,
    crossing: violations.filter((each) => !isInfo(each)).map((each) => `${wayOf(each).join(' → ')}: ${each.rule.name}`),
    circles: new Set(circles).size,
  }
}
