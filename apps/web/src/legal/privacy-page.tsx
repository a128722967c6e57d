import { useSay } from '../words/say'
import { Chapters } from './chapters'
import { publicTitle } from './public-title'

export const meta = publicTitle('legal.privacyTitle', 'legal.privacy.what', '/privacy')

const chapters = ['what', 'who', 'cookies', 'location', 'erase'] as const

export default function Privacy() {
  const say = useSay()
  const parts = chapters.map((name) => ({
    title: say(`legal.privacy.${name}Title`),
    words: say(`legal.privacy.${name}`),
  }))
  return <Chapters title={say('legal.privacyTitle')} parts={parts} />
}
