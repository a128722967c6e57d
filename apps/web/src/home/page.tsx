import { useLoaderData, type MetaFunction } from 'react-router'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Page } from '@buy-locals/ui/layout'
import { TextLink } from '@buy-locals/ui/text-link'
import { socialMeta } from '../site/meta'
import { siteI18n, translatorForSite, useT } from '../messages/site-i18n'
import { Explore } from './explore'
import { loadHome } from './load'
import { addressOf } from './search'
import { titleOf } from './title'
import type { Asked } from '../server/asked'

export async function loader({ request, context }: Asked) {
  const { locale, publicUrl } = context
  return { ...(await loadHome(context, new URL(request.url))), locale, publicUrl }
}

export const meta: MetaFunction<typeof loader> = ({ loaderData }) => {
  if (loaderData?.kind !== 'found') return []
  const i18n = siteI18n(loaderData.locale)
  const t = translatorForSite(i18n)
  const { search, place, publicUrl } = loaderData
  const isFiltered = Boolean(search.q ?? search.on ?? search.sort) || search.open || search.rated
  const here = place ?? t('home.here')
  return [
    ...socialMeta({
      title: t('site.title', { page: titleOf(i18n, loaderData) }),
      description: t('home.description', { place: here }),
      url: publicUrl + addressOf({ near: search.near, place: search.place, category: search.category }),
      image: `${publicUrl}/icon.svg`,
    }),
    ...(isFiltered || search.near ? [{ name: 'robots', content: 'noindex, follow' }] : []),
  ]
}

export default function Home() {
  const found = useLoaderData<typeof loader>()
  const t = useT()
  if (found.kind === 'found') return <Explore found={found} />
  return (
    <Page>
      <EmptyState
        level={1}
        icon="map-pin"
        title={t('home.noMarketsTitle')}
        text={t('home.noMarketsText')}
        action={<TextLink label={t('site.addBusiness')} href="/add-business" />}
      />
    </Page>
  )
}
