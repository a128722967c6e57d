import { on, type DemoBusiness } from './demo-business.ts'

/** Where people meet, eat, play and get advice. */
// prettier-ignore
export const shopsAndLeisure: DemoBusiness[] = [
  {
    name: 'Idaho Street Books', categories: ['books', 'shop'], street: '756 W Idaho St', at: [43.6163, -116.1999], price: 1,
    about: 'New, used and misremembered titles. The armchair is free; the reading hour has seats.',
    hours: [...on('123456', '10:00', '19:00'), ...on('7', '11:00', '17:00')],
    staff: [{ name: 'Walt Emory', title: 'Bookseller' }],
    services: [
      { name: 'Children’s reading hour', minutes: 60, price: 0, capacity: 14, step: 180 },
      { name: 'Book valuation', minutes: 30, price: 1500 },
    ],
  },
  {
    name: 'Depot Bench Café', categories: ['cafe'], street: '2603 W Kootenai St', at: [43.5958, -116.2161], price: 1,
    about: 'Coffee roasted on Tuesdays, a long table for long talks.',
    hours: [...on('12345', '06:30', '17:00'), ...on('67', '07:30', '17:00')],
    resources: [{ name: 'The long table' }],
    services: [{ name: 'The long table', minutes: 120, price: 1500, staffed: false, needs: ['The long table'], step: 60 }],
  },
  {
    name: 'Lantern Noodle House', categories: ['restaurant'], street: '1512 N 13th St', at: [43.6271, -116.2034], price: 2,
    about: 'Broth since morning, noodles pulled when you order.',
    hours: [...on('234567', '11:30', '14:30'), ...on('234567', '17:00', '22:00')],
    resources: [{ name: 'Window table', pool: 'table' }, { name: 'Round table', pool: 'table' }, { name: 'Corner table', pool: 'table' }],
    services: [{ name: 'Table', minutes: 90, price: 0, staffed: false, needs: ['table'], step: 30 }],
  },
  {
    name: 'Night Owl Billiards', categories: ['bar', 'sport'], street: '1105 W Front St', at: [43.6158, -116.2091], price: 1,
    about: 'Five tables, level since last week. Open late, loud on Fridays.',
    hours: [...on('1234', '16:00', '00:00'), ...on('56', '16:00', '02:00'), ...on('7', '14:00', '22:00')],
    resources: [{ name: 'Table 1', pool: 'table' }, { name: 'Table 2', pool: 'table' }, { name: 'Table 3', pool: 'table' }, { name: 'Table 4', pool: 'table' }, { name: 'Table 5', pool: 'table' }],
    services: [{ name: 'Billiard table', minutes: 60, price: 1400, online: true, staffed: false, needs: ['table'], step: 30, freeUntilHours: 3 }],
  },
  {
    name: 'Riverside Courts', categories: ['sport'], street: '1100 S Shoreline Dr', at: [43.6089, -116.2168], price: 1,
    about: 'Two indoor tennis courts and a ball machine that never gets tired.',
    hours: on('1234567', '07:00', '22:00'),
    resources: [{ name: 'Court 1', pool: 'court' }, { name: 'Court 2', pool: 'court' }],
    staff: [{ name: 'Vera Kolar', title: 'Coach' }],
    services: [
      { name: 'Court', minutes: 60, price: 2800, online: true, staffed: false, needs: ['court'], step: 60, freeUntilHours: 12 },
      { name: 'Lesson on court', minutes: 60, price: 7000, online: true, needs: ['court'], step: 60 },
    ],
  },
  {
    name: 'Hyde Park Legal', categories: ['legal', 'services'], street: '1609 N 13th St', at: [43.6281, -116.2036], price: 3,
    about: 'Wills, leases and plain words. The first half hour tells you whether you need us at all.',
    hours: on('12345', '09:00', '17:00'),
    staff: [{ name: 'Miriam Stone', title: 'Attorney' }],
    services: [
      { name: 'First consultation', minutes: 30, price: 5000, online: true },
      { name: 'Will or lease review', minutes: 60, price: 15000 },
    ],
  },
  {
    name: 'Ledger & Leaf Tax', categories: ['finance', 'services'], street: '999 W Main St', at: [43.6168, -116.2043], price: 2,
    about: 'Returns for people who keep receipts in shoe boxes.',
    hours: on('12345', '08:30', '17:30'),
    staff: [{ name: 'Claude Mercer', title: 'Accountant' }, { name: 'Hana Sato', title: 'Accountant' }],
    services: [
      { name: 'Tax return', minutes: 60, price: 16000, online: true, deposit: 2500 },
      { name: 'Question about a letter', minutes: 20, price: 3000 },
    ],
  },
  {
    name: 'Mended', categories: ['repair', 'clothing'], street: '811 W Bannock St', at: [43.6176, -116.2001], price: 1,
    about: 'Zippers, hems, elbows. Fittings by appointment so nobody stands in socks for long.',
    hours: on('23456', '10:00', '18:00'),
    staff: [{ name: 'Alma Fischer', title: 'Tailor' }],
    services: [
      { name: 'Fitting', minutes: 20, price: 0 },
      { name: 'Hem while you wait', minutes: 40, price: 2400 },
    ],
  },
  {
    name: 'Paper Crane Gifts', categories: ['gifts', 'shop'], street: '404 S 8th St', at: [43.6119, -116.2052], price: 2,
    about: 'Cards, wrapping, and an afternoon class on how to fold a crane that stands.',
    hours: on('123456', '10:00', '18:00'),
    staff: [{ name: 'Emi Watanabe' }],
    services: [{ name: 'Origami class', minutes: 90, price: 2600, online: true, capacity: 8, step: 180 }],
  },
  {
    name: 'The Granary Hall', categories: ['venue'], street: '3009 W Overland Rd', at: [43.5902, -116.2231], price: 3,
    about: 'A brick hall for sixty with a kitchen, a piano and good neighbors. Quiet after ten.',
    hours: on('1234567', '08:00', '23:00'),
    resources: [{ name: 'The hall' }],
    services: [{ name: 'Half day', minutes: 240, price: 26000, online: true, deposit: 3000, staffed: false, needs: ['The hall'], step: 60, buffer: 60, freeUntilHours: 168 }],
  },
]
