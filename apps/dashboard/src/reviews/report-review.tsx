import { useState } from 'react'
import { flagReview, listReviews } from '@buy-locals/contracts/review/operations'
import type { Id } from '@buy-locals/values/ids'
import { Button } from '@buy-locals/ui/button'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { TextDialog } from '../forms/text-dialog'
import { useT } from '../messages/use-t'

/** Asks the operator to look at a review; until the decision it stays in view. */
export function ReportReview({ reviewId, customer }: { reviewId: Id<'review'>; customer: string }) {
  const t = useT()
  const [isOpen, setOpen] = useState(false)
  const report = useOperationMutation(flagReview, {
    inlineError: true,
    invalidates: [listReviews],
    successText: t('reviews.reportDone'),
  })
  return (
    <>
      <Button
        flush
        tone="quiet"
        icon="flag"
        label={t('reviews.report')}
        name={t('reviews.reportName', { name: customer })}
        opensDialog
        onPress={() => setOpen(true)}
      />
      <TextDialog
        open={isOpen}
        tone="primary"
        title={t('reviews.reportTitle', { name: customer })}
        text={t('reviews.reportText')}
        label={t('reviews.report')}
        field={t('reviews.reportReason')}
        hint={t('reviews.reportHint')}
        missing={t('field.noReason')}
        busy={report.isPending}
        error={report.shownError}
        onConfirm={(reason) => report.mutate({ input: { params: { reviewId }, body: { reason } } })}
        onClose={() => setOpen(false)}
      />
    </>
  )
}
