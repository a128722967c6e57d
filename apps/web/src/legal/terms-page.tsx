import { useSay } from '../words/say'
import { Chapters } from './chapters'
import { publicTitle } from './public-title'

export const meta = publicTitle('legal.termsTitle', 'legal.terms.who', '/terms')

const chapters = ['who', 'money', 'cancel', 'problem', 'review'] as const

export default function Terms() {
  const say = useSay()
  const parts = chapters.map((name) => ({ title: say(`legal.terms.${name}Title`), words: say(`legal.terms.${name}`) }))
  return <Chapters title={say('legal.termsTitle')} parts={parts} />
}
