import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { smtpMail } from '@buy-locals/service-kit/adapters/mail'

/** A mail server that answers a recipient with what `answer` says, and `mail` that sends by it. */
export async function startSmtp(answer: (recipient: string) => string) {
  const subjects: string[] = []
  const sockets = new Set<Socket>()
  let asked = 0
  const server = createServer((socket) => {
    sockets.add(socket)
    let letter: string | undefined
    const reply: Record<string, (line: string) => string> = {
      'RCPT TO': (line) => {
        asked += 1
        return answer(/<(.*)>/.exec(line)?.[1] ?? '')
      },
      DATA: () => {
        letter = ''
        return '354 go on'
      },
      QUIT: () => '221 bye',
    }
    socket.write('220 post.example\r\n')
    socket.on('data', (bytes) => {
      const words = bytes.toString()
      if (letter === undefined) {
        const command = Object.keys(reply).find((name) => words.startsWith(name))
        return void socket.write(`${(command && reply[command]?.(words)) ?? '250 well'}\r\n`)
      }
      letter += words
      if (!letter.endsWith('\r\n.\r\n')) return
      subjects.push(/^Subject: (.*)$/m.exec(letter)?.[1]?.trim() ?? '')
      letter = undefined
      socket.write('250 well\r\n')
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const mail = smtpMail({
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    from: 'Buy Locals <hello@buylocals.example>',
  })
  return {
    mail,
    subjects,
    asked: () => asked,
    [Symbol.asyncDispose]: async () => {
      mail.close()
      for (const socket of sockets) socket.destroy()
      await new Promise((done) => server.close(done))
    },
  }
}
