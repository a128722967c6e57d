import { Button, Buttons } from '@buy-locals/ui/button'
import { Drawing } from '@buy-locals/ui/drawing'
import { ActionBar, Columns, MapPage, OnlyNarrow, OnlyWide, Page, Shell } from '@buy-locals/ui/layout'
import { List, ListRow } from '@buy-locals/ui/list'
import { NavLink } from '@buy-locals/ui/nav-link'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import { ToastProvider, useToast } from '@buy-locals/ui/toast'

const places = ['Fenwick & Sons', 'The Quiet Room', 'Spoke Bicycle Repair', 'Hearth Bakery', 'Willow Vets']

/** The search page: the list left, the map right. */
export function MapLayout() {
  return (
    <MapPage mapLabel="Map of the places" map={<Drawing kind="garden" seed="map" label="Where the map lies" />}>
      <Title level={1}>5 places near you</Title>
      <List label="Places">
        {places.map((place) => (
          <ListRow key={place} title={place} detail="Open until 18:00" href="#place" />
        ))}
      </List>
    </MapPage>
  )
}

/** A page of the dashboard: the side bar left, a bar for the main action on a phone. */
export function ShellLayout() {
  return (
    <ToastProvider>
      <Shell
        sidebarLabel="Dashboard"
        sidebar={
          <div style={{ padding: 12 }}>
            <OnlyWide>
              <Stack gap="xs">
                <NavLink label="Today" href="#today" icon="layout-dashboard" current />
                <NavLink label="Calendar" href="#calendar" icon="calendar" />
                <NavLink label="Money" href="#money" icon="wallet" />
              </Stack>
            </OnlyWide>
            <OnlyNarrow>
              <NavLink label="Menu" href="#menu" icon="menu" />
            </OnlyNarrow>
          </div>
        }
      >
        <Page wide>
          <Title level={1}>Today</Title>
          <Columns aside={<Text>What stays in sight</Text>}>
            <List label="Bookings">
              {places.map((place, hour) => (
                <ListRow key={place} title={`${String(9 + hour)}:00`} detail={place} />
              ))}
            </List>
          </Columns>
          <BoardActions />
        </Page>
      </Shell>
    </ToastProvider>
  )
}

/** On a phone they need two lines. */
function BoardActions() {
  const showToast = useToast()
  return (
    <ActionBar>
      <Buttons>
        <Button tone="secondary" icon="lock" label="Block time of everybody" onPress={() => {}} />
        <Button icon="plus" label="Add a booking" onPress={() => showToast({ text: 'Booked.', tone: 'success' })} />
      </Buttons>
    </ActionBar>
  )
}
