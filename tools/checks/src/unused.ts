import { z } from 'zod'
import { run } from './command.ts'
import type { Outcome } from './outcome.ts'

const report = z.object({ looked: z.number(), wrong: z.array(z.string()) })

export async function unused(root: string): Promise<Outcome> {
  const { code, output } = await run(root, 'knip', '--no-progress', '--reporter', './tools/checks/src/knip-reporter.ts')
  const line = output.split('\n').find((each) => each.startsWith('{"looked"'))
  if (line === undefined) return { looked: 0, at: 'files', wrong: [output] }
  const { looked, wrong } = report.parse(JSON.parse(line))
  return { looked, at: 'files', wrong: code === 0 || wrong.length > 0 ? wrong : [`knip ended with ${code}: ${output}`] }
}
