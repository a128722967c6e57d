// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { refuse } from '@buy-locals/api-client/testing/scripted-api'
import { readBooking } from '@buy-locals/contracts/booking/operations'
import { readBusiness } from '@buy-locals/contracts/business/operations'
import type { OwnPhoto } from '@buy-locals/contracts/business/shapes'
import * as review from '@buy-locals/contracts/review/operations'
import { press } from '@buy-locals/features/testing/acts'
import { aBooking, aBusiness, aPerson, aShownPhoto } from '@buy-locals/features/testing/examples'
import { newId } from '@buy-locals/values/ids'
import { heading, startSite, text } from './support'

afterEach(() => vi.unstubAllGlobals())

const aPhoto = (changes: Partial<OwnPhoto> = {}): OwnPhoto => {
  const shown = aShownPhoto()
  return { id: shown.id, status: 'ready', alt: '', shown, version: 2, ...changes }
}
const upload = {
  ...{ url: 'http://127.0.0.1/media/uploads', method: 'POST' as const, headers: {} },
  ...{ fields: { key: 'originals/of-reviews/x' }, expiresAt: '2026-11-21T21:00:00Z' },
}

/** Takes whatever is sent. */
function takeUploads(status = 204) {
  const sent: FormData[] = []
  class Request {
    upload = {}
    onload?: () => void
    status = status
    open() {}
    setRequestHeader() {}
    send(form: FormData) {
      sent.push(form)
      setTimeout(() => this.onload?.())
    }
  }
  vi.stubGlobal('XMLHttpRequest', Request)
  return sent
}

async function startReview() {
  const me = aPerson()
  const site = await startSite({ me })
  const business = aBusiness()
  const booking = aBooking(business.id, { status: 'completed', consumerId: me.id, payment: 'at-venue' })
  site.respond(readBusiness, business)
  site.respond(readBooking, booking)
  site.respond(review.readReview, refuse('not-found'))
  site.respond(review.listReviewPhotos, { items: [] })
  site.open(`/bookings/${booking.id}`)
  await heading('How was it?')
  return Object.assign(site, { booking })
}

const chooseFiles = (...files: File[]) =>
  fireEvent.change(document.querySelector('input[type=file]') as HTMLInputElement, { target: { files } })
const file = (name: string, type: string) => new File(['xyz'], name, { type })

test('photos are sent while the review is written, and what cannot be used says why', async () => {
  using site = await startReview()
  const sent = takeUploads()
  site.respond(review.addReviewPhoto, { photo: aPhoto({ status: 'uploading', shown: undefined }), upload })
  site.respond(review.listReviewPhotos, { items: [aPhoto()] })
  chooseFiles(file('cut.jpg', 'image/jpeg'), file('IMG_1.HEIC', ''))
  await screen.findByRole('img', { name: 'Photo 1' })
  await text('IMG_1.HEIC can’t be used')
  await text('HEIC photos can’t be shown on the web. Save it as JPEG and upload it again.')
  expect(sent).toHaveLength(1)
  expect(site.received(review.addReviewPhoto)).toMatchObject([{ body: { contentType: 'image/jpeg', bytes: 3 } }])
})

test('four photos are all there can be, and one that is deleted makes room', async () => {
  using site = await startReview()
  takeUploads()
  const items = Array.from({ length: 4 }, () => aPhoto())
  site.respond(review.addReviewPhoto, { photo: aPhoto({ status: 'uploading', shown: undefined }), upload })
  site.respond(review.listReviewPhotos, { items })
  chooseFiles(file('cut.jpg', 'image/jpeg'))
  await screen.findByRole('img', { name: 'Photo 4' })
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Add photos' })).toBeNull())
  site.respond(review.deleteReviewPhoto, undefined)
  site.respond(review.listReviewPhotos, { items: items.slice(1) })
  press('Delete photo 1')
  await screen.findByRole('button', { name: 'Add photos' })
  expect(site.received(review.deleteReviewPhoto)).toMatchObject([{ params: { photoId: items[0]?.id } }])
})

