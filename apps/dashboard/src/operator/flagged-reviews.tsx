import { readBusiness } from '@buy-locals/contracts/business/operations'
import type { Market } from '@buy-locals/contracts/business/shapes'
import type { Output } from '@buy-locals/contracts/operation'
import { decideFlag, listFlaggedReviews } from '@buy-locals/contracts/review/operations'
import { useI18n } from '@buy-locals/features/i18n'
import { formatAuthor } from '@buy-locals/features/messages/author-name'
import { ReviewPhotos } from '@buy-locals/features/review-photos'
import { formatDateTime } from '@buy-locals/values/format-time'
import { Buttons } from '@buy-locals/ui/button'
import { Card } from '@buy-locals/ui/card'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Rating } from '@buy-locals/ui/rating'
import { Row, Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { usePagedQuery } from '@buy-locals/client/use-paged-query'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { useT } from '../messages/use-t'
import { NotFound } from '../shell/fallback-pages'
import { PagedResult } from '../shell/query-result'
import { Screen } from '../shell/screen'
import { DecideWithReason } from './decide-with-reason'
import { useMarket } from './use-market'

/** Reviews that businesses ask the operator to look at. */
export function FlaggedReviews({ markets }: { markets: readonly Market[] }) {
  const t = useT()
  const { market, field } = useMarket(markets)
  if (!market) return <NotFound />
  return (
    <Screen title={t('operator.reviewsTitle')} place={market.name} intro={t('operator.reviewsIntro')}>
      {field}
      <ReviewsOfMarket key={market.id} market={market} />
    </Screen>
  )
}

function ReviewsOfMarket({ market }: { market: Market }) {
  const t = useT()
  const reviews = usePagedQuery(listFlaggedReviews, { params: { marketId: market.id }, query: { limit: 20 } })
  const empty = <EmptyState icon="star" title={t('operator.noReviews')} text={t('operator.noReviewsText')} />
  return (
    <PagedResult query={reviews} empty={empty}>
      {(items) => (
        <Stack gap="lg">
          {items.map((review) => (
            <FlaggedReview key={review.id} review={review} timeZone={market.timeZone} />
          ))}
        </Stack>
      )}
    </PagedResult>
  )
}

type Review = Output<typeof listFlaggedReviews>['items'][number]

function FlaggedReview({ review, timeZone }: { review: Review; timeZone: string }) {
  const t = useT()
  const i18n = useI18n()
  const by = formatAuthor(i18n, review.by)
  const { businessId, serviceName, stars, text, at, flag, photos } = review
  const { data: business } = useOperationQuery(readBusiness, { params: { businessId } })
  const name = business?.name ?? ''
  return (
    <Card label={t('operator.reviewOf', { business: name, name: by })}>
      <Title level={2} size="lead">
        {name}
      </Title>
      <Row gap="md" wrap>
        <Rating value={String(stars)} label={t('reviews.rated', { stars })} />
        <Text weight="strong">{t('reviews.by', { name: by, service: serviceName })}</Text>
        <Text size="small" tone="quiet">
          {formatDateTime(i18n, at, timeZone)}
        </Text>
      </Row>
      <Text>{text ?? t('operator.starsAlone')}</Text>
      <ReviewPhotos photos={photos} by={by} />
      <Card sunken>
        <Stack gap="xs">
          <Text size="small" weight="strong">
            {t('operator.reported')}
          </Text>
          <Text>{flag?.reason}</Text>
        </Stack>
      </Card>
      <Buttons>
        <DecideFlag review={review} outcome="dismissed" />
        <DecideFlag review={review} outcome="removed" />
      </Buttons>
    </Card>
  )
}

function DecideFlag({ review: { id: reviewId, by }, outcome }: { review: Review; outcome: 'dismissed' | 'removed' }) {
  const t = useT()
  const decide = useOperationMutation(decideFlag, {
    inlineError: true,
    invalidates: [listFlaggedReviews],
    successText: t(`operator.${outcome}.done`),
  })
  return (
    <DecideWithReason
      label={t(`operator.${outcome}.act`)}
      name={t(`operator.${outcome}.name`, { name: by })}
      title={t(`operator.${outcome}.title`, { name: by })}
      text={t(`operator.${outcome}.text`, { name: by })}
      busy={decide.isPending}
      error={decide.shownError}
      onDecide={(reason) => decide.mutate({ input: { params: { reviewId }, body: { outcome, reason } } })}
    />
  )
}
