export const home = {
  description:
    'Find a barber, a yoga class or a bike repair near {{place}}: see who’s open, book a time and pay safely.',
  search: 'Search businesses',
  what: 'What',
  whatExample: 'Haircut, yoga, bakery…',
  go: 'Search',
  more: 'Show more businesses',
  suggested_one: '{{count}} suggestion',
  suggested_other: '{{count}} suggestions',
}
