import type { Translation } from '@buy-locals/features/i18n'
import type { booking as english } from './en-booking'

export const booking: Translation<typeof english> = {
  reviewPhotos: 'Fotos (opcional)',
  reviewPhotosHint: 'Hasta {{max}}, en JPEG, PNG, WebP o AVIF. Se publican con tu reseña.',
  reviewPhotosAlt: 'Describe qué muestra cada foto, para quienes no pueden verla.',
  reviewPhotosAdd: 'Agregar fotos',
  reviewPhotosWait: 'Tus fotos se están subiendo. Publica cuando terminen, o cancélalas.',
  reviewPhotosReady: 'Preparando la foto',
  reviewPhoto: 'Foto {{number}}',
  reviewPhotoAlt: 'Descripción de la foto {{number}}',
  reviewPhotoDelete: 'Eliminar la foto {{number}}',
  reviewPhotoRefused: 'Esta foto no se puede usar',
  print: 'Imprimir',
  deleteData: 'Eliminar mis datos',
  deleteUpcoming: 'Al eliminar tus datos se cancela esta reserva.',
  deleteUpcomingPaid:
    'Al eliminar tus datos se cancela esta reserva, con el reembolso que da su política de cancelación.',
  deleteGone: 'Eliminamos tu nombre, correo, teléfono, notas y reclamos de esta reserva.',
  deleteReviews:
    'Una calificación que diste sigue contando. Tu nombre y lo que escribiste se quitan, a menos que los conserves abajo.',
  deleteKept: 'El registro de la visita se queda sin tu nombre, porque el calendario del negocio lo necesita.',
  deleteKeptPaid:
    'El registro de la visita y de los pagos se queda sin tu nombre, porque el calendario y las cuentas del negocio lo necesitan. Un reembolso o reclamo en curso se termina.',
  deleteOthers:
    'Cada una de tus otras reservas tiene su propio enlace. Ábrela desde su correo para eliminar también sus datos.',
  deleteFinal: 'Esto no se puede deshacer.',
  deleteKeepReviews: 'Conservar mi reseña con mi nombre',
  deleteFromMail: 'Primero abre esta reserva desde nuestro correo',
  deleteFromMailText: 'El enlace del correo muestra que la dirección es tuya. Ábrelo y elimina tus datos desde allí.',
  deleteCancel: 'Conservar mi reserva',
  deletedTitle: 'Datos eliminados',
  deletedText: 'Tu nombre y tus datos de contacto se quitaron de esta reserva.',
}
