import { useLoaderData, type MetaFunction } from 'react-router'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Page } from '@buy-locals/ui/frame'
import { TextLink } from '@buy-locals/ui/text-link'
import { socialMeta } from '../site/meta'
import { siteSpeech, sayIn, useSay } from '../words/say'
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
  const speech = siteSpeech(loaderData.locale)
  const say = sayIn(speech)
  const { search, place, publicUrl } = loaderData
  const isFiltered = Boolean(search.q ?? search.on ?? search.sort) || search.open || search.rated
  const here = place ?? say('home.here')
  return [
    ...socialMeta({
      title: say('site.title', { page: titleOf(speech, loaderData) }),
      description: say('home.description', { place: here }),
      url: publicUrl + addressOf({ near: search.near, place: search.place, category: search.category }),
      image: `${publicUrl}/icon.svg`,
    }),
    ...(isFiltered || search.near ? [{ name: 'robots', content: 'noindex, follow' }] : []),
  ]
}

export default function Home() {
  const found = useLoaderData<typeof loader>()
  const say = useSay()
  if (found.kind === 'found') return <Explore found={found} />
  return (
    <Page>
      <EmptyState
        level={1}
        icon="map-pin"
        title={say('home.noMarketsTitle')}
        words={say('home.noMarketsWords')}
        action={<TextLink label={say('site.addBusiness')} href="/add-business" />}
      />
    </Page>
  )
}
