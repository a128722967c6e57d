import { useState } from 'react'
import { listReviews, replyToReview } from '@buy-locals/contracts/review/operations'
import type { Id } from '@buy-locals/values/ids'
import { Button, Buttons } from '@buy-locals/ui/button'
import { Stack } from '@buy-locals/ui/stack'
import { TextField } from '@buy-locals/ui/text-field'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { CancelButton } from '../forms/cancel-button'
import { focusOnce } from '../forms/focus-once'
import { useT } from '../messages/use-t'

/** The reply of the business, once. */
export function ReplyForm({ reviewId, customer }: { reviewId: Id<'review'>; customer: string }) {
  const t = useT()
  const [text, setText] = useState<string>()
  const [isMissing, setMissing] = useState(false)
  const reply = useOperationMutation(replyToReview, { invalidates: [listReviews], successText: t('reviews.replyDone') })
  if (text === undefined) {
    const open = () => setText('')
    return (
      <Button
        tone="secondary"
        icon="reply"
        label={t('reviews.reply')}
        name={t('reviews.replyName', { name: customer })}
        onPress={open}
      />
    )
  }
  function send(text: string) {
    setMissing(text === '')
    if (text) reply.mutate({ input: { params: { reviewId }, body: { text } } })
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        send(text.trim())
      }}
    >
      <Stack gap="md">
        <TextField
          ref={focusOnce}
          rows={3}
          maxLength={1000}
          label={t('reviews.replyField')}
          hint={t('reviews.replyText', { name: customer })}
          error={isMissing ? t('reviews.noReply') : undefined}
          value={text}
          onChange={setText}
        />
        <Buttons>
          <Button submit label={t('reviews.send')} busy={reply.isPending} />
          <CancelButton
            isChanged={!reply.isPending && !reply.isSuccess && text.trim() !== ''}
            onCancel={() => setText(undefined)}
          />
        </Buttons>
      </Stack>
    </form>
  )
}
