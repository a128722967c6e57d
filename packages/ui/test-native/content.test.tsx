import { expect, test } from '@jest/globals'
import { render, screen, within } from '@testing-library/react-native'
import { View } from 'react-native'
import { Avatar } from '../src/avatar'
import { Badge } from '../src/badge'
import { Bubble, Bubbles } from '../src/bubble'
import { Card } from '../src/card'
import { DescriptionList } from '../src/description-list/description-list'
import { Drawing } from '../src/drawing/drawing'
import { drawingKinds } from '../src/drawing/scene'
import { EmptyState, ErrorState } from '../src/empty-state'
import { Icon } from '../src/icon/icon'
import { Spinner } from '../src/icon/spinner'
import { Notice } from '../src/notice'
import { Photo } from '../src/photo/photo'
import { Progress } from '../src/progress'
import { QrCode } from '../src/qr-code/qr-code'
import { Rating } from '../src/rating'
import { Loading, Skeleton, SkeletonCard, SkeletonText } from '../src/skeleton'
import { Row, Stack } from '../src/stack'
import { Steps } from '../src/steps'
import { Table } from '../src/table/table'
import { Text } from '../src/text'
import { Title } from '../src/title'
import { VisuallyHidden } from '../src/visually-hidden'

const hidden = { includeHiddenElements: true }
const roleOf = (label: string) => screen.getByLabelText(label).props['role'] as unknown

test('text and titles are read, a title with its level', async () => {
  await render(
    <Stack gap="lg" grow>
      <Row justify="between" wrap>
        <Text size="small" tone="quiet" weight="strong" align="end" tabular strikethrough lines={1} id="price">
          $45.00
        </Text>
      </Row>
      <Title level={2} size="lead" id="title" lines={2}>
        Near you
      </Title>
      <VisuallyHidden>12 places</VisuallyHidden>
    </Stack>,
  )
  expect(screen.getByText('$45.00').props['numberOfLines']).toBe(1)
  expect(screen.getByRole('heading', { name: 'Near you' }).props['aria-level']).toBe(2)
  expect(screen.getByText('12 places', hidden)).toBeTruthy()
})

test('a picture has a name, or is decorative beside a text', async () => {
  await render(
    <>
      <Icon label="Verified" name="circle-check" filled />
      <View testID="decorative">
        <Icon decorative name="star" />
        <Avatar name="Ana Ruiz" decorative />
        <Spinner />
      </View>
      <Avatar name="Lee Marsh" size="large" />
      <Avatar name="Jo Park" photo="https://example.com/jo.jpg" />
      <Photo src="https://example.com/shop.jpg" alt="The shop" fallback={null} />
      <Photo src={undefined} alt="" fallback={<Drawing kind="barber" seed="biz_1" label="A barber's pole" />} />
    </>,
  )
  for (const name of ['Verified', 'Lee Marsh', 'Jo Park', "A barber's pole"]) expect(roleOf(name)).toBe('img')
  expect(screen.getByLabelText('The shop')).toBeTruthy()
  expect(screen.getByText('LM')).toBeTruthy()
  expect(within(screen.getByTestId('decorative')).queryAllByLabelText(/./)).toEqual([])
})

test('every kind of place has a drawing, decorative where its name stands beside', async () => {
  for (const kind of drawingKinds) {
    const { unmount } = await render(<Drawing kind={kind} seed={kind} />)
    expect(screen.root?.props['aria-hidden']).toBe(true)
    await unmount()
  }
})

test('a state is a word beside its icon', async () => {
  const tones = ['success', 'pending', 'info', 'danger', 'plain'] as const
  await render(
    <>
      {tones.map((tone) => (
        <Badge key={tone} tone={tone} label={`A ${tone} state`} />
      ))}
    </>,
  )
  for (const tone of tones) expect(screen.getByText(`A ${tone} state`)).toBeTruthy()
})

test('a notice of danger is an alert, one of success a status', async () => {
  await render(
    <>
      <View testID="danger">
        <Notice tone="danger" title="The card was declined" text="Use another card." action={<Text>Try again</Text>} />
      </View>
      <View testID="success">
        <Notice tone="success" title="Paid out" />
      </View>
    </>,
  )
  const role = (testID: string) => (screen.getByTestId(testID).children[0] as { props: { role?: string } }).props.role
  expect(role('danger')).toBe('alert')
  expect(role('success')).toBe('status')
  for (const text of ['The card was declined', 'Use another card.', 'Try again', 'Paid out']) {
    expect(screen.getByText(text)).toBeTruthy()
  }
})

