type Node = { type: string; name?: string; value?: unknown; operator?: string; [child: string]: unknown }
type Context = { report(finding: { node: Node; message: string }): void }
type Rule = { create(context: Context): Record<string, (node: Node) => void> }

/** Lint rules that are ours alone. `.oxlintrc.json` says where each holds. */
const clock = rule((context) => ({
  NewExpression(node) {
    if (named(node['callee']) === 'Date')
      refuse(context, node, 'Take the time from `clock` or `now`, not from `new Date`')
  },
  MemberExpression(node) {
    const path = `${named(node['object'])}.${named(node['property'])}`
    if (path === 'Date.now' || path === 'Temporal.Now')
      refuse(context, node, `Take the time from \`clock\` or \`now\`, not from ${path}`)
  },
}))

const money = rule((context) => ({
  CallExpression(node) {
    const name = named(node['callee']) || named(child(node['callee'], 'property'))
    if (name === 'parseFloat' || name === 'toFixed')
      refuse(context, node, `${name} loses cents; values/money knows how to read and show an amount`)
  },
  BinaryExpression(node) {
    const isHundred = [node['left'], node['right']].some((side) => child(side, 'value') === 100)
    if (node.operator === '*' && isHundred)
      refuse(context, node, 'Not every currency has hundredths; values/money knows')
  },
}))

const environment = rule((context) => ({
  MemberExpression(node) {
    if (`${named(node['object'])}.${named(node['property'])}` === 'process.env') {
      refuse(context, node, 'The environment is read by hosts only; take a Config')
    }
  },
}))

const sql = rule((context) => ({
  CallExpression(node) {
    const name = named(child(node['callee'], 'property'))
    if (/^(selectFrom|insertInto|updateTable|deleteFrom|mergeInto)$/.test(name))
      refuse(context, node, `A service's SQL is in persistence/; ${name} is SQL`)
  },
  TaggedTemplateExpression(node) {
    if (named(node['tag']) === 'sql') refuse(context, node, "A service's SQL is in persistence/")
  },
}))

/** Plans are made once for all values there: only a constant that stands in the statement lets a partial index be used. */
const constants = rule((context) => ({
  CallExpression(node) {
    if (named(child(node['callee'], 'property')).endsWith('Ref')) return
    const [column, operator, value] = node['arguments'] as Node[]
    if (!ofPartialIndexes.test(String(child(column, 'value'))) || typeof child(operator, 'value') !== 'string') return
    const compared = value?.type === 'ArrayExpression' ? (value['elements'] as Node[]) : [value]
    if (compared.some((one) => one?.type === 'Literal'))
      refuse(context, node, 'As a parameter it keeps partial indexes from being used; write sql.lit(…)')
  },
}))

const ofPartialIndexes = /^(\w+\.)?(kind|status|state|funds|live|is_guest|channel)$/

const exportAll = rule((context) => ({
  ExportAllDeclaration(node) {
    refuse(context, node, 'No barrels: export by subpath')
  },
}))

const vague = /(Helper|Utils?|Handler|Processor|Impl|Misc|Dto|DTO|Entity)s?$|^(Base|Enhanced|Common)[A-Z]/
const vagueForTypes = /(Manager|Data|Info|Model)$|^I[A-Z][a-z]/

const names = rule((context) => ({
  FunctionDeclaration: (node) => refuseName(context, node, vague),
  VariableDeclarator: (node) => refuseName(context, node, vague),
  ClassDeclaration: (node) => refuseName(context, node, vague, vagueForTypes),
  TSTypeAliasDeclaration: (node) => refuseName(context, node, vague, vagueForTypes),
  TSInterfaceDeclaration: (node) => refuseName(context, node, vague, vagueForTypes),
}))

function refuseName(context: Context, node: Node, ...forbidden: RegExp[]): void {
  const name = named(node['id'])
  if (forbidden.some((pattern) => pattern.test(name))) {
    refuse(context, node, `"${name}" is vague; name it for what it does`)
  }
}

/** The name of an identifier, '' of anything else. */
function named(node: unknown): string {
  const name = child(node, 'name')
  return typeof name === 'string' ? name : ''
}

function child(node: unknown, key: string): unknown {
  return typeof node === 'object' && node !== null
    ? Object.entries(node).find(([name]) => name === key)?.[1]
    : undefined
}

function refuse(context: Context, node: Node, message: string): void {
  context.report({ node, message })
}

function rule(create: Rule['create']): Rule {
  return { create }
}

export default {
  meta: { name: 'house' },
  rules: { clock, money, environment, sql, constants, 'export-all': exportAll, names },
}
