// @vitest-environment jsdom
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { useState, type FormEvent, type ReactNode } from 'react'
import { expect, test, vi } from 'vitest'
import { Button } from '../src/button'
import { PageFocus } from '../src/page-focus/page-focus'
import { ChoiceField } from '../src/fields/choice-field'
import { TextField } from '../src/fields/text-field'
import { Notice } from '../src/notice'
import { Progress } from '../src/progress'
import { Steps } from '../src/steps'
import { Title } from '../src/title'
import { ToastProvider, useToast } from '../src/toast'

const scrolled: (string | null)[] = []
Element.prototype.scrollIntoView = function (this: Element) {
  scrolled.push(this.getAttribute('name') ?? this.textContent)
}
const focused = () => document.activeElement

type Errors = { name?: string; choice?: string; notice?: string }

function Form({ check }: { check: () => Errors | Promise<Errors> }) {
  const [errors, setErrors] = useState<Errors>({})
  function submit(event: FormEvent) {
    event.preventDefault()
    const found = check()
    if (found instanceof Promise) void found.then(setErrors)
    else setErrors(found)
  }
  return (
    <>
      <PageFocus />
      <form onSubmit={submit}>
        <ChoiceField label="Way" name="way" options={[{ value: 'a', label: 'A' }]} error={errors.choice} />
        <TextField label="Name" name="name" error={errors.name} />
        {errors.notice && <Notice tone="danger" title={errors.notice} />}
        <Button submit label="Send" />
      </form>
      <Button label="Elsewhere" onPress={() => {}} />
    </>
  )
}
const send = () => fireEvent.click(screen.getByRole('button', { name: 'Send' }))
const name = () => screen.getByLabelText('Name')

test('the first field that is wrong is scrolled to and focused, as often as it is sent', async () => {
  render(<Form check={() => ({ name: 'Enter your name', notice: 'Not sent' })} />)
  send()
  await waitFor(() => expect(focused()).toBe(name()))
  expect(scrolled.at(-1)).toBe('name')
  act(() => screen.getByRole('button', { name: 'Send' }).focus())
  send()
  await waitFor(() => expect(focused()).toBe(name()))
})

test('of a group the first choice is focused', async () => {
  render(<Form check={() => ({ choice: 'Choose one', name: 'Enter your name' })} />)
  send()
  await waitFor(() => expect(focused()).toBe(screen.getByRole('radio', { name: 'A' })))
})

test('what the server refuses later is focused when it comes', async () => {
  const refusal = Promise.withResolvers<Errors>()
  render(<Form check={() => refusal.promise} />)
  send()
  refusal.resolve({ notice: 'That time was just taken' })
  await waitFor(() => expect(focused()?.textContent).toBe('That time was just taken'))
  expect(focused()?.getAttribute('role')).toBe('alert')
})

test('whoever has typed on meanwhile is not interrupted', async () => {
  const refusal = Promise.withResolvers<Errors>()
  render(<Form check={() => refusal.promise} />)
  send()
  act(() => name().focus())
  fireEvent.input(name(), { target: { value: 'C' } })
  refusal.resolve({ notice: 'That time was just taken' })
  await screen.findByText('That time was just taken')
  expect(focused()).toBe(name())
})

test('an error that stands on the page already is not focused again by a press elsewhere', async () => {
  render(<Form check={() => ({ notice: 'Not sent' })} />)
  send()
  await waitFor(() => expect(focused()?.textContent).toBe('Not sent'))
  const elsewhere = screen.getByRole('button', { name: 'Elsewhere' })
  act(() => elsewhere.focus())
  fireEvent.click(elsewhere)
  await new Promise((done) => setTimeout(done, 20))
  expect(focused()).toBe(elsewhere)
})

function Wizard() {
  const [step, setStep] = useState(0)
  return (
    <main>
      <PageFocus />
      <h1>Book a haircut</h1>
      <Steps label={`Step ${step + 1} of 3`} steps={['a', 'b', 'c']} current={step} />
      {step === 1 && <Title level={2}>Your details</Title>}
      <Button key={step} label="Continue" onPress={() => setStep(step + 1)} />
    </main>
  )
}
const goOn = () => {
  act(() => screen.getByRole('button', { name: 'Continue' }).focus())
  fireEvent.click(screen.getByRole('button', { name: 'Continue' }))
}

