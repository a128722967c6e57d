import { fireEvent, screen, type within } from '@testing-library/react'

type Place = ReturnType<typeof within>

/** The words of a label, with or without what says that the field may stay empty. */
const labelled = (label: string) => new RegExp(`^${RegExp.escape(label)}( \\(.*\\))?$`)

/** Types into a field, or chooses in a list, as its label names it. */
export const fill = (label: string, value: string, place: Place = screen) =>
  fireEvent.change(place.getByLabelText(labelled(label)), { target: { value } })

export const field = (label: string, place: Place = screen) => place.getByLabelText(labelled(label)) as HTMLInputElement

export const tick = (label: string, place: Place = screen) =>
  fireEvent.click(place.getByRole('checkbox', { name: label }))

export const press = (name: string, place: Place = screen) => fireEvent.click(place.getByRole('button', { name }))

/** One of a few that stand side by side: its own words, with or without the detail below them. */
export const choose = (option: string, place: Place = screen) =>
  fireEvent.click(place.getByRole('radio', { name: new RegExp(`^${RegExp.escape(option)}`) }))

/** What is said to be wrong with a field. */
export function errorOf(label: string, place: Place = screen): string | undefined {
  const control = field(label, place)
  if (control.getAttribute('aria-invalid') !== 'true') return undefined
  const [first = ''] = (control.getAttribute('aria-describedby') ?? '').split(' ')
  return document.getElementById(first)?.textContent ?? undefined
}
