import type { Mark } from './palette'
import { circle, ellipse, rect } from './paths'

export const shop: readonly Mark[] = [
  ['artPaper', rect(104, 116, 192, 128, 4)],
  ['b', rect(220, 158, 52, 86, 4)],
  ['artPaper', circle(262, 204, 4)],
  ['back', rect(124, 158, 80, 54, 4)],
  ['a', 'M94 132l14-52h184l14 52z'],
  ['artPaper', 'M138 133l8-53h36l-4 53zM222 133l-4-53h36l8 53z'],
  ['a', 'M94 132h44a22 22 0 0 1-44 0zM178 132h44a22 22 0 0 1-44 0zM262 132h44a22 22 0 0 1-44 0z'],
  ['artPaper', 'M138 132h40a20 20 0 0 1-40 0zM222 132h40a20 20 0 0 1-40 0z'],
]

export const books: readonly Mark[] = [
  ['a', rect(100, 212, 200, 32, 6)],
  ['b', rect(118, 180, 172, 32, 6)],
  ['artInk', rect(108, 148, 164, 32, 6)],
  ['artPaper', 'M124 228h34M250 228h30M140 196h24M130 164h40', 7],
  ['artLeaf', 'M206 118c-4-30-20-46-44-48c0 28 16 46 44 48zM206 112c2-34 18-52 46-58c4 34-14 54-46 58z'],
  ['artClay', 'M182 112h48l-7 36h-34z'],
]

export const tutor: readonly Mark[] = [
  ['artInk', 'M200 240q-52-24-112-10v-114q60-14 112 12q52-26 112-12v114q-60-14-112 10z'],
  ['artPaper', 'M194 222q-44-18-94-8v-96q50-10 94 12zM206 222q44-18 94-8v-96q-50-10-94 12z'],
  ['back', 'M118 144q28-4 58 8M118 166q28-4 58 8M118 188q28-4 58 8', 6],
  ['a', 'M230 196l-2-20l68-96l20 14l-68 96z'],
  ['b', 'M290 88l10-14q6-8 14-2l6 4q8 6 2 14l-10 14z'],
]

export const children: readonly Mark[] = [
  ['a', rect(106, 170, 74, 74, 10)],
  ['b', rect(190, 170, 74, 74, 10)],
  ['artSun', rect(148, 92, 74, 74, 10)],
  ['artPaper', circle(143, 207, 17)],
  ['artPaper', 'M227 190l19 34h-38z'],
  ['artPaper', 'M170 129h30M185 114v30', 10],
  ['artClay', circle(290, 222, 22)],
]

export const garden: readonly Mark[] = [
  ['artLeaf', 'M198 172c-50 4-84-22-90-70c50-4 84 22 90 70z'],
  ['artLeaf', 'M202 172c50 4 84-22 90-70c-50-4-84 22-90 70z'],
  ['artLeaf', 'M200 170c-32-34-32-80 0-114c32 34 32 80 0 114z'],
  ['artPaper', 'M200 164V92M190 158c-22-6-40-20-54-36M210 158c22-6 40-20 54-36', 4],
  ['a', 'M146 186h108l-12 50q-2 8-10 8h-64q-8 0-10-8z'],
  ['b', rect(136, 168, 128, 24, 8)],
]

const blossom = (x: number, y: number) =>
  [0, 1, 2, 3, 4]
    .map((petal) => {
      const turn = (petal / 5) * 2 * Math.PI - Math.PI / 2
      return circle(Math.round(x + 15 * Math.cos(turn)), Math.round(y + 15 * Math.sin(turn)), 13)
    })
    .join('')

export const florist: readonly Mark[] = [
  ['artLeaf', 'M200 190V92M196 190c-6-40-24-58-48-70M204 190c6-40 24-58 48-70', 7],
  ['artLeaf', 'M190 168c-30 2-46-10-54-30c30-2 48 8 54 30zM210 168c30 2 46-10 54-30c-30-2-48 8-54 30z'],
  ['a', blossom(200, 84)],
  ['b', blossom(142, 112)],
  ['b', blossom(258, 112)],
  ['artSun', `${circle(200, 84, 10)}${circle(142, 112, 10)}${circle(258, 112, 10)}`],
  ['artPaper', 'M156 172h88l-10 64q-1 8-9 8h-50q-8 0-9-8z'],
  ['a', 'M160 196h80l-3 18h-74z'],
]

export const court: readonly Mark[] = [
  ['artPaper', ellipse(178, 116, 52, 62)],
  ['back', 'M150 72v88M178 62v108M206 72v88M132 96h92M128 122h100M136 148h84', 4],
  ['a', ellipse(178, 116, 52, 62), 13],
  ['a', 'M178 178v60', 16],
  ['b', circle(272, 216, 28)],
  ['artPaper', 'M252 202c12 6 20 22 16 40', 5],
]

export const swim: readonly Mark[] = [
  ['b', circle(264, 128, 26)],
  ['artInk', 'M104 178l62-66q10-10 22-2l66 58', 22],
  ['artSky', 'M40 190q27-22 54 0t54 0t54 0t54 0t54 0t54 0V244H40z'],
  ['artPaper', 'M76 218q18-14 36 0t36 0t36 0t36 0t36 0t36 0t36 0', 6],
]

export const stage: readonly Mark[] = [
  ['artPaper', rect(96, 92, 208, 140, 4)],
  ['b', circle(200, 176, 36)],
  ['artInk', `${circle(188, 170, 4)}${circle(212, 170, 4)}`],
  ['artInk', 'M184 188q16 14 32 0', 5],
  [
    'a',
    'M88 80h224v30q-14 14-28 0q-14 14-28 0q-14 14-28 0q-14 14-28 0q-14 14-28 0q-14 14-28 0q-14 14-28 0q-14 14-28 0z',
  ],
  ['a', 'M88 100h44q6 76-28 132H88zM312 100h-44q-6 76 28 132h16z'],
  ['artInk', rect(76, 230, 248, 14, 4)],
]
