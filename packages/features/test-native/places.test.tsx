import { expect, test } from '@jest/globals'
import { screen, userEvent } from '@testing-library/react-native'
import { OpenState } from '../src/open-state'
import { RatingLine } from '../src/rating-line'
import { ReviewPhotos } from '../src/review-photos'
import { Stars } from '../src/stars'
import { aShownPhoto } from '../src/testing/examples'
import { show } from './show'

test('whether a place is open is a text beside an icon', async () => {
  const at = { timeZone: 'America/Boise', now: '2026-11-24T16:00:00Z' }
  await show(
    <>
      <OpenState open={{ isOpen: true, nextChange: '2026-11-25T00:00:00Z' }} {...at} />
      <OpenState open={{ isOpen: false, nextChange: '2026-11-25T16:00:00Z' }} {...at} />
      <OpenState open={null} {...at} />
    </>,
  )
  for (const text of ['Open until 5 PM', 'Closed · opens tomorrow at 9 AM', 'Hours unknown'])
    expect(screen.getByText(text)).toBeTruthy()
})

test('a rating is read in words; without reviews there is none', async () => {
  await show(
    <>
      <RatingLine rating={{ mean: 4.75, count: 124 }} />
      <RatingLine rating={{ mean: 0, count: 0 }} />
    </>,
  )
  expect(screen.getByLabelText('Rated 4.8 out of 5, 124 reviews').props['role']).toBe('img')
  expect(screen.getByText('No reviews yet')).toBeTruthy()
})

test('the stars of one visitor are read in words', async () => {
  await show(<Stars count={4} />)
  expect(screen.getByLabelText('4 out of 5 stars').props['role']).toBe('img')
})

test('each photo of a review has a name and leads to the whole picture', async () => {
  const photos = [aShownPhoto('The mirror'), aShownPhoto()]
  const { followed } = await show(<ReviewPhotos photos={photos} by="Cleo" />)
  await userEvent.press(screen.getByRole('link', { name: 'The mirror' }))
  await userEvent.press(screen.getByRole('link', { name: 'Photo 2 by Cleo' }))
  expect(followed).toEqual(['/640.jpeg', '/640.jpeg'])
})

test('a review without photos shows none', async () => {
  await show(<ReviewPhotos photos={undefined} by="Cleo" />)
  expect(screen.queryByRole('link')).toBeNull()
})
