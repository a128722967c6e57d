import { Avatar } from '@buy-locals/ui/avatar'
import { Badge } from '@buy-locals/ui/badge'
import { Button, Buttons } from '@buy-locals/ui/button'
import { Chip } from '@buy-locals/ui/chip'
import { Dialog, Sheet } from '@buy-locals/ui/overlay'
import { IconButton } from '@buy-locals/ui/icon-button'
import { List, ListRow } from '@buy-locals/ui/list'
import { Row, Stack } from '@buy-locals/ui/stack'
import { Table } from '@buy-locals/ui/table'
import { Text } from '@buy-locals/ui/text'
import { TextLink } from '@buy-locals/ui/text-link'
import { Title } from '@buy-locals/ui/title'
import { useToast } from '@buy-locals/ui/toast'
import { useState } from 'react'
import { Section } from './section'

const rows = [
  { id: '1', what: 'Haircut, Ana Ruiz', when: 'Fri, Mar 20, 9:00 AM', amount: '$45.00', state: 'paid out' },
  { id: '2', what: 'Beard trim, Jo Park', when: 'Fri, Mar 20, 10:00 AM', amount: '$20.00', state: 'held' },
  { id: '3', what: 'Refund, Lee Marsh', when: 'Thu, Mar 19, 4:30 PM', amount: '−$45.00', state: 'refunded' },
] as const

const tones = { 'paid out': 'success', held: 'info', refunded: 'danger' } as const

export function Components() {
  const [open, setOpen] = useState<'dialog' | 'sheet'>()
  const showToast = useToast()
  const close = () => setOpen(undefined)
  return (
    <Section id="parts" title="Parts">
      <Buttons>
        <Button
          label="Book"
          icon="calendar-check"
          onPress={() => showToast({ text: 'Booked for Friday, 09:00', tone: 'success' })}
        />
        <Button tone="secondary" label="Open dialog" onPress={() => setOpen('dialog')} />
        <Button tone="secondary" label="Open sheet" onPress={() => setOpen('sheet')} />
        <Button tone="quiet" label="See all" iconAfter="arrow-right" href="#places" />
        <Button
          tone="danger"
          label="Cancel booking"
          onPress={() => showToast({ text: 'It could not be cancelled. Try again.', tone: 'danger' })}
        />
        <Button label="Paying" busy onPress={() => {}} />
        <Button label="Not yet" disabled onPress={() => {}} />
        <IconButton label="Follow" icon="heart" bordered onPress={() => {}} />
      </Buttons>
      <Row wrap gap="sm">
        <Badge tone="success" label="Confirmed" />
        <Badge tone="pending" label="Waiting" />
        <Badge tone="info" label="Held" />
        <Badge tone="danger" label="Cancelled" />
        <Badge tone="plain" label="Draft" />
        <Chip label="Wheelchair access" icon="accessibility" />
      </Row>
      <Stack gap="xs">
        <Title level={3}>A title of the third level</Title>
        <Text>
          Text for reading, with <TextLink label="a link" href="#parts" /> in it. Figures: 1,234.50
        </Text>
        <Text size="small" tone="quiet" tabular>
          1,111.11 · 2,222.22 · 09:00
        </Text>
      </Stack>
      <List label="People">
        <ListRow title="Ana Ruiz" detail="Colour, cuts" leading={<Avatar name="Ana Ruiz" decorative />} href="#ana" />
        <ListRow
          title="New booking: Haircut, Tue, Dec 1, 10:45 AM"
          trailing={<Badge tone="info" label="New" />}
          href="#new"
        />
        <ListRow title="Mo" trailing={<Badge tone="success" label="Done" />} href="#mo" />
        <ListRow title="Jo Park" detail="Beards" leading={<Avatar name="Jo Park" decorative />} onPress={() => {}} />
        <ListRow
          title="Total"
          trailing={
            <Text tabular weight="strong">
              $65.00
            </Text>
          }
        />
      </List>
      <Row>
        <Avatar name="Lee Marsh" size="large" />
        <Avatar name="Mo" size="small" />
      </Row>
      <Table
        label="Transactions"
        rows={rows}
        rowId={(row) => row.id}
        columns={[
          { id: 'what', label: 'What', cell: (row) => row.what },
          { id: 'when', label: 'When', cell: (row) => row.when },
          { id: 'state', label: 'State', cell: (row) => <Badge tone={tones[row.state]} label={row.state} /> },
          { id: 'amount', label: 'Amount', numeric: true, cell: (row) => row.amount },
        ]}
      />
      <Dialog
        open={open === 'dialog'}
        title="Cancel this booking?"
        onClose={close}
        actions={
          <Buttons>
            <Button tone="danger" label="Cancel booking" onPress={close} />
            <Button tone="secondary" label="Keep it" onPress={close} />
          </Buttons>
        }
      >
        <Text>You get back $45.00, because there is more than a day left.</Text>
      </Dialog>
      <Sheet
        open={open === 'sheet'}
        title="Filters"
        onClose={close}
        actions={<Button wide label="Show 12 places" onPress={close} />}
      >
        <Stack>
          <Text>Everything that narrows the list.</Text>
          <List label="Sorting">
            <ListRow title="Nearest first" onPress={close} />
            <ListRow title="Best rated first" onPress={close} />
          </List>
        </Stack>
      </Sheet>
    </Section>
  )
}
