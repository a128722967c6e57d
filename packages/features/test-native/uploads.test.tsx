import { expect, test } from '@jest/globals'
import { screen, userEvent } from '@testing-library/react-native'
import { UploadRow, type UploadFault } from '../src/upload-row'
import { show } from './show'

function showRow(fault?: UploadFault) {
  const pressed: string[] = []
  const upload = { file: { name: 'mirror.jpg' }, done: 0.4, fault }
  const row = <UploadRow upload={upload} max={20} onRetry={() => pressed.push('retry')} onDismiss={() => pressed.push('dismiss')} /> // prettier-ignore
  return show(row).then(() => pressed)
}

test('a photo on its way says how far it is, and can be given up', async () => {
  const pressed = await showRow()
  expect(screen.getByLabelText('Uploading mirror.jpg').props['aria-valuenow']).toBe(40)
  await userEvent.press(screen.getByRole('button', { name: 'Cancel the upload of mirror.jpg' }))
  expect(pressed).toEqual(['dismiss'])
})

test('one that did not arrive can be sent again', async () => {
  const pressed = await showRow('failed')
  await userEvent.press(screen.getByRole('button', { name: 'Try again' }))
  expect(pressed).toEqual(['retry'])
})

test('one that cannot be used says why, and is only put away', async () => {
  const pressed = await showRow('empty')
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull()
  await userEvent.press(screen.getByRole('button'))
  expect(pressed).toEqual(['dismiss'])
})