test('where what was pressed is gone with its step, the title of the next step is focused, or else the steps', async () => {
  render(<Wizard />)
  goOn()
  await waitFor(() => expect(focused()?.textContent).toBe('Your details'))
  goOn()
  await waitFor(() => expect(focused()?.getAttribute('aria-label')).toBe('Step 3 of 3'))
})

test('where a page was waited for, its title is focused, and nothing is taken from who is elsewhere', async () => {
  const waiting = (
    <main>
      <PageFocus />
      <button type="button">Elsewhere</button>
      <Progress label="Verifying" />
    </main>
  )
  const come = (
    <main>
      <PageFocus />
      <button type="button">Elsewhere</button>
      <h1>Verified</h1>
    </main>
  )
  const { rerender } = render(waiting)
  rerender(come)
  await waitFor(() => expect(focused()?.textContent).toBe('Verified'))
  rerender(waiting)
  act(() => screen.getByRole('button', { name: 'Elsewhere' }).focus())
  rerender(come)
  await act(async () => {})
  expect(focused()?.textContent).toBe('Elsewhere')
})

function Review() {
  const [isSent, setSent] = useState(false)
  return (
    <main>
      <PageFocus />
      <h1>Haircut</h1>
      <section>
        <h2>{isSent ? 'Your review' : 'How was it?'}</h2>
        {!isSent && (
          <div>
            <Button label="Publish" onPress={() => setSent(true)} />
          </div>
        )}
      </section>
    </main>
  )
}

test('where a form is gone from its section, the title of the section is focused', async () => {
  render(<Review />)
  act(() => screen.getByRole('button', { name: 'Publish' }).focus())
  fireEvent.click(screen.getByRole('button', { name: 'Publish' }))
  await waitFor(() => expect(focused()?.textContent).toBe('Your review'))
})

function Attendance() {
  const [came, setCame] = useState(false)
  return (
    <main>
      <PageFocus />
      <h1>Yoga</h1>
      <div>
        {came ? (
          <button key="undo" type="button">
            Undo
          </button>
        ) : (
          <button key="came" type="button" onClick={() => setCame(true)}>
            Came
          </button>
        )}
      </div>
    </main>
  )
}

function Thread() {
  const [isReported, setReported] = useState(false)
  return (
    <main>
      <PageFocus />
      <Title level={1}>Booking</Title>
      <section>
        <Title level={2}>Messages</Title>
        <ul>
          <li>
            <p>Hello</p>
            {isReported ? <p>Reported</p> : <Button label="Report" onPress={() => setReported(true)} />}
          </li>
        </ul>
      </section>
    </main>
  )
}

test('where a button is gone with nothing in its place, the title of the section around it is focused', async () => {
  render(<Thread />)
  const button = screen.getByRole('button', { name: 'Report' })
  act(() => button.focus())
  fireEvent.click(button)
  await waitFor(() => expect(focused()?.textContent).toBe('Messages'))
})

test('where another button stands in the place of what was pressed, that one is focused', async () => {
  render(<Attendance />)
  act(() => screen.getByRole('button', { name: 'Came' }).focus())
  fireEvent.click(screen.getByRole('button', { name: 'Came' }))
  await waitFor(() => expect(focused()?.textContent).toBe('Undo'))
})

test('what is gone from outside the page while a dialog is open takes the focus to the dialog', async () => {
  const page = (prompt: ReactNode) => (
    <>
      <PageFocus />
      <main>
        <h1>Logins</h1>
      </main>
      <dialog open>
        <h2>Remove Sam</h2>
      </dialog>
      {prompt}
    </>
  )
  const { rerender } = render(page(<button type="button">Continue</button>))
  act(() => screen.getByRole('button', { name: 'Continue' }).focus())
  rerender(page(null))
  await waitFor(() => expect(focused()?.textContent).toBe('Remove Sam'))
})

test('that the browser is offline takes nobody from where they are', async () => {
  const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  render(
    <ToastProvider>
      <PageFocus />
      <Offline />
    </ToastProvider>,
  )
  const button = screen.getByRole('button', { name: 'Send' })
  act(() => button.focus())
  fireEvent.click(button)
  await screen.findByText('You are offline')
  await act(async () => {})
  expect(focused()).toBe(button)
  online.mockRestore()
})

function Offline() {
  const showToast = useToast()
  return <Button label="Send" onPress={() => showToast({ tone: 'danger', text: 'You are offline' })} />
}
