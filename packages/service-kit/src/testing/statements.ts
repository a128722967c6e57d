import { Client } from 'pg'

/** Every statement that this process sends to PostgreSQL while `run` is under way, `begin` and `commit` among them. */
export async function statementsOf(run: () => Promise<unknown>): Promise<string[]> {
  const send = Client.prototype.query
  const statements: string[] = []
  Client.prototype.query = function (this: Client, ...args: unknown[]) {
    const [query] = args
    statements.push(typeof query === 'string' ? query : (query as { text: string }).text)
    return Reflect.apply(send, this, args) as never
  }
  try {
    await run()
  } finally {
    Client.prototype.query = send
  }
  return statements
}
