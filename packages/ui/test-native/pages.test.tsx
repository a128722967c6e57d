import { expect, test } from '@jest/globals'
import { render, screen } from '@testing-library/react-native'
import {
  ActionBar,
  Columns,
  Grid,
  MapPage,
  OnlyNarrow,
  OnlyWide,
  Page,
  Shell,
  SkipLink,
  TopBar,
} from '../src/layout/layout'
import { Text } from '../src/text'

const roleOf = (label: string) => screen.getByLabelText(label).props['role'] as unknown

test('a page has its bar, its content, what stands aside and its actions', async () => {
  await render(
    <>
      <SkipLink label="Skip to the content" />
      <TopBar name="Main" brand={<Text>Buy Locals</Text>} actions={<Text>Sign in</Text>}>
        <Text>Explore</Text>
      </TopBar>
      <Page>
        <Columns aside={<Text>Your booking</Text>}>
          <Text>Pick a time</Text>
        </Columns>
        <ActionBar>
          <Text>Pay</Text>
        </ActionBar>
      </Page>
    </>,
  )
  expect(roleOf('Main')).toBe('banner')
  for (const text of ['Buy Locals', 'Explore', 'Sign in', 'Pick a time', 'Your booking', 'Pay']) {
    expect(screen.getByText(text)).toBeTruthy()
  }
  expect(screen.queryByText('Skip to the content')).toBeNull()
})

test('a map stands above its list', async () => {
  await render(
    <MapPage mapLabel="Map of the places" map={<Text>A map</Text>}>
      <Grid label="Places">
        <Text>Fenwick & Sons</Text>
        <Text>Hearth Bakery</Text>
      </Grid>
    </MapPage>,
  )
  expect(roleOf('Map of the places')).toBe('region')
  const places = screen.getByLabelText('Places')
  expect(places.props['role']).toBe('list')
  expect(places.children).toHaveLength(2)
})

test('a phone is narrow: the menu stands instead of the side bar', async () => {
  await render(
    <Shell
      sidebarLabel="Dashboard"
      sidebar={
        <>
          <OnlyWide>
            <Text>Side bar</Text>
          </OnlyWide>
          <OnlyNarrow>
            <Text>Menu</Text>
          </OnlyNarrow>
        </>
      }
    >
      <Text>Today</Text>
    </Shell>,
  )
  expect(roleOf('Dashboard')).toBe('navigation')
  expect(screen.getByText('Menu')).toBeTruthy()
  expect(screen.queryByText('Side bar')).toBeNull()
})
