/** `unit`: nothing is said. */
type Schema = 'unit' | number | (() => Schema) | [Schema, unknown] | readonly unknown[]

const kinds = { list: 1, map: 2, structure: 3, error: -3, operation: 9 } as const
/** Of one number: what the values of a list or a map are. */
const [ofList, ofMap] = [64, 128]
const types: Record<number, string> = { 0: 'string', 1: 'number', 2: 'boolean', 4: 'number', 5: 'string', 7: 'number' }

/** The schemas by which a client of the AWS SDK writes and reads, of an operation such as `Publish`. */
export function schemasOf(sdk: object, operation: string): { input: Schema; output: Schema } {
  const schema = (sdk as Record<string, readonly unknown[]>)[`${operation}$`]
  if (schema?.[0] !== kinds.operation) throw new Error(`The SDK has no operation ${operation}`)
  return { input: schema[4] as Schema, output: schema[5] as Schema }
}

/** What is wrong with a value, by its path; nothing where it is as the schema has it. */
export function faultsIn(schema: Schema, value: unknown, path = ''): string[] {
  if (typeof schema === 'function') return faultsIn(schema(), value, path)
  if (schema === 'unit') return Object.keys(value as object).map((name) => `${path}.${name} is not in the schema`)
  if (typeof schema === 'number') return faultsInSimple(schema, value, path)
  const [kind, , , , ...rest] = schema as readonly unknown[]
  if (typeof kind === 'function' || Array.isArray(kind)) return faultsIn(kind as Schema, value, path) // a member with traits
  if (kind === 0) return faultsIn(rest[0] as Schema, value, path)
  if (kind === kinds.list) {
    if (!Array.isArray(value)) return [`${path} is no list`]
    return value.flatMap((each, at) => faultsIn(rest[0] as Schema, each, `${path}[${at}]`))
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${path} is no object`]
  if (kind === kinds.map)
    return Object.entries(value).flatMap(([key, each]) => faultsIn(rest[1] as Schema, each, `${path}.${key}`))
  const [names, members, required = 0] = rest as [string[], Schema[], number?]
  const missing = names.slice(0, required).filter((name) => (value as Record<string, unknown>)[name] === undefined)
  return [
    ...missing.map((name) => `${path}.${name} is missing`),
    ...Object.entries(value).flatMap(([name, each]) => {
      const member = members[names.indexOf(name)]
      if (member === undefined) return [`${path}.${name} is not in the schema`]
      return faultsIn(member, each, `${path}.${name}`)
    }),
  ]
}

function faultsInSimple(schema: number, value: unknown, path: string): string[] {
  if (schema & ofMap)
    return Object.entries(value as object).flatMap(([key, each]) => faultsIn(schema - ofMap, each, `${path}.${key}`))
  if (schema & ofList)
    return (value as unknown[]).flatMap((each, at) => faultsIn(schema - ofList, each, `${path}[${at}]`))
  const type = types[schema]
  if (type === undefined) throw new Error(`Nothing is known of the schema ${schema} of ${path}`)
  return typeof value === type ? [] : [`${path} is no ${type}`]
}
