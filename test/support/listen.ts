import { createServer, type RequestListener } from 'node:http'

export type Listening = { readonly address: string; readonly close: () => Promise<void> }

/** Some routes alone on a free port of this machine, without the service around them. */
export async function listenAlone(listener: RequestListener): Promise<Listening> {
  const server = createServer(listener)
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  server.unref()
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('not listening')
  return {
    address: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise(done => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}
