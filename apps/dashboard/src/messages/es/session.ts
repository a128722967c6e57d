import type { Translation } from '@buy-locals/features/i18n'
import type { session as english } from '../en/session'

export const session: Translation<typeof english> = {
  title: 'Iniciar sesión',
  intro: 'Tu agenda, tus servicios y tus pagos en un solo lugar.',
  email: 'Correo electrónico',
  password: 'Contraseña',
  signIn: 'Iniciar sesión',
  forgot: '¿Olvidaste tu contraseña?',
  newHere: '¿Es tu primera vez? Crea una cuenta',
  againTitle: 'Inicia sesión para continuar',
  againText: 'Se cerró tu sesión como {{email}}. Lo que escribiste sigue aquí y se envía cuando inicies sesión.',
  againSend: 'Iniciar sesión y continuar',
  thenOn: 'Inicia sesión para continuar.',
  choose: 'Tus negocios',
  none: 'Sin negocios',
  noneText:
    'Agrega el tuyo en unos minutos. Si trabajas en un negocio que ya está aquí, pide a su dueño que te invite.',
  invitations: 'Invitaciones',
  unnamedBusiness: 'Un negocio',
  join: 'Unirme',
  joinName: 'Unirme a {{name}}',
  joined: 'Te uniste a {{name}}.',
  decline: 'Rechazar',
  declineName: 'Rechazar la invitación de {{name}}',
  unverified: 'Verifica {{email}} para ver tus invitaciones: abre el enlace del correo que te enviamos.',
  verifyAgain: 'Enviar un enlace nuevo',
  verifySent: 'Enviamos un enlace nuevo a {{email}}.',
  add: 'Agregar un negocio',
  markets: 'Tus mercados',
  platform: 'Todos los mercados',
}
