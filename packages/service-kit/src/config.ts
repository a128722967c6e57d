import { z } from 'zod'

/** Reads what the environment says; names everything that is missing or malformed at once. An empty value is a missing one. */
export function readConfig<T extends z.ZodType>(
  schema: T,
  environment: Record<string, string | undefined>,
): z.output<T> {
  const given = Object.entries(environment).filter(([, value]) => value !== undefined && value !== '')
  const result = schema.safeParse(Object.fromEntries(given))
  if (!result.success) throw new Error(`The configuration is not complete:\n${z.prettifyError(result.error)}`)
  return result.data
}
