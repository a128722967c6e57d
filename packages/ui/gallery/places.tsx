import { Badge } from '@buy-locals/ui/badge'
import { Card } from '@buy-locals/ui/card'
import { FilterChip } from '@buy-locals/ui/chip'
import { Drawing } from '@buy-locals/ui/drawing'
import type { DrawingKind } from '@buy-locals/ui/drawing-kind'
import { Grid } from '@buy-locals/ui/layout'
import { Photo } from '@buy-locals/ui/photo'
import { Rating } from '@buy-locals/ui/rating'
import { Row, Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { TitleLink } from '@buy-locals/ui/text-link'
import { useState } from 'react'
import { Section } from './section'

const places: { name: string; kind: DrawingKind; about: string; rating: string; open: boolean; next: string }[] = [
  { name: 'Fenwick & Sons', kind: 'barber', about: 'Barber · 0.4 mi', rating: '4.8', open: true, next: 'today 14:30' },
  { name: 'The Quiet Room', kind: 'yoga', about: 'Yoga · 0.7 mi', rating: '4.9', open: true, next: 'today 18:00' },
  {
    name: 'Spoke Bicycle Repair',
    kind: 'bike',
    about: 'Bike repair · 1.1 mi',
    rating: '4.6',
    open: false,
    next: 'Tue 09:00',
  },
  { name: 'Hearth Bakery', kind: 'bakery', about: 'Bakery · 1.3 mi', rating: '4.7', open: true, next: 'today 16:00' },
]

export function Places() {
  const [filters, setFilters] = useState(['open'])
  const turn = (id: string) => setFilters((on) => (on.includes(id) ? on.filter((other) => other !== id) : [...on, id]))
  return (
    <Section id="places" title="Places near you">
      <Row wrap gap="sm">
        <FilterChip label="Open now" selected={filters.includes('open')} count={12} onPress={() => turn('open')} />
        <FilterChip label="Bookable today" selected={filters.includes('today')} onPress={() => turn('today')} />
        <FilterChip label="Barbers" icon="store" selected={filters.includes('barber')} onPress={() => turn('barber')} />
      </Row>
      <Grid label="Places">
        {places.map(({ name, kind, about, rating, open, next }) => (
          <Card key={name} picture={<Photo src={undefined} alt="" fallback={<Drawing kind={kind} seed={name} />} />}>
            <Row justify="between" align="start">
              <TitleLink level={3} label={name} href={`#${kind}`} stretched />
              <Rating value={rating} label={`Rated ${rating} out of 5`} />
            </Row>
            <Text size="small" tone="quiet">
              {about}
            </Text>
            <Row justify="between" wrap gap="sm">
              {open ? <Badge tone="success" label="Open" /> : <Badge tone="plain" label="Closed" />}
              <Text size="small">Next: {next}</Text>
            </Row>
          </Card>
        ))}
      </Grid>
      <Stack>
        <Rating value="4.8" count="(124)" label="Rated 4.8 out of 5 by 124 people" />
      </Stack>
    </Section>
  )
}
