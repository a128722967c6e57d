import { Button } from '@buy-locals/ui/button'
import { Page, SkipLink, TopBar } from '@buy-locals/ui/layout'
import { NavLink } from '@buy-locals/ui/nav-link'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import { ToastProvider } from '@buy-locals/ui/toast'
import { Booking } from './booking'
import { Drawings } from './drawings'
import { Forms } from './forms'
import { Components } from './components'
import { Places } from './places'
import { States } from './states'

export function Gallery() {
  return (
    <ToastProvider>
      <SkipLink label="Skip to the components" />
      <TopBar
        name="Parts of this page"
        brand={<Text weight="strong">Buy Locals</Text>}
        actions={<Button tone="secondary" label="Sign in" href="#forms" />}
      >
        <NavLink label="Places" href="#places" icon="store" current />
        <NavLink label="Booking" href="#booking" icon="calendar" />
      </TopBar>
      <Page>
        <Stack gap="sm">
          <Title level={1} size="display">
            Near, open, bookable
          </Title>
          <Text size="lead" tone="quiet">
            Every component once, as the apps use them.
          </Text>
        </Stack>
        <Places />
        <Booking />
        <Components />
        <Forms />
        <States />
        <Drawings />
      </Page>
    </ToastProvider>
  )
}
