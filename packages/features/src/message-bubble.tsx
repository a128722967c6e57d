import { useState } from 'react'
import type { Message } from '@buy-locals/contracts/booking/shapes'
import { Bubble } from '@buy-locals/ui/bubble'
import { IconButton } from '@buy-locals/ui/icon-button'
import { Row } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { formatDateTime } from '@buy-locals/values/format-time'
import { translatorForFeatures, useI18n } from './i18n'
import { ReportDialog, type Reporting } from './report-dialog'

type MessageBubbleProps = {
  message: Message
  isOwn: boolean
  /** Of whoever wrote it. */
  author: string
  /** Of the other side. */
  name: string
  timeZone: string
  isRead: boolean
  reporting: Reporting | undefined
}

/** One message, with what became of it. */
export function MessageBubble({ message, isOwn, author, name, timeZone, isRead, reporting }: MessageBubbleProps) {
  const i18n = useI18n()
  const t = translatorForFeatures(i18n)
  const when = formatDateTime(i18n, message.sentAt, timeZone)
  const canReport = reporting && !isOwn && !message.isReported && !message.isRemoved
  const notes = [
    isOwn && message.hidesContacts && t('thread.hiddenFrom', { name }),
    isRead && t('thread.read'),
    describeReport(message, t),
  ]
  return (
    <Bubble own={isOwn}>
      <Row justify="between" gap="md">
        <Text size="fine" tone="quiet">
          {`${author} · ${when}`}
        </Text>
        {canReport && <ReportButton message={message} author={author} when={when} reporting={reporting} />}
      </Row>
      {message.isRemoved ? <Text tone="quiet">{t('thread.removed')}</Text> : <Text>{message.text}</Text>}
      {notes.map(
        (note) =>
          note && (
            <Text key={note} size="fine" tone="quiet">
              {note}
            </Text>
          ),
      )}
    </Bubble>
  )
}

function describeReport(
  { isRemoved, isReported, decisionReason }: Message,
  t: ReturnType<typeof translatorForFeatures>,
) {
  if (isRemoved) return decisionReason && t('thread.removedReason', { reason: decisionReason })
  if (!isReported) return undefined
  return decisionReason ? t('thread.stays', { reason: decisionReason }) : t('thread.reported')
}

type ReportButtonProps = { message: Message; author: string; when: string; reporting: Reporting }

function ReportButton({ message: { number }, author, when, reporting }: ReportButtonProps) {
  const t = translatorForFeatures(useI18n())
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <IconButton
        icon="flag"
        label={t('thread.reportName', { name: author, when })}
        opensDialog
        onPress={() => setOpen(true)}
      />
      <ReportDialog reporting={reporting} number={number} name={author} open={isOpen} onClose={() => setOpen(false)} />
    </>
  )
}
