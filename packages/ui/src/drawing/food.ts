import type { Mark } from './palette'
import { circle, ellipse, rect } from './paths'

export const restaurant: readonly Mark[] = [
  ['a', 'M108 226a92 92 0 0 1 184 0z'],
  ['artPaper', 'M136 206a66 66 0 0 1 44-44', 8],
  ['b', circle(200, 124, 13)],
  ['b', rect(84, 226, 232, 18, 9)],
]

export const cafe: readonly Mark[] = [
  ['artPaper', 'M172 112c-14-16 12-24 0-44M208 112c-14-16 12-24 0-44', 8],
  ['a', 'M256 150h12a22 22 0 0 1 0 44h-18', 13],
  ['a', 'M128 134h132v46a50 50 0 0 1-50 50h-32a50 50 0 0 1-50-50z'],
  ['artPaper', rect(128, 152, 132, 12)],
  ['b', rect(100, 230, 190, 14, 7)],
]

export const bakery: readonly Mark[] = [
  ['b', rect(84, 228, 232, 16, 8)],
  ['artSun', 'M104 228v-40c-30-44 20-78 56-62c26-22 54-22 80 0c36-16 86 18 56 62v40z'],
  ['artPaper', 'M148 202l22-44M190 202l22-44M232 202l22-44', 9],
]

export const pizza: readonly Mark[] = [
  ['artSun', 'M200 244L112 112q88-48 176 0z'],
  ['artClay', 'M110 112q90-50 180 0', 24],
  ['artClay', circle(180, 146, 15)],
  ['artClay', circle(226, 156, 14)],
  ['artClay', circle(200, 196, 12)],
  ['artLeaf', 'M206 136c4-14 14-20 26-18c-2 14-12 20-26 18zM168 178c-2-10 4-18 14-20c2 12-4 18-14 20z'],
]

export const bar: readonly Mark[] = [
  ['artPaper', 'M136 74h92c6 66-12 102-46 102s-52-36-46-102z'],
  ['artBerry', 'M136 110h92c0 40-16 66-46 66s-46-26-46-66z'],
  ['artPaper', 'M182 176v62', 10],
  ['artPaper', rect(148, 234, 68, 10, 5)],
  ['b', 'M252 112q0-14 8-20V60h22v32q8 6 8 20v120q0 12-12 12h-14q-12 0-12-12z'],
  ['ground', rect(252, 150, 38, 48)],
]

export const grocery: readonly Mark[] = [
  ['artLeaf', 'M232 152c-8-44 6-78 34-92c14 30 4 68-20 92z'],
  ['artSun', circle(206, 138, 30)],
  ['artClay', circle(158, 140, 32)],
  ['artLeaf', 'M158 108c2-14 12-22 26-22c0 14-10 24-26 22z'],
  ['a', 'M104 152h192l-20 84q-2 8-10 8h-132q-8 0-10-8z'],
  ['b', rect(94, 146, 212, 20, 10)],
  ['artPaper', 'M150 186l6 38M200 186v38M250 186l-6 38', 7],
]

export const sweets: readonly Mark[] = [
  ['b', 'M200 176v56', 14],
  ['b', rect(150, 230, 100, 14, 7)],
  ['b', rect(96, 172, 208, 14, 7)],
  ['artPaper', rect(124, 104, 152, 68, 12)],
  [
    'a',
    'M124 128v-18q0-18 18-18h116q18 0 18 18v18q-12 16-25 0q-13 16-26 0q-12 16-25 0q-13 16-26 0q-12 16-25 0q-13 16-25 0z',
  ],
  ['artClay', circle(200, 78, 15)],
  ['artInk', ellipse(200, 64, 2, 6)],
]
