// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { refuse } from '@buy-locals/api-client/testing/scripted-api'
import { listMembers } from '@buy-locals/contracts/auth/operations'
import { listStaff } from '@buy-locals/contracts/booking/operations'
import * as business from '@buy-locals/contracts/business/operations'
import type { OwnPhoto } from '@buy-locals/contracts/business/shapes'
import { press } from '@buy-locals/features/testing/acts'
import { aStaffMember } from '@buy-locals/features/testing/examples'
import { newId } from '@buy-locals/values/ids'
import { heading, startDashboard, text } from './support'

afterEach(() => vi.unstubAllGlobals())

const size = { width: 320, height: 240, avif: '/a.avif', webp: '/a.webp', jpeg: '/a.jpeg' }
function aPhoto(alt: string, changes: Partial<OwnPhoto> = {}): OwnPhoto {
  const id = newId('photo')
  const shown = { id, alt, url: '/a.jpeg', width: 320, height: 240, sizes: [size], color: '#aa5533', thumbHash: 'IPgB' }
  return { id, status: 'ready', alt, version: 2, shown, ...changes }
}

const chooseFiles = (...files: File[]) =>
  fireEvent.change(document.querySelector('input[type=file]') as HTMLInputElement, { target: { files } })

/** Takes what is sent, with the progress that a test gives. */
function takeUploads(status = 204) {
  const sent: { url: string; form: FormData }[] = []
  class Request {
    upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {}
    onload?: () => void
    status = status
    url = ''
    open(_: string, url: string) {
      this.url = url
    }
    setRequestHeader() {}
    send(form: FormData) {
      sent.push({ url: this.url, form })
      this.upload.onprogress?.({ loaded: 1, total: 2 })
      setTimeout(() => this.onload?.())
    }
  }
  vi.stubGlobal('XMLHttpRequest', Request)
  return sent
}

const upload = {
  ...{ url: 'http://127.0.0.1/media/uploads', method: 'POST' as const, headers: {} },
  ...{ fields: { key: 'originals/x', policy: 'p', signature: 's' }, expiresAt: '2026-03-20T09:00:00Z' },
}

test('several photos are sent to where the API says, with what it signed', async () => {
  using dashboard = startDashboard()
  const sent = takeUploads()
  const photo = aPhoto('', { status: 'uploading', shown: undefined })
  dashboard.respond(business.listPhotos, { items: [] })
  dashboard.respond(business.addPhoto, { photo, upload })
  dashboard.open('photos')
  await text('No photos yet')
  dashboard.respond(business.listPhotos, { items: [{ ...photo, status: 'processing' }] })
  chooseFiles(
    new File(['one'], 'one.jpg', { type: 'image/jpeg' }),
    new File(['three'], 'two.png', { type: 'image/png' }),
  )
  await text('Getting it ready')
  await waitFor(() => expect(sent).toHaveLength(2))
  expect(dashboard.received(business.addPhoto).map(({ body }) => body)).toEqual([
    { contentType: 'image/jpeg', bytes: 3, alt: '' },
    { contentType: 'image/png', bytes: 5, alt: '' },
  ])
  expect(sent[0]?.url).toBe(upload.url)
  expect([...(sent[0]?.form.keys() ?? [])]).toEqual(['key', 'policy', 'signature', 'file'])
})

test('a file that cannot be a photo is not sent, and says what to do', async () => {
  using dashboard = startDashboard()
  const sent = takeUploads()
  dashboard.respond(business.listPhotos, { items: [] })
  dashboard.open('photos')
  await heading('Photos')
  await text('No photos yet')
  chooseFiles(new File(['x'], 'IMG_1.HEIC', { type: '' }), new File(['x'], 'a.gif', { type: 'image/gif' }), new File([], 'b.jpg', { type: 'image/jpeg' })) // prettier-ignore
  await text(/Save it as JPEG/)
  await text(/GIFs and animations/)
  await text('The file is empty.')
  expect(sent).toEqual([])
  expect(dashboard.received(business.addPhoto)).toEqual([])
})

