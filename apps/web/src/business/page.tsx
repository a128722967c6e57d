import { useLoaderData, type MetaFunction } from 'react-router'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { Button } from '@buy-locals/ui/button'
import { ActionBar, OnlyNarrow, Page } from '@buy-locals/ui/layout'
import { Notice } from '@buy-locals/ui/notice'
import { TextLink } from '@buy-locals/ui/text-link'
import { Stack } from '@buy-locals/ui/stack'
import { socialMeta } from '../site/page-meta'
import { translatorForSite, siteI18n, useT } from '../messages/site-i18n'
import { Gallery } from './gallery'
import { Hours } from './hours'
import { Intro } from './intro'
import { toJsonLd, toScript } from './json-ld'
import { loadBusiness } from './load-business'
import { Provenance } from './provenance'
import { Reviews } from './reviews'
import { Services } from './services'
import { shareCardPath, toShareCard } from './share-card'
import { Team } from './team'
import { BusinessLocation } from './location'
import type { LoaderArgs } from '../server/visit'
import styles from './page.module.css'

/** As it is drawn. */
const shareCardSize = { width: 1_200, height: 630 }

export async function loader({ params, request, context }: LoaderArgs) {
  const cursor = new URL(request.url).searchParams.get('reviews')
  const page = await loadBusiness(context, params['slug'] ?? '', cursor)
  const url = `${page.publicUrl}/b/${page.business.slug}`
  const image = page.business.photos[0]?.url
  const isPublished = page.business.status === 'published'
  const card = isPublished && shareCardPath(toShareCard(page.business, page.locale), page.business.id, page.locale)
  const jsonLd = toJsonLd(page.business, page.services, url, image && new URL(image, page.publicUrl).href)
  return { ...page, url, card, jsonLd: jsonLd && toScript(jsonLd) }
}

export const meta: MetaFunction<typeof loader> = ({ loaderData, location }) => {
  if (!loaderData) return []
  const { business, url, card, publicUrl, locale } = loaderData
  const i18n = siteI18n(locale)
  const t = translatorForSite(i18n)
  const [kind = 'shop'] = business.categories
  const text = {
    name: business.name,
    kind: translatorForFeatures(i18n)(`category.${kind}`),
    city: business.address.city,
  }
  return [
    ...socialMeta({
      title: t('site.title', { page: `${business.name}, ${business.address.city}` }),
      description: business.description?.slice(0, 155) ?? t('place.description', text),
      url,
      location,
      type: 'business.business',
      image: card
        ? { url: new URL(card, publicUrl).href, ...shareCardSize, alt: t('place.shareAlt', text) }
        : `${publicUrl}/icon.svg`,
    }),
    ...(business.source || business.status !== 'published' ? [{ name: 'robots', content: 'noindex, nofollow' }] : []),
  ]
}

export default function Business() {
  const page = useLoaderData<typeof loader>()
  const t = useT()
  const tFeatures = translatorForFeatures(useI18n())
  const { business, jsonLd, now } = page
  return (
    <Page>
      {jsonLd && (
        <script type="application/ld+json" suppressHydrationWarning dangerouslySetInnerHTML={{ __html: jsonLd }} />
      )}
      <Intro page={page} />
      {(business.status === 'draft' || business.status === 'pending') && (
        <Notice tone="info" title={tFeatures('business.preview')} text={tFeatures('business.previewText')} />
      )}
      {business.status === 'suspended' && <Notice tone="pending" title={tFeatures('business.suspended')} />}
      {business.status === 'closed' && <Notice tone="info" title={tFeatures('business.closed')} />}
      <Gallery business={business} />
      <div className={styles.grid}>
        <Services page={page} />
        <div className={styles.side}>
          <Hours hours={business.hours} timeZone={business.timeZone} now={now} />
          <BusinessLocation page={page} />
        </div>
        <Stack gap="huge">
          <Team staff={page.staff} />
          <Reviews business={business} reviews={page.reviews} />
          <Provenance business={business} />
          {business.status === 'published' && !business.claimed && (
            <TextLink label={tFeatures('business.claim')} href={`/b/${business.slug}/claim`} />
          )}
          {business.status === 'published' && (
            <TextLink size="small" label={t('report.title')} href={`/b/${business.slug}/report`} />
          )}
        </Stack>
      </div>
      {business.status === 'published' && page.services.some(({ awaitsPayments }) => !awaitsPayments) && (
        <OnlyNarrow>
          <ActionBar>
            <Button wide large label={t('place.pickService')} href="#services" />
          </ActionBar>
        </OnlyNarrow>
      )}
    </Page>
  )
}
