/** What kinds of businesses there are. A town's own words are the clients' matter. */
export const categories = [
  'hair', 'beauty', 'spa', 'fitness', 'yoga', 'health', 'dental', 'vet', 'pets', 'restaurant', 'cafe', 'bakery',
  'food-shop', 'bar', 'bike', 'auto', 'repair', 'home', 'cleaning', 'garden', 'tutoring', 'music', 'photo', 'art',
  'books', 'clothing', 'gifts', 'shop', 'sport', 'lodging', 'legal', 'finance', 'services', 'venue',
] as const // prettier-ignore

export const partsOfDay = ['morning', 'afternoon', 'evening'] as const
