import { useLoaderData } from 'react-router'
import { useT } from '../messages/site-i18n'
import { findLegalText } from '../server/legal-texts'
import type { LoaderArgs } from '../server/visit'
import { publicPage } from '../site/page-meta'
import { Chapters } from './chapters'
import { OwnText } from './own-text'

export const meta = publicPage('legal.privacyTitle', 'legal.privacy.data', '/privacy')

const chapters = ['data', 'sharing', 'cookies', 'location', 'copy', 'erasure'] as const

export const loader = ({ context: { legalTexts, locale } }: LoaderArgs) => ({
  own: findLegalText(legalTexts, 'privacy', locale),
})

export default function Privacy() {
  const t = useT()
  const { own } = useLoaderData<typeof loader>()
  if (own) return <OwnText {...own} />
  const parts = chapters.map((name) => ({
    title: t(`legal.privacy.${name}Title`),
    text: t(`legal.privacy.${name}`),
  }))
  return <Chapters title={t('legal.privacyTitle')} parts={parts} />
}