test('what did not arrive can be tried again or dismissed, and takes no place', async () => {
  using site = await startReview()
  takeUploads(403)
  const photo = aPhoto({ status: 'uploading', shown: undefined })
  site.respond(review.addReviewPhoto, { photo, upload })
  site.respond(review.deleteReviewPhoto, undefined)
  chooseFiles(...['a', 'b', 'c', 'd'].map((name) => file(`${name}.jpg`, 'image/jpeg')))
  await waitFor(() => expect(screen.getAllByText(/was not uploaded$/)).toHaveLength(4))
  expect(screen.getByRole('button', { name: 'Add photos' })).toBeDefined()
  expect(site.received(review.deleteReviewPhoto)[0]).toMatchObject({ params: { photoId: photo.id } })
  for (const button of screen.getAllByRole('button', { name: 'Dismiss' }).slice(1)) fireEvent.click(button)
  takeUploads()
  site.respond(review.listReviewPhotos, { items: [aPhoto()] })
  press('Try again')
  await screen.findByRole('img', { name: 'Photo 1' })
  expect(screen.queryByText(/was not uploaded$/)).toBeNull()
})

test('a review waits for the photos that are on their way', async () => {
  using site = await startReview()
  class Request {
    upload = {}
    onabort?: () => void
    open() {}
    setRequestHeader() {}
    send() {}
    abort() {
      this.onabort?.()
    }
  }
  vi.stubGlobal('XMLHttpRequest', Request)
  site.respond(review.addReviewPhoto, { photo: aPhoto({ status: 'uploading', shown: undefined }), upload })
  site.respond(review.deleteReviewPhoto, undefined)
  site.respond(review.writeReview, refuse('review/already'))
  chooseFiles(file('cut.jpg', 'image/jpeg'))
  await text('Uploading cut.jpg')
  fireEvent.click(screen.getByRole('radio', { name: /5/ }))
  press('Publish review')
  await text('Your photos are still uploading. Publish once they’re done, or cancel them.')
  expect(site.received(review.writeReview)).toEqual([])
  press('Cancel the upload of cut.jpg')
  await waitFor(() => expect(screen.queryByText(/still uploading/)).toBeNull())
  press('Publish review')
  await waitFor(() => expect(site.received(review.writeReview)).toHaveLength(1))
})

test('a review goes with what its photos show, each described beside it, and nothing of those that are not', async () => {
  using site = await startReview()
  takeUploads()
  const [one, two] = [aPhoto(), aPhoto()]
  const refused = aPhoto({ status: 'refused', shown: undefined, refusal: 'unreadable' })
  site.respond(review.addReviewPhoto, { photo: aPhoto({ status: 'uploading', shown: undefined }), upload })
  site.respond(review.listReviewPhotos, { items: [one, two, refused] })
  site.respond(review.writeReview, refuse('review/already'))
  chooseFiles(file('cut.jpg', 'image/jpeg'))
  const field = await screen.findByLabelText(/^Description of photo 2/)
  expect([field.getAttribute('maxlength'), screen.queryByLabelText(/^Description of photo 3/)]).toEqual(['160', null])
  fireEvent.change(field, { target: { value: ' A fade, seen from behind ' } })
  fireEvent.click(screen.getByRole('radio', { name: /4/ }))
  press('Publish review')
  await waitFor(() => expect(site.received(review.writeReview)).toHaveLength(1))
  const described = [{ id: two.id, alt: 'A fade, seen from behind' }]
  expect(site.received(review.writeReview)).toMatchObject([{ body: { stars: 4, photos: described } }])
})

test('a review is shown with its photos, each of which leads to the whole picture', async () => {
  using site = await startReview()
  const shown = { ...aShownPhoto(), alt: 'The fade' }
  site.respond(review.readReview, {
    ...{ id: newId('review'), businessId: site.booking.businessId, bookingId: site.booking.id, serviceName: 'Haircut' },
    ...{ stars: 5, by: 'Cora', verified: true, at: '2026-11-21T20:00:00Z', version: 1, photos: [shown, aShownPhoto()] },
  })
  site.respond(review.writeReview, refuse('review/already'))
  site.open(`/bookings/${site.booking.id}`)
  await heading('Your review')
  expect(screen.getByRole('img', { name: 'The fade' }).closest('a')?.getAttribute('href')).toBe('/640.jpeg')
  expect(screen.getByRole('img', { name: 'Photo 2 by Cora' }).getAttribute('src')).toBe('/320.jpeg')
})
