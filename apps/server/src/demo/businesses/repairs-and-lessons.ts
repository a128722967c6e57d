import { on, type DemoBusiness } from './demo-business.ts'

/** Repairs, lessons and things made by hand. */
// prettier-ignore
export const repairsAndLessons: DemoBusiness[] = [
  {
    name: 'Spoke & Chain', categories: ['bike', 'repair'], street: '515 W Grove St', at: [43.6138, -116.1995], price: 1,
    about: 'We fix what rolls. Most bikes go home the same day, and we show you the worn part.',
    hours: [...on('23456', '09:00', '18:00'), ...on('7', '10:00', '15:00')],
    staff: [{ name: 'Eli Sorensen', title: 'Mechanic' }, { name: 'Frida Blom', title: 'Mechanic' }],
    services: [
      { name: 'Tune-up', minutes: 60, price: 8500, online: true },
      { name: 'Flat repair', minutes: 20, price: 2000 },
      { name: 'Brake service', minutes: 45, price: 5500 },
    ],
  },
  {
    name: 'Oak & Ember', categories: ['restaurant'], street: '199 N 8th St', at: [43.6157, -116.2019], price: 3,
    about: 'A wood fire, a short menu, and tables that are yours for the evening.',
    hours: on('34567', '17:00', '23:00'),
    resources: [{ name: 'Table 1', pool: 'two' }, { name: 'Table 2', pool: 'two' }, { name: 'Table 3', pool: 'two' }, { name: 'Table 4', pool: 'four' }, { name: 'Table 5', pool: 'four' }],
    services: [
      { name: 'Table for two', minutes: 120, price: 0, staffed: false, needs: ['two'], step: 30 },
      { name: 'Table for four', description: 'A deposit that comes off the bill.', minutes: 120, price: 4000, online: true, staffed: false, needs: ['four'], step: 30, freeUntilHours: 12 },
    ],
  },
  {
    name: 'Owyhee Tutors', categories: ['tutoring'], street: '1109 W Main St', at: [43.6175, -116.2063], price: 2,
    about: 'Math without tears, essays with a point. Grades six to twelve, and grown-ups who go back.',
    hours: [...on('12345', '14:00', '20:00'), ...on('6', '09:00', '14:00')],
    staff: [{ name: 'Grace Kimura', title: 'Mathematics' }, { name: 'Peter Novak', title: 'Physics' }, { name: 'Sofia Marin', title: 'English' }],
    services: [
      { name: 'One-hour lesson', minutes: 60, price: 5500, online: true },
      { name: 'Exam week double', minutes: 120, price: 10000, online: true },
    ],
  },
  {
    name: 'Blue Door Music', categories: ['music', 'tutoring'], street: '610 W Hays St', at: [43.6221, -116.1975], price: 2,
    about: 'Piano, guitar and voice in a house with thick walls. First lesson is half an hour and half the price.',
    hours: on('12345', '12:00', '20:00'),
    staff: [{ name: 'Anton Weiss', title: 'Piano' }, { name: 'Mara Quinn', title: 'Guitar' }],
    services: [
      { name: 'Trial lesson', minutes: 30, price: 2000, online: true },
      { name: 'Lesson', minutes: 45, price: 4500, online: true },
    ],
  },
  {
    name: 'Sawtooth Auto', categories: ['auto', 'repair'], street: '2215 W Fairview Ave', at: [43.6196, -116.2232], price: 2,
    about: 'Honest estimates before a bolt is turned. Coffee is bad, magazines are old, brakes are good.',
    hours: on('12345', '07:30', '17:30'),
    staff: [{ name: 'Ray Dalton', title: 'Mechanic' }],
    resources: [{ name: 'Bay 1', pool: 'bay' }, { name: 'Bay 2', pool: 'bay' }],
    services: [
      { name: 'Oil change', minutes: 45, price: 7900, needs: ['bay'] },
      { name: 'Inspection', minutes: 60, price: 6000, online: true, needs: ['bay'] },
    ],
  },
  {
    name: 'Basque Block Bakery', categories: ['bakery', 'cafe'], street: '608 W Grove St', at: [43.6139, -116.2012], price: 1,
    about: 'Gâteau basque on Fridays, bread every day. Taste a wedding cake before you choose it.',
    hours: on('234567', '07:00', '15:00'),
    staff: [{ name: 'Maite Echeverria', title: 'Baker' }],
    services: [
      { name: 'Cake tasting for two', minutes: 45, price: 2500, online: true },
      { name: 'Bread class', minutes: 150, price: 6500, online: true, capacity: 6, step: 150, freeUntilHours: 48 },
    ],
  },
  {
    name: 'Table Rock Photo', categories: ['photo'], street: '1420 W Grove St', at: [43.6187, -116.2103], price: 3,
    about: 'Portraits by window light. You get the good ones, not two hundred of them.',
    hours: [...on('2345', '10:00', '18:00'), ...on('6', '10:00', '16:00')],
    staff: [{ name: 'Ida Falk', title: 'Photographer' }],
    services: [
      { name: 'Portrait', minutes: 60, price: 12000, online: true, deposit: 5000, freeUntilHours: 48 },
      { name: 'Passport photo', minutes: 15, price: 1800 },
    ],
  },
  {
    name: 'Sagebrush Pottery', categories: ['art'], street: '3820 W Garden St', at: [43.6102, -116.2381], price: 2,
    about: 'Eight wheels, one kiln, and clay that forgives. We glaze and fire; you pick it up in two weeks.',
    hours: [...on('3456', '11:00', '21:00'), ...on('7', '11:00', '17:00')],
    staff: [{ name: 'June Abbott', title: 'Potter' }],
    services: [
      { name: 'Try the wheel', minutes: 90, price: 4200, online: true, capacity: 8, step: 120 },
      { name: 'Open studio seat', minutes: 120, price: 2000, capacity: 8, step: 120 },
    ],
  },
  {
    name: 'Tidy Wren Cleaning', categories: ['cleaning', 'home'], street: '1310 W Franklin St', at: [43.6213, -116.2062], price: 2,
    about: 'Two people, two hours, your own products or ours. The same faces every time.',
    hours: on('12345', '08:00', '17:00'),
    staff: [{ name: 'Team Robin' }, { name: 'Team Finch' }],
    services: [{ name: 'Home cleaning', minutes: 120, price: 11000, online: true, buffer: 30, step: 30 }],
  },
  {
    name: 'Quiet Garden Co.', categories: ['garden', 'home'], street: '2750 W Hill Rd', at: [43.6431, -116.2188], price: 2,
    about: 'Beds, hedges and honest advice about what will live here without much water.',
    hours: on('12345', '07:00', '16:00'),
    staff: [{ name: 'Otis Grant', title: 'Gardener' }, { name: 'Lucia Ferri', title: 'Gardener' }],
    services: [
      { name: 'Garden visit', minutes: 60, price: 4500 },
      { name: 'Half day of work', minutes: 240, price: 22000, online: true, step: 60, freeUntilHours: 48 },
    ],
  },
]
