import { z } from 'zod'
import { run } from './command.ts'
import type { Outcome } from './outcome.ts'

const report = z.object({
  number_of_files: z.number(),
  diagnostics: z.array(
    z.object({
      message: z.string(),
      code: z.string().optional(),
      filename: z.string(),
      labels: z.array(z.object({ span: z.object({ line: z.number() }) })),
    }),
  ),
})

export async function lint(root: string): Promise<Outcome> {
  const { code, output } = await run(root, 'oxlint', '--format=json')
  const { number_of_files: examined, diagnostics } = report.parse(JSON.parse(output))
  const wrong = diagnostics.map(
    ({ filename, labels, code: rule = '', message }) => `${filename}:${labels[0]?.span.line ?? 1} ${rule} ${message}`,
  )
  return { examined, unit: 'files', wrong: code === 0 || wrong.length > 0 ? wrong : [`oxlint ended with ${code}`] }
}
