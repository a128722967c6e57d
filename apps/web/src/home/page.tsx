import { useLoaderData, type MetaFunction } from 'react-router'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { describeSearch } from '@buy-locals/features/place/describe-search'
import { TextLink } from '@buy-locals/ui/text-link'
import { MessagePage } from '../site/message-page'
import { socialMeta } from '../site/page-meta'
import { siteI18n, translatorForSite, useT } from '../messages/site-i18n'
import { Explore } from './explore'
import { loadHome } from './load-home'
import { searchPath } from './search'
import type { LoaderArgs } from '../server/visit'

export async function loader({ request, context }: LoaderArgs) {
  const { locale, publicUrl } = context
  return { ...(await loadHome(context, new URL(request.url))), locale, publicUrl }
}

export const meta: MetaFunction<typeof loader> = ({ loaderData, location }) => {
  if (loaderData?.kind !== 'found') return []
  const i18n = siteI18n(loaderData.locale)
  const t = translatorForSite(i18n)
  const { search, place, publicUrl } = loaderData
  const isFiltered = Boolean(search.q ?? search.on ?? search.sort) || search.open || search.rated
  const area = place ?? translatorForFeatures(i18n)('find.yourArea')
  return [
    ...socialMeta({
      title: t('site.title', { page: describeSearch(i18n, search, area) }),
      description: t('home.description', { place: area }),
      url: publicUrl + searchPath({ near: search.near, place: search.place, category: search.category }),
      location,
      image: `${publicUrl}/icon.svg`,
    }),
    ...(isFiltered || search.near ? [{ name: 'robots', content: 'noindex, follow' }] : []),
  ]
}

export default function Home() {
  const found = useLoaderData<typeof loader>()
  const t = useT()
  const tFeatures = translatorForFeatures(useI18n())
  if (found.kind === 'found') return <Explore found={found} />
  return (
    <MessagePage
      icon="map-pin"
      title={tFeatures('find.noMarketsTitle')}
      text={tFeatures('find.noMarketsText')}
      action={<TextLink label={t('site.addBusiness')} href="/add-business" />}
    />
  )
}
