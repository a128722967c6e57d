import { useT } from '../messages/site-i18n'
import { Chapters } from './chapters'
import { publicPage } from '../site/page-meta'

export const meta = publicPage('legal.termsTitle', 'legal.terms.parties', '/terms')

const chapters = ['parties', 'money', 'cancel', 'complaint', 'review'] as const

export default function Terms() {
  const t = useT()
  const parts = chapters.map((name) => ({ title: t(`legal.terms.${name}Title`), text: t(`legal.terms.${name}`) }))
  return <Chapters title={t('legal.termsTitle')} parts={parts} />
}
