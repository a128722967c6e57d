import { parseSync, Visitor, type Expression } from 'oxc-parser'

/** Names are what a developer chose, prose is what a developer reads. What people see on a screen is neither. */
export type Text = { kind: 'name' | 'prose'; text: string; offset: number }

export function hasTexts(path: string): boolean {
  return /\.(tsx?|mjs|sql|css|md)$/.test(path)
}

export function textsIn(path: string, source: string): Text[] {
  if (path.endsWith('.sql')) return inSql(source)
  if (path.endsWith('.css')) return inCss(source)
  if (path.endsWith('.md')) return inMarkdown(source)
  return inTypeScript(path, source)
}

/** A string of one word is a name: an event, a job, a key, a path. Files that are imported are looked at by themselves. */
const oneWord = /^(?!\.\.?\/|@buy-locals\/)[\w@/.:-]*[a-z][\w@/.:-]*$/i

function inTypeScript(path: string, source: string): Text[] {
  const { program, comments, errors } = parseSync(path, source)
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`)
  const found: Text[] = comments.map(({ value, start }) => ({ kind: 'prose', text: value, offset: start }))
  const addName = ({ name, start }: { name: string; start: number }) => {
    found.push({ kind: 'name', text: name, offset: start })
  }
  const addString = (text: string, start: number) => {
    if (oneWord.test(text)) addName({ name: text, start })
  }
  new Visitor({
    Identifier: addName,
    PrivateIdentifier: addName,
    JSXIdentifier: addName,
    Literal: ({ value, start }) => addString(String(value), start),
    TemplateElement: ({ value, start }) => addString(value.raw, start),
    JSXAttribute({ name, value }) {
      if (name.name !== 'className' || value?.type !== 'Literal') return
      for (const each of String(value.value).split(/\s+/)) addName({ name: each, start: value.start })
    },
    TaggedTemplateExpression({ tag, quasi }) {
      if (!isCalled(tag, 'sql')) return
      for (const { value, start } of quasi.quasis) found.push(...inSql(value.raw, start))
    },
    CallExpression({ callee, arguments: [title] }) {
      if (!isCalled(callee, 'test', 'it', 'describe')) return
      if (title?.type === 'Literal') found.push({ kind: 'prose', text: String(title.value), offset: title.start })
      if (title?.type === 'TemplateLiteral')
        found.push({ kind: 'prose', text: title.quasis.map(({ value }) => value.raw).join('…'), offset: title.start })
    },
  }).visit(program)
  return found
}

/** Whether this is one of the names, or `name.each(…)` and the like. */
function isCalled(callee: Expression | { type: 'Super' }, ...names: string[]): boolean {
  if (callee.type === 'Identifier') return names.includes(callee.name)
  if (callee.type === 'MemberExpression') return isCalled(callee.object, ...names)
  return callee.type === 'CallExpression' && isCalled(callee.callee, ...names)
}

function inSql(source: string, start = 0): Text[] {
  return split(source, /(--.*|\/\*[\s\S]*?\*\/)|\w+/g).map((found) => ({ ...found, offset: found.offset + start }))
}

function inCss(source: string): Text[] {
  return split(source, /(\/\*[\s\S]*?\*\/)|(?<=[.#]|--|@keyframes )[a-z][\w-]*/gi)
}

function inMarkdown(source: string): Text[] {
  const code = [...source.matchAll(/`[^`\n]+`/g)].flatMap(({ 0: text, index }) =>
    split(text, /[\w/.-]+/g).map((found) => ({ ...found, offset: found.offset + index })),
  )
  return [...code, ...split(source, /(.+)/g)]
}

/** What the pattern's group matches is prose, what it matches besides is a name. */
function split(source: string, pattern: RegExp): Text[] {
  return [...source.matchAll(pattern)].map(({ 0: text, 1: prose, index }) => ({
    kind: prose === undefined ? 'name' : 'prose',
    text,
    offset: index,
  }))
}
