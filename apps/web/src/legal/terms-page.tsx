import { useLoaderData } from 'react-router'
import { useT } from '../messages/site-i18n'
import { findLegalText } from '../server/legal-texts'
import type { LoaderArgs } from '../server/visit'
import { publicPage } from '../site/page-meta'
import { Chapters } from './chapters'
import { OwnText } from './own-text'

export const meta = publicPage('legal.termsTitle', 'legal.terms.parties', '/terms')

const chapters = ['parties', 'money', 'cancel', 'complaint', 'review'] as const

export const loader = ({ context: { legalTexts, locale } }: LoaderArgs) => ({
  own: findLegalText(legalTexts, 'terms', locale),
})

export default function Terms() {
  const t = useT()
  const { own } = useLoaderData<typeof loader>()
  if (own) return <OwnText {...own} />
  const parts = chapters.map((name) => ({ title: t(`legal.terms.${name}Title`), text: t(`legal.terms.${name}`) }))
  return <Chapters title={t('legal.termsTitle')} parts={parts} />
}
