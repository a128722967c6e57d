export const booking = {
  reviewPhotos: 'Photos (optional)',
  reviewPhotosHint: 'Up to {{max}}, as JPEG, PNG, WebP or AVIF. Shown publicly with your review.',
  reviewPhotosAlt: 'Describe what each photo shows, for people who can’t see it.',
  reviewPhotosAdd: 'Add photos',
  reviewPhotosWait: 'Your photos are still uploading. Publish once they’re done, or cancel them.',
  reviewPhotosReady: 'Getting it ready',
  reviewPhoto: 'Photo {{number}}',
  reviewPhotoAlt: 'Description of photo {{number}}',
  reviewPhotoDelete: 'Delete photo {{number}}',
  reviewPhotoRefused: 'This photo can’t be used',
  print: 'Print',
  deleteData: 'Delete my data',
  deleteUpcoming: 'Deleting your data cancels this booking.',
  deleteUpcomingPaid: 'Deleting your data cancels this booking, with the refund its cancellation policy gives.',
  deleteGone: 'We delete your name, email, phone number, notes and complaints of this booking.',
  deleteReviews:
    'A star rating you gave still counts. Your first name and what you wrote are removed, unless you keep them below.',
  deleteKept: 'The record of the visit stays without your name, because the business’s calendar needs it.',
  deleteKeptPaid:
    'The record of the visit and of payments stays without your name, because the business’s calendar and accounts need it. A refund or complaint already under way is completed.',
  deleteOthers:
    'Each of your other bookings has its own link. Open it from its email to delete that booking’s data too.',
  deleteFinal: 'This can’t be undone.',
  deleteKeepReviews: 'Keep my review with my first name',
  deleteFromMail: 'Open this booking from our email first',
  deleteFromMailText:
    'The link in the email shows that the email address is yours. Open it, then delete your data there.',
  deleteCancel: 'Keep my booking',
  deletedTitle: 'Data deleted',
  deletedText: 'Your name and contact details have been removed from this booking.',
}
