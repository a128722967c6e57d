import { expect, test } from 'vitest'
import { maskContacts } from './contact-details.ts'

test.each([
  ...['208 555 0100', '(208) 555-0100', '+1 208.555.0100', '2 0 8 5 5 5 0 1 0 0', '208–555–0100', '5550100'],
  ...['２０８５５５０１００', '٢٠٨٥٥٥٠١٠٠', '२०८ ५५५ ०१००', '𝟐𝟎𝟖𝟓𝟓𝟓𝟎𝟏𝟎𝟎', '2️⃣0️⃣8️⃣5️⃣5️⃣5️⃣0️⃣1️⃣0️⃣0️⃣', '②0⑧-555-0①00'],
  ...['2\n0\n8\n5\n5\n5\n0\n1\n0\n0', '208 / 555 / 0100', '208_555_0100', '2*0*8*5*5*5*0*1*0*0', '208 • 555 • 0100'],
  ...['two oh eight five five five 0 1 0 0', 'Dos-cero-ocho cinco cinco cinco cero uno cero cero', '208:555:0100'],
  ...['ada@example.com', 'ADA.Lane+x@mail.example.co.uk', 'ada @ example . com', 'ada(at)example(dot)com'],
  ...[
    'ada at example dot com',
    'ada [at] example.com',
    'ada arroba ejemplo punto com',
    'ada＠example．com',
    'ада@почта.рф',
  ],
  ...['https://example.com/x?y=1', 'HTTP://EXAMPLE', 'www.example.museum', 'example.com', 'shop.example.io/a'],
  ...['wa.me/12085550100', 'example dot com', 'example[.]com', 'tel://208', 'example。com'],
])('%j is hidden', (written) => {
  expect(maskContacts(`Reach me: ${written}, thanks`)).toBe('Reach me: •••, thanks')
  expect(maskContacts(written)).toBe('•••')
})

test.each([
  ...['I can come at 10:30 or 11:45 on 3/23/2026', 'Monday 2026-03-23, 10:30–11:30', '23.03.2026 um 14:00'],
  ...['It costs $45.00, 2 people, 30 minutes', 'Room 12, 3rd floor, 83702', 'Order 123456'],
  ...['I am at home. See you', 'See you at 10.30', 'Thanks.See you there', 'Yes.Me too', 'either/or, a.m./p.m.'],
  ...['One or two of us, maybe three', 'The dot on the map is wrong', 'Look at that', 'e.g. shorter at the sides'],
  ...['Two haircuts, one for me and one for my son', 'Ponytail 20 cm, then 2 cm off', '@home', 'No. 5, or no. 6'],
])('%j stays as it is', (written) => {
  expect(maskContacts(written)).toBe(written)
})

test('all there are in a text are hidden, and nothing else of it', () => {
  expect(maskContacts('Call 208 555 0100 or write to ada@example.com. 👋 See example.com/me at 10:30!')).toBe(
    'Call ••• or write to •••. 👋 See ••• at 10:30!',
  )
  expect(maskContacts('ﬁne 👩‍👩‍👧 é (+1) 208-555-0100 é')).toBe('ﬁne 👩‍👩‍👧 é ••• é')
})

test.each(['a'.repeat(1_000), '1.'.repeat(500), 'a.'.repeat(500), '1 '.repeat(500), 'a@'.repeat(500), ' at a'.repeat(200), ' . a'.repeat(250), '(at)a.'.repeat(160), 'one'.repeat(333)])(
  'a long text takes no longer than a short one deserves: %#',
  (written) => {
    const times = [1, 2, 3].map(() => {
      const from = performance.now()
      maskContacts(written)
      return performance.now() - from
    })
    expect(Math.min(...times), 'the fastest: the machine may do something else for a while').toBeLessThan(200)
  },
) // prettier-ignore
