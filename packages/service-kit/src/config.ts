import { z } from 'zod'
import type { Limit } from './throttle.ts'

/** Reads the environment; names everything that is missing or malformed at once. An empty value counts as missing. */
export function readConfig<T extends z.ZodType>(
  schema: T,
  environment: Record<string, string | undefined>,
): z.output<T> {
  const values = Object.entries(environment).filter(([, value]) => value !== undefined && value !== '')
  const result = schema.safeParse(Object.fromEntries(values))
  if (!result.success) throw new Error(`The configuration is not complete:\n${z.prettifyError(result.error)}`)
  return result.data
}

/** A setting of how often something may be done in so many seconds. */
export const limitOf = (points: number, seconds: number) =>
  z.coerce
    .number()
    .int()
    .min(1)
    .default(points)
    .transform((configured): Limit => ({ points: configured, seconds }))
