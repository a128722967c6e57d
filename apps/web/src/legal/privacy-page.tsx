import { useT } from '../messages/site-i18n'
import { Chapters } from './chapters'
import { publicPage } from '../site/page-meta'

export const meta = publicPage('legal.privacyTitle', 'legal.privacy.data', '/privacy')

const chapters = ['data', 'sharing', 'cookies', 'location', 'copy', 'erasure'] as const

export default function Privacy() {
  const t = useT()
  const parts = chapters.map((name) => ({
    title: t(`legal.privacy.${name}Title`),
    text: t(`legal.privacy.${name}`),
  }))
  return <Chapters title={t('legal.privacyTitle')} parts={parts} />
}
