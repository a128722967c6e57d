/** People of the demonstration who book and say how it was. */
export const townspeople = [
  'Cora Lane',
  'Ben Ashworth',
  'Maya Singh',
  'Theo Grant',
  'Lucía Ortega',
  'Sam Whitaker',
  'Aiko Mori',
  'Paul Renner',
  'Nadia Haddad',
  'Olive Brandt',
  'Jack Moreno',
  'Ruth Feldman',
]

/** What they write in reviews, by stars. */
export const reviewTexts: Record<2 | 3 | 4 | 5, readonly string[]> = {
  5: [
    'On time, kind, and better than I hoped. I have told my sister.',
    'They listened, then did exactly that. The best in town for me.',
    'Felt looked after from the door to the goodbye.',
    'Booked at lunch, done by four. Worth every dollar.',
    'Careful people and a good laugh. I will be back next month.',
    'Small place, big heart. Even my teenager liked it.',
  ],
  4: [
    'Very good. A short wait, but they said sorry before I noticed.',
    'Friendly and skilled. Parking is a puzzle, come by bike.',
    'Just what I needed. A little loud in the afternoon.',
    'Good work at a fair price.',
    'Nice people. I would come earlier in the day next time.',
  ],
  3: ['Fine, not more. Started ten minutes late.', 'Decent, though I had to ask twice for what I had booked.'],
  2: ['Rushed. It took a second visit to make it right.'],
}

/** What owners reply: to four or five stars, and to fewer. */
export const replyTexts = {
  thankful: ['Thank you! Come by any time, the coffee is on.', 'That is lovely to read. See you soon.'],
  apologetic: [
    'You are right about the wait; we have added ten minutes between visits.',
    'Thank you for telling us. Ask for me next time and we will make it right.',
  ],
}