test('an upload that stops, or one too many, says so; what stopped can be tried again', async () => {
  using dashboard = startDashboard()
  takeUploads(403)
  const photo = aPhoto('', { status: 'uploading', shown: undefined })
  dashboard.respond(business.listPhotos, { items: [] })
  dashboard.respond(business.addPhoto, { photo, upload })
  dashboard.respond(business.deletePhoto, undefined)
  dashboard.open('photos')
  await text('No photos yet')
  chooseFiles(new File(['one'], 'one.jpg', { type: 'image/jpeg' }))
  await text(/The upload stopped/)
  await waitFor(() => expect(dashboard.received(business.deletePhoto)[0]?.params).toMatchObject({ photoId: photo.id }))
  dashboard.respond(business.addPhoto, refuse('limit-reached'))
  press('Try again')
  await text(/You have 30 photos/)
})

test('an upload under way is canceled, is no photo meanwhile, and the next one begins', async () => {
  using dashboard = startDashboard()
  const waiting: (() => void)[] = []
  class Request {
    upload = {}
    onabort?: () => void
    open() {}
    setRequestHeader() {}
    abort() {
      this.onabort?.()
    }
    send() {
      waiting.push(() => {})
    }
  }
  vi.stubGlobal('XMLHttpRequest', Request)
  const photo = aPhoto('', { status: 'uploading', shown: undefined })
  dashboard.respond(business.listPhotos, { items: [photo] })
  dashboard.respond(business.addPhoto, { photo, upload })
  dashboard.respond(business.deletePhoto, undefined)
  dashboard.open('photos')
  await text('Not uploaded yet')
  const names = ['one', 'two', 'three', 'four', 'five']
  chooseFiles(...names.map((name) => new File([name], `${name}.jpg`, { type: 'image/jpeg' })))
  await waitFor(() => expect(waiting).toHaveLength(3))
  await waitFor(() => expect(screen.queryByText('Not uploaded yet')).toBeNull())
  press('Cancel the upload of four.jpg')
  press('Cancel the upload of one.jpg')
  await waitFor(() => expect(dashboard.received(business.addPhoto)).toHaveLength(4))
  expect(dashboard.received(business.deletePhoto)).toHaveLength(1)
  expect(screen.queryByText(/one.jpg|four.jpg/)).toBeNull()
  await text('Uploading five.jpg')
})

test('a file that is dropped anywhere on the page is added, and a picture of the page is not', async () => {
  using dashboard = startDashboard()
  dashboard.respond(business.listPhotos, { items: [] })
  dashboard.open('photos')
  await text('No photos yet')
  const drop = () => {
    const dataTransfer = { types: ['Files'], files: [new File(['x'], 'a.gif', { type: 'image/gif' })] }
    return fireEvent.drop(screen.getByRole('heading', { level: 1 }), { dataTransfer })
  }
  fireEvent.dragStart(screen.getByRole('heading', { level: 1 }))
  expect(drop(), 'it is left to whoever takes it').toBe(true)
  fireEvent.dragEnd(screen.getByRole('heading', { level: 1 }))
  expect(screen.queryByText(/a.gif/)).toBeNull()
  expect(drop(), 'the browser does not leave the page for it').toBe(false)
  await text('a.gif can’t be used')
})

test('photos are moved and made the cover by buttons, and what was refused says why', async () => {
  using dashboard = startDashboard()
  const [door, chairs] = [aPhoto('Door'), aPhoto('Chairs')]
  const broken = aPhoto('', { status: 'refused', refusal: 'heic', shown: undefined })
  dashboard.respond(business.listPhotos, { items: [door, chairs, broken] })
  dashboard.respond(business.orderPhotos, { items: [] })
  dashboard.respond(business.changePhoto, chairs)
  dashboard.open('photos')
  await text(/Save it as JPEG/)
  await text('2 of 30 photos')
  const later = screen.getByRole('button', { name: 'Move later: Door' })
  later.focus()
  dashboard.respond(business.listPhotos, { items: [chairs, broken, door] })
  press('Move later: Door')
  await waitFor(() => expect(dashboard.received(business.orderPhotos)).toHaveLength(1))
  expect(dashboard.received(business.orderPhotos)[0]?.body).toEqual({ photoIds: [chairs.id, door.id, broken.id] })
  await text('Door is now photo 2 of 3.')
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Move earlier: Door' })))
  press('Make cover: Door')
  await waitFor(() => expect(dashboard.received(business.changePhoto)[0]?.body).toEqual({ cover: true }))
})

