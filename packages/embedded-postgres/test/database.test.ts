import { Client } from 'pg'
import { expect, test } from 'vitest'
import { cloneDatabase } from '../src/testing/database.ts'

async function sql(url: string, text: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<Record<string, unknown>>(text)
  await client.end()
  return rows.map((row) => Object.values(row)[0])
}

test('every test file gets a database of its own, and the template is made once', async () => {
  let made = 0
  const prepare = async (url: string) => {
    made += 1
    await sql(url, `create table guests (name text)`)
  }
  const [first, second] = await Promise.all([cloneDatabase('guests', prepare), cloneDatabase('guests', prepare)])
  await sql(first.url, `insert into guests values ('Ada')`)
  expect(await sql(first.url, `select name from guests`)).toEqual(['Ada'])
  expect(await sql(second.url, `select name from guests`)).toEqual([])
  expect(made).toBe(1)
  await Promise.all([first.drop(), second.drop()])
  await expect(sql(first.url, `select 1`)).rejects.toThrow('does not exist')
})

test('names that look alike do not share a template', async () => {
  const one = await cloneDatabase('by place', (url) => sql(url, `create table places ()`).then(() => {}))
  const other = await cloneDatabase('by-place', async () => {})
  expect(await sql(one.url, `select count(*) from pg_tables where tablename = 'places'`)).toEqual(['1'])
  expect(await sql(other.url, `select count(*) from pg_tables where tablename = 'places'`)).toEqual(['0'])
  await Promise.all([one.drop(), other.drop()])
})

test('a test that reaches for the world is refused', async () => {
  await expect(fetch('http://192.0.2.1/')).rejects.toMatchObject({
    cause: { message: expect.stringMatching('192.0.2.1') },
  })
})
