import { useLoaderData } from 'react-router'
import { useT } from '../messages/site-i18n'
import { findLegalText } from '../server/legal-texts'
import type { LoaderArgs } from '../server/visit'
import { publicPage } from '../site/page-meta'
import { Chapters } from './chapters'
import { OwnText } from './own-text'

export const meta = publicPage('legal.privacyTitle', 'legal.privacy.data', '/privacy')

const chapters = ['data', 'sharing', 'cookies', 'location', 'copy', 'erasure'] as const

/** What goes to Google, and only where the operator has set it up. */
const toGoogle = ({ map, places }: LoaderArgs['context']['config']) => [
  ...(map.googleKey ? (['googleMap'] as const) : []),
  ...(places.haveAddresses ? (['googleAddresses'] as const) : []),
]

export const loader = ({ context: { legalTexts, locale, config } }: LoaderArgs) => ({
  own: findLegalText(legalTexts, 'privacy', locale),
  toGoogle: toGoogle(config),
})

export default function Privacy() {
  const t = useT()
  const { own, toGoogle } = useLoaderData<typeof loader>()
  if (own) return <OwnText {...own} />
  const toPart = (name: (typeof chapters | typeof toGoogle)[number]) => ({
    title: t(`legal.privacy.${name}Title`),
    text: t(`legal.privacy.${name}`),
  })
  const link = { label: t('legal.privacy.googlePolicy'), href: 'https://policies.google.com/privacy' }
  const parts = [...chapters.map(toPart), ...toGoogle.map((name) => ({ ...toPart(name), link }))]
  return <Chapters title={t('legal.privacyTitle')} parts={parts} />
}
