import { expect, test } from '@jest/globals'
import { render, screen, userEvent } from '@testing-library/react-native'
import { Linking, Text } from 'react-native'
import { Button, Buttons } from '../src/button'
import { Chip, FilterChip } from '../src/chip'
import { IconButton } from '../src/icon-button'
import { LinksProvider } from '../src/links/links'
import { List, ListRow } from '../src/list'
import { NavLink } from '../src/nav-link'
import { Press } from '../src/press/press'
import { TextLink, TitleLink } from '../src/text-link/text-link'

test('a button is found by its label and pressed', async () => {
  let presses = 0
  await render(
    <Buttons>
      <Button label="Book" icon="calendar-check" iconAfter="arrow-right" large wide onPress={() => presses++} />
      <Button label="Remove" name="Remove Haircut" tone="danger" onPress={() => {}} />
    </Buttons>,
  )
  await userEvent.press(screen.getByRole('button', { name: 'Book' }))
  expect(presses).toBe(1)
  expect(screen.getByRole('button', { name: 'Remove Haircut' })).toBeTruthy()
})

test('neither a disabled button nor a busy one can be pressed', async () => {
  let presses = 0
  await render(
    <>
      <Button label="Pay" disabled onPress={() => presses++} />
      <Button label="Paying" busy onPress={() => presses++} />
      <Button label="Save" submit />
    </>,
  )
  await userEvent.press(screen.getByRole('button', { name: 'Pay', disabled: true }))
  await userEvent.press(screen.getByRole('button', { name: 'Paying', busy: true }))
  expect(presses).toBe(0)
  expect(screen.getByRole('button', { name: 'Save' })).toBeTruthy()
})

test('an icon button has a name, and says whether it is on', async () => {
  let presses = 0
  await render(<IconButton label="Follow" icon="heart" bordered pressed onPress={() => presses++} />)
  await userEvent.press(screen.getByRole('button', { name: 'Follow', selected: true }))
  expect(presses).toBe(1)
})

test('a filter is turned on and off', async () => {
  let presses = 0
  await render(
    <>
      <FilterChip label="Open now" icon="clock" selected={false} count={12} onPress={() => presses++} />
      <FilterChip label="Today" selected onPress={() => {}} />
      <Chip label="Wheelchair access" icon="accessibility" />
    </>,
  )
  await userEvent.press(screen.getByRole('button', { name: /Open now/, selected: false }))
  expect(presses).toBe(1)
  expect(screen.getByText('12')).toBeTruthy()
  expect(screen.getByRole('button', { name: /Today/, selected: true })).toBeTruthy()
  expect(screen.getByText('Wheelchair access')).toBeTruthy()
})

test('every link of ours is followed as the app says', async () => {
  const followed: string[] = []
  await render(
    <LinksProvider follow={(href) => void followed.push(href)}>
      <Button label="See all" tone="quiet" href="/places" />
      <NavLink label="Today" href="/today" icon="calendar" current />
      <TextLink label="Terms" name="Terms of use" href="/terms" size="small" />
      <TitleLink level={3} label="Fenwick & Sons" href="/b/fenwick" stretched />
      <Press href="/money" label="Money">
        <Text>Open</Text>
      </Press>
      <List label="Bookings">
        <ListRow title="Haircut" detail="Fri, Mar 20" href="/bookings/1" />
      </List>
    </LinksProvider>,
  )
  for (const name of ['See all', 'Today', 'Terms of use', 'Fenwick & Sons', 'Money', /Haircut/]) {
    await userEvent.press(screen.getByRole('link', { name }))
  }
  expect(followed).toEqual(['/places', '/today', '/terms', '/b/fenwick', '/money', '/bookings/1'])
  expect(screen.getByRole('link', { name: 'Today', selected: true })).toBeTruthy()
  expect(screen.getByRole('heading', { name: 'Fenwick & Sons' })).toBeTruthy()
})

test('a link to another site leaves the app', async () => {
  const opened: string[] = []
  const { openURL } = Linking
  Linking.openURL = async (url) => void opened.push(url)
  await render(<TextLink external label="GeoNames" href="https://www.geonames.org/" />)
  await userEvent.press(screen.getByRole('link', { name: 'GeoNames' }))
  Linking.openURL = openURL
  expect(opened).toEqual(['https://www.geonames.org/'])
})

test('a row of a list is pressed where it leads somewhere, and only read where it does not', async () => {
  let presses = 0
  await render(
    <List label="People">
      <ListRow title="Jo Park" detail="Beards" leading={<Text>JP</Text>} onPress={() => presses++} />
      <ListRow title="Total" trailing={<Text>$65.00</Text>} />
    </List>,
  )
  expect(screen.getByLabelText('People').props['role']).toBe('list')
  await userEvent.press(screen.getByRole('button', { name: /Jo Park/ }))
  expect(presses).toBe(1)
  expect(screen.queryByRole('button', { name: /Total/ })).toBeNull()
  expect(screen.getByText('$65.00')).toBeTruthy()
})
