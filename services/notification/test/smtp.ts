import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { smtpMail, type Patience } from '../src/adapters/smtp-mail.ts'

type Manners = {
  /** Takes connections and says nothing. */
  isSilent?: () => boolean
  /** Has read a mail and hangs up before it answers. */
  dropsMails?: () => boolean
  /** Hangs up on whoever calls. */
  isDown?: () => boolean
  /** Milliseconds until it says that it has a mail. */
  delayMs?: () => number
  patience?: Patience
}

/** A mail server that meets a recipient with the reply that `respond` gives, and a `mail` that sends through it. */
export async function startSmtp(respond: (recipient: string) => string, manners: Manners = {}) {
  const {
    isSilent = () => false,
    dropsMails = () => false,
    isDown = () => false,
    delayMs = () => 0,
    patience,
  } = manners
  const subjects: string[] = []
  const messageIds: string[] = []
  const letters: string[] = []
  const recipients: string[] = []
  const sockets = new Set<Socket>()
  let attempts = 0
  let mostSockets = 0
  const server = createServer((socket) => {
    sockets.add(socket)
    mostSockets = Math.max(mostSockets, sockets.size)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => {})
    if (isSilent()) return
    if (isDown()) return void socket.destroy()
    let letter: string | undefined
    const reply: Record<string, (line: string) => string> = {
      'RCPT TO': (line) => {
        attempts += 1
        recipients.push(/<(.*)>/.exec(line)?.[1] ?? '')
        return respond(recipients.at(-1) ?? '')
      },
      DATA: () => {
        letter = ''
        return '354 go on'
      },
      QUIT: () => '221 bye',
    }
    socket.write('220 post.example\r\n')
    socket.on('data', (bytes) => {
      const text = bytes.toString()
      if (letter === undefined) {
        const command = Object.keys(reply).find((name) => text.startsWith(name))
        return void socket.write(`${(command && reply[command]?.(text)) ?? '250 well'}\r\n`)
      }
      letter += text
      if (!letter.endsWith('\r\n.\r\n')) return
      const taken = letter
      letter = undefined
      setTimeout(() => take(taken), delayMs())
    })
    const take = (letter: string) => {
      subjects.push(/^Subject: (.*)$/m.exec(letter)?.[1]?.trim() ?? '')
      messageIds.push(/^Message-ID: (.*)$/im.exec(letter)?.[1]?.trim() ?? '')
      letters.push(letter.replaceAll(/^\.\./gm, '.'))
      if (dropsMails()) return void socket.destroy()
      socket.write('250 well\r\n')
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const mail = smtpMail({
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    from: 'Buy Locals <hello@buylocals.example>',
    ...(patience && { patience }),
  })
  return {
    mail,
    subjects,
    messageIds,
    letters,
    recipients,
    mostSockets: () => mostSockets,
    attempts: () => attempts,
    [Symbol.asyncDispose]: async () => {
      mail.close()
      for (const socket of sockets) socket.destroy()
      await new Promise((done) => server.close(done))
    },
  }
}
