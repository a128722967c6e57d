import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Marked } from 'marked'
import { z } from 'zod'
import { documents, type DocumentVersions } from '@buy-locals/contracts/documents'
import { languageOf, offeredLocales } from '@buy-locals/values/locale'
import type { LegalTexts } from '@buy-locals/web/legal-texts'

const names = ['imprint', 'terms', 'privacy']
const languages = [...new Set(offeredLocales.map(languageOf))]
const fileNames = names.flatMap((name) => [`${name}.md`, ...languages.map((language) => `${name}.${language}.md`)])
const maxLetters = 200_000

/** A folder of Markdown files such as `imprint.md` and `terms.es.md`, which stand in the place of our own texts. */
export const legalFolder = z.string().transform((folder, context): LegalTexts => {
  try {
    return readLegalTexts(folder)
  } catch (error) {
    context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : String(error) })
    return z.NEVER
  }
})

function readLegalTexts(folder: string): LegalTexts {
  const files = readdirSync(folder).filter((file) => file.endsWith('.md'))
  const unknown = files.find((file) => !fileNames.includes(file))
  if (unknown) throw new Error(`${unknown} is none of ${fileNames.join(', ')}`)
  const translated = files.find((file) => !files.includes(`${file.split('.', 1)[0]}.md`))
  if (translated) throw new Error(`${translated} is a translation: ${translated.split('.', 1)[0]}.md is missing`)
  return new Map(
    files.map((file) => [file.replace(/\.md$/, ''), render(file, readFileSync(join(folder, file), 'utf8'))]),
  )
}

/** HTML in it is shown as it is written. */
const marked = new Marked({ renderer: { html: ({ text }) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;') } })

function render(file: string, markdown: string): { title: string; html: string; version: string } {
  if (markdown.length > maxLetters) throw new Error(`${file} is longer than ${maxLetters} letters`)
  const [first, ...rest] = marked.lexer(markdown)
  if (first?.type !== 'heading' || first['depth'] !== 1)
    throw new Error(`${file} does not begin with its title, as # Terms`)
  const version = createHash('sha256').update(markdown).digest('hex').slice(0, 12)
  return { title: String(first['text']), html: marked.parser(rest), version }
}

/** The versions of what people accept: those of the operator's own texts, or of ours. */
export const acceptedVersions = (texts: LegalTexts | undefined): DocumentVersions => ({
  terms: texts?.get('terms')?.version ?? documents.terms,
  privacy: texts?.get('privacy')?.version ?? documents.privacy,
})
