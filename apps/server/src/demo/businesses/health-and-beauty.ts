import { on, type DemoBusiness } from './demo-business.ts'

/** Hair, skin, body and animals. */
// prettier-ignore
export const healthAndBeauty: DemoBusiness[] = [
  {
    name: 'Third Street Barber', categories: ['hair'], street: '312 S 3rd St', at: [43.6121, -116.1989], price: 2,
    about: 'Two chairs, hot towels and a radio that plays ballgames. Walk in or book; kids get the booster seat.',
    hours: on('23456', '09:00', '18:00'),
    staff: [{ name: 'Marcus Bell', title: 'Barber' }, { name: 'Ines Duarte', title: 'Barber' }],
    services: [
      { name: 'Haircut', minutes: 30, price: 3200 },
      { name: 'Haircut and beard', minutes: 45, price: 4500, online: true },
      { name: 'Hot towel shave', minutes: 30, price: 3000, online: true },
    ],
  },
  {
    name: 'Juniper Hair Studio', categories: ['hair', 'beauty'], street: '1015 W Main St', at: [43.6171, -116.2052], price: 3,
    about: 'Color, cuts and curls by people who listen first. Plant-based color on request.',
    hours: [...on('23', '10:00', '19:00'), ...on('456', '09:00', '18:00')],
    staff: [{ name: 'Dana Whitfield', title: 'Colorist' }, { name: 'Priya Nair', title: 'Stylist' }, { name: 'Leo Hart', title: 'Stylist' }],
    services: [
      { name: 'Cut and finish', minutes: 60, price: 6800, online: true, deposit: 3000 },
      { name: 'Full color', minutes: 120, price: 14500, online: true, deposit: 3000, freeUntilHours: 48 },
      { name: 'Bang trim', minutes: 15, price: 1500 },
    ],
  },
  {
    name: 'Greenbelt Yoga', categories: ['yoga', 'fitness'], street: '650 S Capitol Blvd', at: [43.6096, -116.2049], price: 1,
    about: 'Small classes beside the river. Mats and blocks are here; bring water and whatever mood you are in.',
    hours: [...on('12345', '06:30', '20:00'), ...on('67', '08:00', '14:00')],
    staff: [{ name: 'Asha Rao', title: 'Teacher' }, { name: 'Tom Becker', title: 'Teacher' }],
    services: [
      { name: 'Morning flow class', minutes: 60, price: 1800, online: true, capacity: 12, step: 90, freeUntilHours: 4 },
      { name: 'Gentle yoga class', minutes: 75, price: 1600, online: true, capacity: 10, step: 90, freeUntilHours: 4 },
      { name: 'Private lesson', minutes: 60, price: 7500, online: true },
    ],
  },
  {
    name: 'Warm Springs Spa', categories: ['spa', 'beauty'], street: '1801 Warm Springs Ave', at: [43.6045, -116.1772], price: 4,
    about: 'Three quiet rooms and a mineral bath, heated from below the street.',
    hours: on('34567', '10:00', '20:00'),
    staff: [{ name: 'Helen Moore', title: 'Therapist' }, { name: 'Yuki Tanaka', title: 'Therapist' }, { name: 'Rosa Jimenez', title: 'Esthetician' }],
    resources: [{ name: 'Cedar room', pool: 'room' }, { name: 'Sage room', pool: 'room' }, { name: 'Willow room', pool: 'room' }, { name: 'Mineral bath' }],
    services: [
      { name: 'Massage', minutes: 60, price: 9800, online: true, needs: ['room'], buffer: 15 },
      { name: 'Long massage', minutes: 90, price: 13800, online: true, needs: ['room'], buffer: 15 },
      { name: 'Mineral bath', minutes: 45, price: 5500, online: true, staffed: false, needs: ['Mineral bath'], buffer: 15 },
    ],
  },
  {
    name: 'North End Dental', categories: ['dental', 'health'], street: '1504 N 13th St', at: [43.6268, -116.2031], price: 3,
    about: 'Family dentistry in an old brick house. Nervous? Say so when you book; we make time.',
    hours: [...on('1234', '08:00', '17:00'), ...on('5', '08:00', '13:00')],
    staff: [{ name: 'Dr. Samuel Okoro', title: 'Dentist' }, { name: 'Beth Larsen', title: 'Hygienist' }],
    services: [
      { name: 'Checkup', minutes: 30, price: 7900 },
      { name: 'Cleaning', minutes: 45, price: 11500 },
    ],
  },
  {
    name: 'Harrison Physical Therapy', categories: ['health'], street: '900 W Jefferson St', at: [43.6183, -116.1996], price: 2,
    about: 'One therapist, one patient, one hour. We show you what to do at home and write it down.',
    hours: on('12345', '07:00', '18:00'),
    staff: [{ name: 'Nora Lindqvist', title: 'Physical therapist' }, { name: 'Ahmed Saleh', title: 'Physical therapist' }],
    services: [
      { name: 'First visit', minutes: 60, price: 9500 },
      { name: 'Follow-up', minutes: 45, price: 7000, online: true },
    ],
  },
  {
    name: 'Camel’s Back Vet', categories: ['vet', 'pets'], street: '1221 W Heron St', at: [43.6352, -116.2021], price: 2,
    about: 'Cats wait upstairs, dogs downstairs, and there is a scale that makes everybody laugh.',
    hours: [...on('12345', '08:00', '18:00'), ...on('6', '09:00', '13:00')],
    staff: [{ name: 'Dr. Ellen Park', title: 'Veterinarian' }, { name: 'Dr. Jonas Reed', title: 'Veterinarian' }],
    services: [
      { name: 'Consultation', minutes: 30, price: 6500 },
      { name: 'Vaccination', minutes: 20, price: 4200, online: true },
    ],
  },
  {
    name: 'Foothills Dog Wash', categories: ['pets'], street: '2004 N 8th St', at: [43.6311, -116.1966], price: 1,
    about: 'Tubs at the right height, towels by the pile. We wash, or you wash and we mop.',
    hours: on('234567', '10:00', '18:00'),
    resources: [{ name: 'Big tub', pool: 'tub' }, { name: 'Small tub', pool: 'tub' }],
    staff: [{ name: 'Kelly Tran', title: 'Groomer' }],
    services: [
      { name: 'Wash it yourself', minutes: 30, price: 1800, staffed: false, needs: ['tub'] },
      { name: 'Bath and brush', minutes: 60, price: 4800, online: true, needs: ['tub'] },
    ],
  },
  {
    name: 'Ironwood Strength', categories: ['fitness', 'sport'], street: '417 S 9th St', at: [43.6126, -116.2079], price: 2,
    about: 'Barbells, chalk and patient coaches. No mirrors, no shouting.',
    hours: [...on('12345', '05:30', '20:30'), ...on('6', '08:00', '12:00')],
    staff: [{ name: 'Gabe Ortiz', title: 'Coach' }, { name: 'Wren Taylor', title: 'Coach' }],
    services: [
      { name: 'Small group', minutes: 60, price: 2200, online: true, capacity: 6, step: 60, freeUntilHours: 6 },
      { name: 'Personal training', minutes: 60, price: 6500, online: true },
    ],
  },
  {
    name: 'Calm Corner Nails', categories: ['beauty'], street: '822 W Idaho St', at: [43.6168, -116.2011], price: 2,
    about: 'Clean tools, good light, and tea while it dries.',
    hours: [...on('23456', '10:00', '19:00'), ...on('7', '11:00', '17:00')],
    staff: [{ name: 'Linh Pham' }, { name: 'Mai Pham' }, { name: 'Carla Ruiz' }],
    services: [
      { name: 'Manicure', minutes: 45, price: 3200 },
      { name: 'Pedicure', minutes: 60, price: 4500, online: true },
    ],
  },
]
