export type Frame = {
  type: string
  id?: string
  event?: string | string[]
  connectionTimeoutMs?: number
  errors?: { errorType?: string; message?: string }[]
}

type Socket = {
  onopen: ((event: never) => void) | null
  onmessage: ((event: never) => void) | null
  onerror: ((event: never) => void) | null
  onclose: ((event: never) => void) | null
  send(text: string): void
  close(): void
}
export type SocketClass = new (url: string, protocols: string[]) => Socket

export type Authorization = { host: string; Authorization: string }

export type Link = { send(frame: object): void; close(): void }

type LinkOptions = {
  ws: string
  authorization: Authorization
  WebSocket: SocketClass
  onUp(): void
  onFrame(frame: Frame): void
  /** Once, whoever ended it. */
  onDown(): void
}

const handshakeMs = 15_000

/** One socket from its handshake to its end. A server silent for longer than it promised is taken for dead. */
export function openLink({ ws, authorization, WebSocket, onUp, onFrame, onDown }: LinkOptions): Link {
  let isOver = false
  let patienceMs = handshakeMs
  let patience = setTimeout(end, patienceMs)
  const socket = new WebSocket(ws, ['aws-appsync-event-ws', `header-${base64url(JSON.stringify(authorization))}`])

  function end() {
    if (isOver) return
    isOver = true
    clearTimeout(patience)
    socket.close()
    onDown()
  }

  function receive(frame: Frame) {
    clearTimeout(patience)
    if (frame.type === 'connection_error') return end()
    if (frame.type === 'connection_ack') patienceMs = frame.connectionTimeoutMs ?? patienceMs
    patience = setTimeout(end, patienceMs)
    if (frame.type === 'connection_ack') onUp()
    else onFrame(frame)
  }

  socket.onopen = () => socket.send('{"type":"connection_init"}')
  socket.onmessage = ({ data }: { data: string }) => {
    if (!isOver) receive(JSON.parse(data) as Frame)
  }
  socket.onerror = end
  socket.onclose = end

  return { send: (frame) => socket.send(JSON.stringify(frame)), close: end }
}

const base64url = (text: string) => btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
