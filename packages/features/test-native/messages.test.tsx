import { expect, test } from '@jest/globals'
import { renderHook, screen, userEvent } from '@testing-library/react-native'
import { useState } from 'react'
import type { Message } from '@buy-locals/contracts/booking/shapes'
import { MessageBubble } from '../src/message-bubble'
import { MessageForm } from '../src/message-form'
import { MessageThread, type Thread } from '../src/message-thread'
import { ReportDialog } from '../src/report-dialog'
import { aThread } from '../src/testing/examples'
import { useMarkRead } from '../src/thread/use-mark-read'
import { show } from './show'

const fromConsumer: Message = {
  number: 1,
  sentBy: 'consumer',
  text: 'Is there parking?',
  sentAt: '2026-11-24T17:00:00Z',
}
const fromBusiness: Message = {
  number: 2,
  sentBy: 'business',
  text: 'Behind the shop.',
  sentAt: '2026-11-24T17:05:00Z',
}
const of = { ownName: 'You', name: 'Fenwick', timeZone: 'America/Boise' } as const

/** What is typed is in the form, as a screen keeps it. */
function Form({ onSend }: { onSend: (text: string) => void }) {
  const [text, setText] = useState('')
  return <MessageForm name="Fenwick" text={text} onChange={setText} isBusy={false} onSend={onSend} />
}

test('a message is written and sent, an empty one never', async () => {
  const sent: string[] = []
  await show(<Form onSend={(text) => void sent.push(text)} />)
  await userEvent.press(screen.getByRole('button', { name: 'Send message' }))
  expect(screen.getByText('Enter a message')).toBeTruthy()
  await userEvent.type(screen.getByLabelText('Message to Fenwick'), ' Is there parking? ')
  expect(screen.queryByText('Enter a message')).toBeNull()
  await userEvent.press(screen.getByRole('button', { name: 'Send message' }))
  expect(sent).toEqual(['Is there parking?'])
})

test('a thread is read from the oldest message on, and what the other side wrote can be reported', async () => {
  const reports: [number, string][] = []
  let pages = 0
  const thread: Thread = { ...aThread(), items: [fromBusiness, fromConsumer], read: { consumer: 0, business: 1 }, closesAt: '2026-12-24T17:00:00Z' } // prettier-ignore
  await show(
    <MessageThread
      {...of}
      thread={thread}
      side="consumer"
      empty="Ask Fenwick about this booking."
      earlier={{ isBusy: false, onPress: () => pages++ }}
      reporting={{ isBusy: false, onReport: (...report) => void reports.push(report) }}
    />,
  )
  expect(screen.getByLabelText('Messages').children).toHaveLength(2)
  expect(screen.getByText('Read')).toBeTruthy()
  await userEvent.press(screen.getByRole('button', { name: 'Show earlier messages' }))
  expect(pages).toBe(1)
  await userEvent.press(screen.getByRole('button', { name: /^Report the message from Fenwick/ }))
  await userEvent.press(screen.getByRole('button', { name: 'Report message' }))
  expect(screen.getByText('Enter what’s wrong')).toBeTruthy()
  await userEvent.type(screen.getByLabelText('What is wrong with it?'), 'A threat')
  await userEvent.press(screen.getByRole('button', { name: 'Report message' }))
  expect(reports).toEqual([[2, 'A threat']])
})

test('a thread without messages says what it is for', async () => {
  await show(
    <MessageThread
      {...of}
      thread={{ ...aThread(), closesAt: '2026-12-24T17:00:00Z' }}
      side="consumer"
      empty="Ask Fenwick."
    />,
  )
  expect(screen.getByText('Ask Fenwick.')).toBeTruthy()
})

test('a message that was removed is not shown, its reason is', async () => {
  const removed = { ...fromBusiness, text: '', isRemoved: true as const, decisionReason: 'A threat' }
  await show(
    <MessageBubble
      message={removed}
      isOwn={false}
      author="Fenwick"
      name="Fenwick"
      timeZone="America/Boise"
      isRead={false}
      reporting={undefined}
    />,
  )
  expect(screen.getByText('Removed by the market operator')).toBeTruthy()
  expect(screen.getByText('Reason: A threat')).toBeTruthy()
})

test('a report is closed without being sent', async () => {
  let closes = 0
  const reporting = { isBusy: false, onReport: () => {} }
  await show(<ReportDialog open number={2} name="Fenwick" reporting={reporting} onClose={() => closes++} />)
  expect(screen.getByRole('heading', { name: 'Report this message?' })).toBeTruthy()
  await userEvent.press(screen.getByRole('button', { name: 'Close' }))
  expect(closes).toBe(1)
})

test('what the other side wrote is read as soon as it is on the screen', async () => {
  const marked: number[] = []
  const markRead = (upTo: number) => void marked.push(upTo)
  const place = { current: null }
  const read = { consumer: 0, business: 1 }
  await renderHook(() => useMarkRead({ place, items: [fromBusiness, fromConsumer], read, side: 'consumer', markRead }))
  expect(marked).toEqual([2])
})
