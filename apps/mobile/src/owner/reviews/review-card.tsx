import { useState } from 'react'
import type { Output } from '@buy-locals/contracts/operation'
import { listReviews, replyToReview } from '@buy-locals/contracts/review/operations'
import { useI18n } from '@buy-locals/features/i18n'
import { formatAuthor } from '@buy-locals/features/messages/author-name'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { useTimes } from '@buy-locals/features/time/use-times'
import { Button } from '@buy-locals/ui/button'
import { Card } from '@buy-locals/ui/card'
import { Rating } from '@buy-locals/ui/rating'
import { Row, Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { useT } from '../../messages/mobile-i18n'
import { TextSheet } from '../text-sheet'
import { useBusiness } from '../use-business'

type Review = Output<typeof listReviews>['items'][number]

/** A review, and the one reply of the business. */
export function ReviewCard({ review }: { review: Review }) {
  const t = useT()
  const { business } = useBusiness()
  const { formatMoment } = useTimes(business.timeZone)
  const name = formatAuthor(useI18n(), review.by)
  const { serviceName: service, stars, text, at, reply } = review
  return (
    <Card label={t('businessReviews.by', { name, service })}>
      <Row gap="sm" wrap>
        <Rating value={String(stars)} label={t('businessReviews.rated', { stars })} />
        <Text weight="strong">{t('businessReviews.by', { name, service })}</Text>
      </Row>
      <Text size="small" tone="quiet">
        {formatMoment(at)}
      </Text>
      {text && <Text>{text}</Text>}
      {reply ? (
        <Card sunken>
          <Stack gap="xs">
            <Text size="small" weight="strong">
              {t('businessReviews.yourReply')}, {formatMoment(reply.at)}
            </Text>
            <Text>{reply.text}</Text>
          </Stack>
        </Card>
      ) : (
        <Reply reviewId={review.id} name={name} />
      )}
    </Card>
  )
}

function Reply({ reviewId, name }: { reviewId: Review['id']; name: string }) {
  const t = useT()
  const [isOpen, setOpen] = useState(false)
  const { mutate, isPending, shownError } = useOperationMutation(replyToReview, {
    inlineError: true,
    invalidates: [listReviews],
    successText: t('businessReviews.replyDone'),
    onSuccess: () => setOpen(false),
  })
  return (
    <>
      <Button
        tone="secondary"
        icon="reply"
        label={t('businessReviews.reply')}
        name={t('businessReviews.replyName', { name })}
        opensDialog
        onPress={() => setOpen(true)}
      />
      <TextSheet
        open={isOpen}
        tone="primary"
        maxLength={1000}
        title={t('businessReviews.replyName', { name })}
        text={t('businessReviews.replyText', { name })}
        label={t('businessReviews.send')}
        keep={t('board.close')}
        field={t('businessReviews.replyField')}
        missing={t('businessReviews.noReply')}
        busy={isPending}
        error={shownError}
        onConfirm={(text) => mutate({ input: { params: { reviewId }, body: { text } } })}
        onClose={() => setOpen(false)}
      />
    </>
  )
}
