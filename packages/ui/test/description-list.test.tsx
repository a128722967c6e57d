// @vitest-environment jsdom
import { render, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { DescriptionList } from '../src/description-list/description-list'

test('two lines may have the same label', () => {
  const complained = vi.spyOn(console, 'error').mockImplementation(() => {})
  const refund = (value: string) => ({ label: 'Refund, Nov 30, 2:30 PM', value })
  const { rerender } = render(<DescriptionList items={[refund('$5.00'), refund('$8.00')]} />)
  rerender(<DescriptionList items={[refund('$8.00')]} />)
  expect(screen.getAllByRole('definition').map(({ textContent }) => textContent)).toEqual(['$8.00'])
  expect(complained).not.toHaveBeenCalled()
})
