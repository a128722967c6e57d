import { Page } from '@buy-locals/ui/layout'
import { Text } from '@buy-locals/ui/text'
import { TextLink } from '@buy-locals/ui/text-link'
import { Title } from '@buy-locals/ui/title'
import { useT } from '../messages/site-i18n'
import { PlainList } from '../site/plain-list'
import { publicPage } from '../site/page-meta'

export const meta = publicPage('legal.creditsTitle', 'legal.creditsLead', '/credits')

const sources = [
  { text: 'wof', name: 'whosonfirst.org', href: 'https://whosonfirst.org/' },
  { text: 'geonames', name: 'geonames.org', href: 'https://www.geonames.org/' },
  { text: 'census', name: 'census.gov', href: 'https://www.census.gov/' },
  { text: 'naturalEarth', name: 'naturalearthdata.com', href: 'https://www.naturalearthdata.com/' },
] as const

export default function Credits() {
  const t = useT()
  return (
    <Page reading>
      <Title level={1}>{t('legal.creditsTitle')}</Title>
      <Text size="lead">{t('legal.creditsLead')}</Text>
      <PlainList>
        {sources.map(({ text, name, href }) => (
          <li key={text}>
            <Text>{t(`legal.${text}`)}</Text> <TextLink external label={name} href={href} />
          </li>
        ))}
      </PlainList>
      <Text>{t('legal.creditsCorrections')}</Text>
      <Text>{t('legal.fonts')}</Text>
      <Text>{t('legal.drawings')}</Text>
    </Page>
  )
}
