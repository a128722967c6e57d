import { data, useLoaderData } from 'react-router'
import { findLegalText } from '../server/legal-texts'
import type { LoaderArgs } from '../server/visit'
import { publicPage } from '../site/page-meta'
import { OwnText } from './own-text'

export const meta = publicPage('legal.imprintTitle', 'legal.imprintTitle', '/imprint')

export function loader({ context: { legalTexts, locale } }: LoaderArgs) {
  const own = findLegalText(legalTexts, 'imprint', locale)
  if (!own) throw data(undefined, { status: 404 })
  return own
}

export default function Imprint() {
  return <OwnText {...useLoaderData<typeof loader>()} />
}
