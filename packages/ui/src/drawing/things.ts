import type { Mark } from './palette'
import { circle, ellipse, rect } from './paths'

const wheel = (x: number) => circle(x, 194, 46)

export const bike: readonly Mark[] = [
  ['artInk', wheel(126), 10],
  ['artInk', wheel(274), 10],
  ['a', 'M126 194l46-70h78l-52 70zM198 194l-32-88M274 194l-28-100h26', 10],
  ['b', rect(142, 94, 48, 14, 7)],
  ['b', circle(198, 194, 13)],
]

export const garage: readonly Mark[] = [
  ['a', 'M72 222v-36q0-18 20-22l42-8l32-42q8-10 22-10h54q14 0 24 12l32 42q30 2 30 30v34z'],
  ['artPaper', 'M158 156l26-34q3-4 9-4h9v38zM216 118h24q7 0 12 6l24 32h-60z'],
  ['artInk', circle(130, 218, 28)],
  ['artInk', circle(270, 218, 28)],
  ['b', circle(130, 218, 12)],
  ['b', circle(270, 218, 12)],
]

export const repair: readonly Mark[] = [
  ['artInk', 'M166 136v-16q0-14 14-14h40q14 0 14 14v16', 14],
  ['a', rect(96, 134, 208, 110, 16)],
  ['b', rect(96, 176, 208, 18)],
  ['artPaper', rect(180, 164, 40, 42, 8)],
]

export const cleaning: readonly Mark[] = [
  ['artPaper', circle(162, 124, 26)],
  ['artPaper', circle(208, 110, 34)],
  ['artPaper', circle(246, 130, 22)],
  ['artPaper', circle(272, 76, 13)],
  ['back', 'M190 104a20 20 0 0 1 16-16', 6],
  ['a', 'M124 140h152l-16 92q-2 12-14 12h-92q-12 0-14-12z'],
  ['b', rect(114, 132, 172, 18, 9)],
  ['artPaper', 'M152 176c24 22 72 22 96 0', 7],
]

export const laundry: readonly Mark[] = [
  ['artPaper', rect(124, 78, 152, 166, 18)],
  ['a', circle(200, 172, 52)],
  ['artMist', circle(200, 172, 38)],
  ['b', 'M162 172c14-12 26 8 38 0s24-12 38 0a38 38 0 0 1-76 0z'],
  ['a', circle(148, 100, 8)],
  ['b', rect(206, 94, 50, 12, 6)],
]

export const photo: readonly Mark[] = [
  ['a', 'M152 118l16-28q2-4 8-4h48q6 0 8 4l16 28z'],
  ['a', rect(98, 112, 204, 132, 20)],
  ['artInk', rect(98, 144, 204, 22)],
  ['artPaper', circle(200, 182, 50)],
  ['b', circle(200, 182, 36)],
  ['artPaper', 'M180 180a20 20 0 0 1 18-18', 6],
  ['artPaper', rect(258, 124, 28, 12, 5)],
]

export const music: readonly Mark[] = [
  ['artInk', rect(191, 66, 18, 90)],
  ['b', rect(184, 44, 32, 36, 7)],
  ['a', 'M200 112c30 0 44 18 38 42c-3 10 2 14 10 22c30 34 4 70-48 70s-78-36-48-70c8-8 13-12 10-22c-6-24 8-42 38-42z'],
  ['artInk', circle(200, 176, 18)],
  ['artPaper', rect(174, 212, 52, 9, 4)],
  ['artPaper', 'M195 66v146M205 66v146', 2],
]

export const tailor: readonly Mark[] = [
  ['b', rect(138, 92, 124, 22, 8)],
  ['b', rect(138, 222, 124, 22, 8)],
  ['a', rect(154, 114, 92, 108, 6)],
  ['artPaper', 'M156 134l88-8M156 156l88-8M156 178l88-8M156 200l88-8', 5],
  ['artInk', 'M302 84v156', 7],
  ['a', 'M244 198c36 22 44-50 58-104', 5],
]

export const stay: readonly Mark[] = [
  ['b', 'M88 150q0-36 36-36h152q36 0 36 36v60H88z'],
  ['artPaper', rect(112, 142, 78, 46, 16)],
  ['artPaper', rect(210, 142, 78, 46, 16)],
  ['a', 'M76 194q0-18 18-18h212q18 0 18 18v34H76z'],
  ['artInk', rect(84, 226, 18, 18, 3)],
  ['artInk', rect(298, 226, 18, 18, 3)],
]

export const pottery: readonly Mark[] = [
  [
    'a',
    'M168 78h64c2 24-12 28-12 44c0 22 42 36 42 76c0 30-20 46-62 46s-62-16-62-46c0-40 42-54 42-76c0-16-14-20-12-44z',
  ],
  ['artPaper', 'M143 178c36 12 78 12 114 0M138 200c40 14 84 14 124 0', 7],
  ['b', ellipse(200, 78, 34, 8)],
]
