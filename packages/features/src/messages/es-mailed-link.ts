import { ownAccount } from './es-own-account'
import type { Translation } from '../i18n'
import type { mailedLink as english } from './en-mailed-link'

export const mailedLink: Translation<typeof english> = {
  newPassword: ownAccount.newPassword,
  passwordHint: ownAccount.passwordHint,
  resetTitle: 'Crear una contraseña nueva',
  resetSave: ownAccount.resetSave,
  resetDoneTitle: 'Contraseña cambiada',
  resetDoneText: 'Cerramos tu sesión en todas partes. Inicia sesión con tu contraseña nueva.',
  linkMissingTitle: 'Este enlace está incompleto',
  linkMissingText: 'Ábrelo de nuevo desde el correo o pide uno nuevo.',
  requestAgain: 'Pedir un enlace nuevo',
  verifyTitle: 'Verificar tu correo',
  verifying: 'Verificando tu correo',
  verifiedTitle: 'Correo verificado',
  verifiedText: 'Las reservas que hiciste sin cuenta con este correo ya están en tu cuenta.',
  proveTitle: 'Elige una contraseña',
  proveText:
    'Mostraste que este correo es tuyo. Elige una contraseña para terminar. Se cerrará la sesión de quien haya entrado antes a esta cuenta.',
  verifyFailedTitle: 'Este enlace no funciona',
}
