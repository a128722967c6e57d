// @vitest-environment jsdom
import { fireEvent, render, screen, within } from '@testing-library/react'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { Button } from '../src/button'
import { Dialog, Sheet } from '../src/overlay'
import { ToastProvider, useToast } from '../src/toast'

HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
  this.open = true
}
HTMLDialogElement.prototype.close = function (this: HTMLDialogElement) {
  this.open = false
  this.dispatchEvent(new Event('close'))
}

function Booking() {
  const showToast = useToast()
  const [isOpen, setOpen] = useState(true)
  const [isCancelling, setCancelling] = useState(true)
  function cancel() {
    showToast({ tone: 'success', text: 'Booking cancelled.' })
    setCancelling(false)
  }
  return (
    <Sheet open={isOpen} title="Haircut" onClose={() => setOpen(false)}>
      <Button label="Complete" onPress={() => showToast({ tone: 'success', text: 'Completed.' })} />
      <Dialog open={isCancelling} title="Cancel this booking?" onClose={() => setCancelling(false)}>
        <Button label="Remind" onPress={() => showToast({ text: 'Not sent.', tone: 'danger' })} />
        <Button label="Cancel it" onPress={cancel} />
      </Dialog>
    </Sheet>
  )
}

const overlay = (name: string) => within(screen.getByRole('dialog', { name }))

test('a toast is shown in the topmost overlay, because nothing below that is seen or read', async () => {
  render(
    <ToastProvider>
      <Booking />
    </ToastProvider>,
  )
  fireEvent.click(screen.getByRole('button', { name: 'Remind' }))
  const toast = await overlay('Cancel this booking?').findByText('Not sent.')
  expect(toast.closest('[role=status]')?.getAttribute('aria-live')).toBe('assertive')

  fireEvent.click(screen.getByRole('button', { name: 'Cancel it' }))
  expect(await overlay('Haircut').findByText('Booking cancelled.')).toBeTruthy()
  fireEvent.click(overlay('Haircut').getByRole('button', { name: 'Complete' }))
  expect(await overlay('Haircut').findByText('Completed.')).toBeTruthy()

  fireEvent.click(overlay('Haircut').getByRole('button', { name: 'Close' }))
  expect((await screen.findByText('Completed.')).closest('dialog')).toBeNull()
})

function Shop() {
  const showToast = useToast()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button label="Save" onPress={() => showToast({ tone: 'success', text: 'Saved.' })} />
      <Button label="Block time" onPress={() => setOpen(true)} />
      <Sheet open={isOpen} title="Block time" onClose={() => setOpen(false)}>
        <Button label="Block" onPress={() => setOpen(false)} />
      </Sheet>
    </>
  )
}

test('a toast that is up when an overlay opens or closes is shown there, and not read a second time', async () => {
  render(
    <ToastProvider>
      <Shop />
    </ToastProvider>,
  )
  const isRead = (toast: HTMLElement) => toast.closest('[role=status]') !== null
  const save = screen.getByRole('button', { name: 'Save' })
  fireEvent.click(save)
  expect(isRead(await screen.findByText('Saved.'))).toBe(true)
  const open = screen.getByRole('button', { name: 'Block time' })
  fireEvent.click(open)
  expect(isRead(await overlay('Block time').findByText('Saved.')), 'it had no time to be read').toBe(true)
  fireEvent.click(overlay('Block time').getByRole('button', { name: 'Close' }))
  expect(isRead(await screen.findByText('Saved.'))).toBe(true)

  await new Promise((resolve) => setTimeout(resolve, 700))
  fireEvent.click(open)
  expect(isRead(await overlay('Block time').findByText('Saved.'))).toBe(false)
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(isRead(overlay('Block time').getByText('Saved.'))).toBe(false)
  fireEvent.click(overlay('Block time').getByRole('button', { name: 'Close' }))
  const toast = await screen.findByText('Saved.')
  expect([isRead(toast), toast.closest('dialog')]).toEqual([false, null])
})

test('a toast with the same text once more is added anew, so that it is read again', async () => {
  render(
    <ToastProvider>
      <Shop />
    </ToastProvider>,
  )
  const save = screen.getByRole('button', { name: 'Save' })
  fireEvent.click(save)
  const first = await screen.findByText('Saved.')
  fireEvent.click(save)
  expect(first.isConnected).toBe(false)
  expect(screen.getByText('Saved.').closest('[role=status]')).not.toBeNull()
})