test('an empty page says what to do, and a failed one is an alert', async () => {
  await render(
    <>
      <EmptyState title="No place is open" text="Look further." action={<Text>Look within 10 miles</Text>} />
      <ErrorState level={1} title="The times did not load" text="Try again." />
    </>,
  )
  for (const name of ['No place is open', 'The times did not load']) {
    expect(screen.getByRole('heading', { name })).toBeTruthy()
  }
  for (const text of ['Look further.', 'Look within 10 miles', 'Try again.'])
    expect(screen.getByText(text)).toBeTruthy()
})

test('a card, a rating, steps and a progress bar have a name for screen readers', async () => {
  await render(
    <>
      <Card label="Your booking" sunken picture={<Text>A photo</Text>}>
        <Rating value="4.8" count="(124)" label="Rated 4.8 out of 5 by 124 people" />
      </Card>
      <Steps label="Step 2 of 3, Time" steps={['Service', 'Time', 'Pay']} current={1} />
      <Progress label="Photos: 2 of 3" done={0.66} />
      <Progress label="Looking for free times" />
    </>,
  )
  expect(roleOf('Your booking')).toBe('article')
  expect(roleOf('Rated 4.8 out of 5 by 124 people')).toBe('img')
  expect(roleOf('Step 2 of 3, Time')).toBe('img')
  expect(screen.getByLabelText('Photos: 2 of 3').props['aria-valuenow']).toBe(66)
  for (const text of ['4.8', '(124)', 'Service', 'Time', 'Pay']) expect(screen.getByText(text, hidden)).toBeTruthy()
  expect(screen.getByText('Looking for free times')).toBeTruthy()
})

test('a table is a list of rows, each with its labels', async () => {
  await render(
    <Table
      label="Transactions"
      rows={[{ id: '1', what: 'Haircut', amount: '$45.00' }]}
      rowId={(row) => row.id}
      columns={[
        { id: 'what', label: 'What', cell: (row) => row.what },
        { id: 'amount', label: 'Amount', numeric: true, cell: (row) => <Text>{row.amount}</Text> },
      ]}
    />,
  )
  expect(roleOf('Transactions')).toBe('list')
  for (const text of ['What', 'Haircut', 'Amount', '$45.00']) expect(screen.getByText(text)).toBeTruthy()
})

test('a receipt shows each line with its value, and the total', async () => {
  await render(
    <DescriptionList
      items={[
        { label: 'Haircut, 45 min', value: '$45.00' },
        { label: 'Paid by', value: <Text>Card</Text> },
        { label: 'Total', value: '$45.50', total: true },
      ]}
    />,
  )
  for (const text of ['Haircut, 45 min', '$45.00', 'Paid by', 'Card', 'Total', '$45.50']) {
    expect(screen.getByText(text)).toBeTruthy()
  }
})

test('what is loading is announced once, and its skeletons are not read', async () => {
  await render(
    <Loading label="Places are loading">
      <SkeletonCard lines={2} />
      <SkeletonText lines={2} size="small" />
      <Skeleton height={44} width={44} round />
      <Text>Never read</Text>
    </Loading>,
  )
  expect(screen.getByText('Places are loading', hidden)).toBeTruthy()
  expect(screen.queryByText('Never read')).toBeNull()
})

test('a QR code is a picture with a name', async () => {
  await render(<QrCode text="otpauth://totp/Ada" label="QR code for your app" />)
  expect(roleOf('QR code for your app')).toBe('img')
})

test('messages are a list, in which each is read as it was written', async () => {
  await render(
    <Bubbles label="Messages">
      <Bubble own={false}>
        <Text>Are you open on Monday?</Text>
      </Bubble>
      <Bubble own>
        <Text>From ten on.</Text>
      </Bubble>
    </Bubbles>,
  )
  expect(roleOf('Messages')).toBe('list')
  expect(screen.getByText('Are you open on Monday?')).toBeTruthy()
  expect(screen.getByText('From ten on.')).toBeTruthy()
})
