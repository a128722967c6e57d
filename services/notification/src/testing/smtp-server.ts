import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'

export type Manners = {
  /** Takes connections and says nothing. */
  isSilent?: () => boolean
  /** Hangs up without a reply when it gets this command; at `.` it has read the mail. */
  hangsUpAt?: () => 'RCPT TO' | 'DATA' | '.' | undefined
  /** Hangs up on whoever calls. */
  isDown?: () => boolean
  /** Milliseconds until it says that it has a mail. */
  delayMs?: () => number
  /** When it has read one. */
  replyToMail?: () => string
}

/** A mail server that meets a recipient with the reply that `respond` gives. */
export async function startSmtpServer(respond: (recipient: string) => string, manners: Manners = {}) {
  const { isSilent = () => false, hangsUpAt = () => undefined, isDown = () => false } = manners
  const { delayMs = () => 0, replyToMail = () => '250 well' } = manners
  const taken: { to: string; subject: string }[] = []
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
    let recipient = ''
    const reply: Record<string, (line: string) => string> = {
      'RCPT TO': (line) => {
        attempts += 1
        recipient = /<(.*)>/.exec(line)?.[1] ?? ''
        recipients.push(recipient)
        return respond(recipient)
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
        if (command && command === hangsUpAt()) return void socket.destroy()
        return void socket.write(`${(command && reply[command]?.(text)) ?? '250 well'}\r\n`)
      }
      letter += text
      if (!letter.endsWith('\r\n.\r\n')) return
      const read = letter
      letter = undefined
      setTimeout(() => take(read), delayMs())
    })
    const take = (letter: string) => {
      const subject = /^Subject: (.*)$/m.exec(letter)?.[1]?.trim() ?? ''
      taken.push({ to: recipient, subject })
      subjects.push(subject)
      messageIds.push(/^Message-ID: (.*)$/im.exec(letter)?.[1]?.trim() ?? '')
      letters.push(letter.replaceAll(/^\.\./gm, '.'))
      if (hangsUpAt() === '.') return void socket.destroy()
      socket.write(`${replyToMail()}\r\n`)
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken,
    subjects,
    messageIds,
    letters,
    recipients,
    mostSockets: () => mostSockets,
    attempts: () => attempts,
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((done) => server.close(done))
    },
  }
}