test('a photo is dragged to where a line shows that it comes to be', async () => {
  using dashboard = startDashboard()
  const [door, chairs, sign] = [aPhoto('Door'), aPhoto('Chairs'), aPhoto('Sign')]
  dashboard.respond(business.listPhotos, { items: [door, chairs, sign] })
  dashboard.respond(business.orderPhotos, { items: [] })
  dashboard.open('photos')
  await text('3 of 30 photos')
  const pictures = [...document.querySelectorAll<HTMLElement>('[draggable=true]')]
  const places = pictures.map((picture) => picture.closest('li') as HTMLElement)
  const drag = (from: number, to: number) => {
    fireEvent.dragStart(pictures[from] as HTMLElement)
    fireEvent.dragOver(places[to] as HTMLElement)
    const shown = places.map(({ dataset }) => dataset['over'])
    fireEvent.drop(places[to] as HTMLElement)
    return shown
  }
  expect(drag(0, 0), 'its own place').toEqual([undefined, undefined, undefined])
  expect(drag(2, 0)).toEqual(['before', undefined, undefined])
  await waitFor(() => expect(dashboard.received(business.orderPhotos)).toHaveLength(1))
  expect(dashboard.received(business.orderPhotos)[0]?.body).toEqual({ photoIds: [sign.id, door.id, chairs.id] })
  expect(drag(0, 2)).toEqual([undefined, undefined, 'after'])
})

test('a description is saved when one goes on, and a photo is deleted after one question', async () => {
  using dashboard = startDashboard()
  const photo = aPhoto('')
  dashboard.respond(business.listPhotos, { items: [photo] })
  dashboard.respond(business.changePhoto, photo)
  dashboard.respond(business.deletePhoto, undefined)
  dashboard.open('photos')
  const field = await screen.findByLabelText('Description')
  fireEvent.change(field, { target: { value: 'The two chairs' } })
  fireEvent.blur(field)
  await waitFor(() => expect(dashboard.received(business.changePhoto)[0]?.body).toEqual({ alt: 'The two chairs' }))
  press('Delete: Photo 1')
  await heading('Delete this photo?')
  press('Delete')
  await text('Photo deleted.')
  expect(dashboard.received(business.deletePhoto)).toHaveLength(1)
})

test('a member of staff has one photo, which is added beside the form and shown instead of the way to add one', async () => {
  using dashboard = startDashboard()
  takeUploads()
  const person = aStaffMember(dashboard.business.id)
  dashboard.respond(listStaff, { items: [person] })
  dashboard.respond(listMembers, { items: [] })
  dashboard.respond(business.listPhotos, { items: [] })
  dashboard.respond(business.addPhoto, { photo: aPhoto('', { status: 'uploading', shown: undefined }), upload })
  dashboard.open(`staff/${person.id}`)
  await text('Customers see it on your page and when they choose who to book with.')
  await screen.findByRole('button', { name: 'Add photo' })
  dashboard.respond(business.listPhotos, { items: [aPhoto('Ana at her chair')] })
  chooseFiles(new File(['one'], 'one.jpg', { type: 'image/jpeg' }))
  await screen.findByDisplayValue('Ana at her chair')
  expect(dashboard.received(business.addPhoto)).toMatchObject([{ body: { of: person.id, bytes: 3 } }])
  expect(dashboard.received(business.listPhotos)[0]).toMatchObject({ query: { of: person.id } })
  expect(screen.queryByRole('button', { name: 'Add photo' })).toBeNull()
  expect(screen.queryByRole('button', { name: /Move/ })).toBeNull()
})
