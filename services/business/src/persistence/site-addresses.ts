import type { Kysely } from 'kysely'
import { siteAddressesPerPage } from '@buy-locals/contracts/business/shapes'
import type { Database } from './database.ts'

/** As the index has them: without a source, which those have that no owner wrote. */
const onSite = (db: Kysely<Database>) =>
  db
    .selectFrom('businesses')
    .where('status', '=', 'published')
    .where('source', 'is', null)
    .where('site_number', 'is not', null)

export async function countPages(db: Kysely<Database>): Promise<number> {
  const row = await onSite(db).select('site_number').orderBy('site_number', 'desc').limit(1).executeTakeFirst()
  return row?.site_number ? Math.floor(row.site_number / siteAddressesPerPage) + 1 : 0
}

/** A business keeps its page as long as it lives. What has left the site leaves a gap. */
export async function listPage(db: Kysely<Database>, page: number): Promise<string[]> {
  const rows = await onSite(db)
    .select('slug')
    .where('site_number', '>=', page * siteAddressesPerPage)
    .where('site_number', '<', (page + 1) * siteAddressesPerPage)
    .orderBy('site_number')
    .execute()
  return rows.map(({ slug }) => slug)
}
