import type { Message, ReadMarks, ThreadSide } from '@buy-locals/contracts/booking/shapes'
import { Bubbles } from '@buy-locals/ui/bubble'
import { Button } from '@buy-locals/ui/button'
import { Row, Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { translatorForFeatures, useI18n } from './i18n'
import { MessageBubble } from './message-bubble'
import type { Reporting } from './report-dialog'

export type Thread = {
  items: readonly Message[]
  read: ReadMarks
  hidesContacts: boolean
  closesAt?: string | undefined
  nobodyReads?: true | undefined
}

type MessageThreadProps = {
  /** The newest message first, as it is read. */
  thread: Thread
  side: ThreadSide
  /** Of one's own side: a colleague may have written it. */
  ownName: string
  /** Of the other side. */
  name: string
  timeZone: string
  /** What is said where nobody has written yet. */
  empty: string
  /** There are earlier ones. */
  earlier?: { isBusy: boolean; onPress: () => void } | undefined
  /** Not where an operator reads it, who writes nothing either. */
  reporting?: Reporting
}

/** What was written, the newest at the end, above where one writes. */
export function MessageThread(props: MessageThreadProps) {
  const { thread, side, ownName, name, timeZone, empty, earlier, reporting } = props
  const t = translatorForFeatures(useI18n())
  const messages = thread.items.toReversed()
  const otherSide = side === 'consumer' ? 'business' : 'consumer'
  const lastRead = messages.findLast(({ sentBy, number }) => sentBy === side && number <= thread.read[otherSide])
  return (
    <Stack gap="md">
      {earlier && (
        <Row>
          <Button flush tone="quiet" label={t('thread.earlier')} busy={earlier.isBusy} onPress={earlier.onPress} />
        </Row>
      )}
      {messages.length === 0 && <Text tone="quiet">{thread.closesAt ? empty : t('thread.none')}</Text>}
      <Bubbles label={t('thread.title')}>
        {messages.map((message) => (
          <MessageBubble
            key={message.number}
            message={message}
            isOwn={message.sentBy === side}
            author={message.sentBy === side ? ownName : name}
            name={name}
            timeZone={timeZone}
            isRead={message === lastRead}
            reporting={reporting}
          />
        ))}
      </Bubbles>
      {thread.hidesContacts && thread.closesAt && (
        <Text size="small" tone="quiet">
          {t('thread.hidden')}
        </Text>
      )}
      {reporting && !thread.closesAt && (thread.nobodyReads || messages.length > 0) && (
        <Text size="small" tone="quiet">
          {t(thread.nobodyReads ? 'refusal.byCode.booking/nobody-reads' : 'thread.closed')}
        </Text>
      )}
    </Stack>
  )
}
