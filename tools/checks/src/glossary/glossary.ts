import type { Outcome } from '../outcome.ts'
import { filesOf, textOf } from '../repository.ts'
import { readRetired, type Retired } from './retired.ts'
import { hasTexts, textsIn, type Text } from './texts-in.ts'

/** Migrations that had run before the words were retired. */
const oldMigrations = [
  'packages/service-kit/migrations/001_kit.sql',
  'services/auth/migrations/001_identity.sql',
  'services/auth/migrations/002_password-version.sql',
  'services/booking/migrations/001_bookings.sql',
  'services/booking/migrations/002_dispute-window.sql',
  'services/booking/migrations/003_open-problems.sql',
  'services/booking/migrations/004_entered-by-business.sql',
  'services/booking/migrations/005_guest-visits.sql',
  'services/booking/migrations/006_plain-words.sql',
  'services/business/migrations/001_businesses.sql',
  'services/business/migrations/002_discovery.sql',
  'services/notification/migrations/001_notifications.sql',
  'services/notification/migrations/002_told.sql',
  'services/notification/migrations/003_replaced.sql',
  'services/payment/migrations/001_payments.sql',
  'services/payment/migrations/002_ledger.sql',
  'services/payment/migrations/003_dispute-window.sql',
  'services/payment/migrations/004_payments-of-booking.sql',
  'services/payment/migrations/005_payees-looked-at.sql',
  'services/payment/migrations/006_plain-words.sql',
  'services/review/migrations/001_reviews.sql',
  'services/review/migrations/002_entered-by-business.sql',
]

/** Migrations that rename what those made. */
const renaming = /\/migrations\/\d+_(glossary|plain-words)\.sql$/

/** What people read on a screen or in a mail, what is made from other files, and what speaks of an earlier program's names. */
const leftOut =
  /\/(words|messages)\/en\b|\/generated\/|^docs\/glossary\.md$|^tools\/checks\/(src\/glossary\/|test\/glossary)|^apps\/server\/test\/(fixtures\/)?kept-data/

/** Names that libraries and standards chose, and the label that stored keys are derived from. */
const ofOthers = new Set([
  ...['allSettled', 'PromiseSettledResult', 'onSettled', 'hasOfferCatalog', 'OfferCatalog', 'Offer', 'seal'],
  ...['account_holder_name', 'account_holder_type', 'canAskAgain'],
])

/** No name and no sentence uses a word that the glossary has retired. */
export async function glossary(root: string): Promise<Outcome> {
  const files = await ours(root)
  const retired = readRetired(textOf(root, 'docs/glossary.md'))
  return {
    examined: files.length,
    unit: `files, ${retired.length} retired words`,
    wrong: files.flatMap((path) => retiredIn(root, path, retired)),
  }
}

async function ours(root: string): Promise<string[]> {
  return (await filesOf(root)).filter(
    (path) => !leftOut.test(path) && !oldMigrations.includes(path) && !renaming.test(path),
  )
}

/** Each name and sentence of a file that has a retired word, once, where it stands first. */
function retiredIn(root: string, path: string, retired: Retired[]): string[] {
  const source = hasTexts(path) ? textOf(root, path) : ''
  const inPath = path.split('/').map((part): Text => ({ kind: 'name', text: part.replace(/\..*$/, ''), offset: 0 }))
  const found = new Map<string, string>()
  for (const { kind, text, offset } of [...inPath, ...textsIn(path, source)]) {
    if (ofOthers.has(text) || found.has(text)) continue
    const entry = retired.find(({ inName, inProse }) => (kind === 'name' ? inName(text) : inProse(text)))
    if (!entry) continue
    const line = source.slice(0, offset).split('\n').length
    const quoted = text.trim().slice(0, 80)
    found.set(text, `${path}:${line} "${quoted}" has "${entry.written}"; the word is "${entry.instead}"`)
  }
  return [...found.values()]
}

/** `node tools/checks/src/glossary/glossary.ts FOLDER` prints what is left there. */
if (import.meta.main) {
  const [folder = ''] = process.argv.slice(2)
  const retired = readRetired(textOf(process.cwd(), 'docs/glossary.md'))
  const files = (await ours(process.cwd())).filter((path) => path.startsWith(folder))
  console.log(files.flatMap((path) => retiredIn(process.cwd(), path, retired)).join('\n'))
}
