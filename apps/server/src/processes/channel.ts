import type { ChildProcess } from 'node:child_process'
import type { Socket } from 'node:net'

/** A child, or `process` itself, which is the same pipe seen from the other side. */
export type End = Pick<ChildProcess, 'connected' | 'send' | 'on'>

/** What the other end may call, by name: of each what it takes and gives. */
type Calls = Record<string, { input: unknown; output: unknown }>
export type Answering<C extends Calls> = { [name in keyof C]: (input: C[name]['input']) => Promise<C[name]['output']> }

type Message =
  | { call: string; id: number; input: unknown }
  | { response: number; output?: unknown; error?: string }
  | { connection: number }
  | { accepted: number }

export type Channel<C extends Calls> = {
  /** Rejects where the other end fails, or is gone. */
  call<N extends keyof C & string>(name: N, input: C[N]['input']): Promise<C[N]['output']>
  /** Hands a connection over. False where the other end has ended before it took it: the connection is still ours. */
  hand(socket: Socket): Promise<boolean>
  /** How many connections the other end has not taken yet. */
  countHanded(): number
}

/** Calls between two processes over the pipe that Node opens for a fork. What is sent in one turn of the event loop is one message: each costs both ends more than what it carries. */
export function openChannel<Theirs extends Calls, Ours extends Calls>(
  end: End,
  answering: Answering<Ours>,
  onConnection?: (socket: Socket) => void,
): Channel<Theirs> {
  const waiting = new Map<number, { resolve(output: never): void; reject(error: Error): void }>()
  const handed = new Map<number, (isAccepted: boolean) => void>()
  let calls = 0
  let unsent: Message[] = []
  const deliver = (messages: Message[], socket?: Socket) => {
    if (!end.connected) return false
    // Kept open here too: of one that ends meanwhile Node would lose the connection.
    end.send(messages, socket, { keepOpen: true }, () => {}) // of one that is ending we learn by its end
    return true
  }
  const flush = () => {
    deliver(unsent)
    unsent = []
  }
  const send = (message: Message): boolean => {
    if (unsent.push(message) === 1) setImmediate(flush)
    return end.connected
  }
  const endHandOver = (id: number, isAccepted: boolean) => {
    handed.get(id)?.(isAccepted)
    handed.delete(id)
  }
  const respond = async (id: number, name: string, input: unknown) => {
    const act = answering[name] as (input: unknown) => Promise<unknown>
    const [outcome] = await Promise.allSettled([act(input)])
    if (outcome.status === 'fulfilled') send({ response: id, output: outcome.value })
    else send({ response: id, error: outcome.reason instanceof Error ? outcome.reason.message : 'failed' })
  }
  const receive = (message: Message, socket: unknown) => {
    if ('call' in message) return void respond(message.id, message.call, message.input)
    if ('connection' in message) {
      send({ accepted: message.connection })
      if (socket) onConnection?.(socket as Socket) // none where the client has gone meanwhile
      return
    }
    if ('accepted' in message) return endHandOver(message.accepted, true)
    const caller = waiting.get(message.response)
    waiting.delete(message.response)
    if (message.error === undefined) caller?.resolve(message.output as never)
    else caller?.reject(new Error(message.error))
  }
  end.on('message', (messages: Message[], socket) => messages.forEach((message) => receive(message, socket)))
  const onEnd = () => {
    for (const { reject } of waiting.values()) reject(new Error('The other process has ended'))
    waiting.clear()
    for (const id of [...handed.keys()]) endHandOver(id, false)
  }
  end.on('disconnect', onEnd)
  end.on('exit', onEnd) // a child that is killed while it is given a connection never disconnects
  return {
    call: (name, input) =>
      new Promise((resolve, reject) => {
        calls += 1
        if (send({ call: name, id: calls, input })) waiting.set(calls, { resolve, reject })
        else reject(new Error('The other process has ended'))
      }),
    hand: async (socket) => {
      calls += 1
      if (!deliver([{ connection: calls }], socket)) return false
      const isAccepted = await new Promise<boolean>((resolve) => handed.set(calls, resolve))
      if (isAccepted) socket.destroy() // it is open there
      return isAccepted
    },
    countHanded: () => handed.size,
  }
}
