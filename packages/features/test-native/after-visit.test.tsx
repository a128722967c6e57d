import { expect, test } from '@jest/globals'
import { screen, userEvent } from '@testing-library/react-native'
import { useState } from 'react'
import { newId } from '@buy-locals/values/ids'
import { ComplaintCard } from '../src/complaint-card'
import { ComplaintSheet } from '../src/complaint-sheet'
import { aBooking } from '../src/testing/examples'
import { show } from './show'

const businessId = newId('business')

function Complaining({ payment, onSend }: { payment: 'online' | 'at-venue'; onSend: (text: string) => void }) {
  const [text, setText] = useState('')
  return (
    <ComplaintSheet
      open
      booking={aBooking(businessId, { status: 'completed', payment })}
      text={text}
      onChange={setText}
      isSending={false}
      errorNotice={null}
      onSend={onSend}
      onClose={() => {}}
    />
  )
}

test('a complaint is written and sent, an empty one never', async () => {
  const sent: string[] = []
  await show(<Complaining payment="online" onSend={(text) => void sent.push(text)} />)
  await userEvent.press(screen.getByRole('button', { name: 'Send' }))
  expect(screen.getByText('Enter what happened')).toBeTruthy()
  await userEvent.type(screen.getByLabelText('What happened?'), ' Nobody was there. ')
  await userEvent.press(screen.getByRole('button', { name: 'Send' }))
  expect(sent).toEqual(['Nobody was there.'])
})

test('the payment is held only where it was paid online', async () => {
  await show(<Complaining payment="at-venue" onSend={() => {}} />)
  expect(screen.queryByText('We hold the payment until this is resolved.')).toBeNull()
})

const complaint = { text: 'Nobody was there.', reply: 'We are sorry.', decideBy: '2026-12-01T17:00:00Z' }
const complained = aBooking(businessId, { status: 'completed', complaint, offeredShare: 5_000 })

test('of a complaint both sides are read, and what is offered is accepted as it was read', async () => {
  const accepted: number[] = []
  const accepting = { isAccepting: false, errorNotice: null, onAccept: (share: number) => void accepted.push(share) }
  await show(<ComplaintCard booking={complained} name="Fenwick" {...accepting} />)
  for (const text of ['Nobody was there.', 'Fenwick replied', 'We are sorry.', 'We decide by Tue, Dec 1, 10:00 AM.'])
    expect(screen.getByText(text)).toBeTruthy()
  await userEvent.press(screen.getByRole('button', { name: 'Accept $22.50' }))
  expect(accepted).toEqual([5_000])
})

test('once it is decided it says why, and nothing is offered any more', async () => {
  const decided = { ...complained, complaintDecision: 'released' as const, reason: 'The shop was open.' }
  await show(
    <ComplaintCard booking={decided} name="Fenwick" isAccepting={false} errorNotice={null} onAccept={() => {}} />,
  )
  expect(screen.getByText('The shop was open.')).toBeTruthy()
  expect(screen.queryByRole('button')).toBeNull()
})
