import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'

export type MadeCertificate = { readonly cert: string; readonly key: string; readonly privateKey: KeyObject }

type Wish = {
  readonly from?: Date
  readonly until?: Date
  /** DNS names; 127.0.0.1 is always in it unless `here` is false. */
  readonly names?: readonly string[]
  readonly here?: boolean
  /** Who signs; without one it is self-signed and an authority of its own. */
  readonly by?: MadeCertificate
}

const DAY_MS = 86_400_000

/** A certificate (X.509 v3, P-256) made by hand, because Node can only read them; for tests alone. */
export function makeCertificate(wish: Wish = {}): MadeCertificate {
  const {
    from = new Date(Date.now() - DAY_MS),
    until = new Date(Date.now() + 365 * DAY_MS),
    names = ['localhost'],
    here = true,
    by,
  } = wish
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const subject = nameOf(by ? 'kompass.test' : 'Zertifizierungsstelle der Tests')
  const issuer = nameOf('Zertifizierungsstelle der Tests')
  const body = sequence(
    tagged(0xa0, integer(2)),
    integer(Math.floor(Math.random() * 2 ** 30) + 1),
    ECDSA_SHA256,
    issuer,
    sequence(time(from), time(until)),
    subject,
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(alternatives(names, here), authority(by === undefined))),
  )
  const signature = sign('sha256', body, by?.privateKey ?? privateKey)
  const der = sequence(body, ECDSA_SHA256, tagged(0x03, Buffer.concat([Buffer.of(0), signature])))
  const cert = pem('CERTIFICATE', der)
  return { cert, key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), privateKey }
}

const pem = (kind: string, der: Buffer): string =>
  `-----BEGIN ${kind}-----\n${der.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END ${kind}-----\n`

function tagged(tag: number, content: Buffer): Buffer {
  const { length } = content
  if (length < 128) return Buffer.concat([Buffer.of(tag, length), content])
  if (length < 256) return Buffer.concat([Buffer.of(tag, 0x81, length), content])
  return Buffer.concat([Buffer.of(tag, 0x82, length >> 8, length & 255), content])
}

const sequence = (...parts: readonly Buffer[]): Buffer => tagged(0x30, Buffer.concat(parts))
const oid = (hex: string): Buffer => tagged(0x06, Buffer.from(hex, 'hex'))
const ECDSA_SHA256 = sequence(oid('2a8648ce3d040302'))

function integer(value: number): Buffer {
  const bytes = Buffer.alloc(5)
  bytes.writeUInt32BE(value, 1)
  const first = bytes.findIndex((byte, at) => byte !== 0 || at === 4)
  const signless = (bytes[first] ?? 0) >= 128 ? first - 1 : first
  return tagged(0x02, bytes.subarray(signless))
}

const nameOf = (common: string): Buffer =>
  sequence(tagged(0x31, sequence(oid('550403'), tagged(0x0c, Buffer.from(common)))))

const time = (at: Date): Buffer => tagged(0x18, Buffer.from(`${at.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`))

const extension = (id: string, value: Buffer): Buffer => sequence(oid(id), tagged(0x04, value))

const alternatives = (names: readonly string[], here: boolean): Buffer =>
  extension(
    '551d11',
    sequence(
      ...names.map(name => tagged(0x82, Buffer.from(name))),
      ...(here ? [tagged(0x87, Buffer.of(127, 0, 0, 1))] : []),
    ),
  )

const authority = (yes: boolean): Buffer =>
  extension('551d13', yes ? sequence(tagged(0x01, Buffer.of(255))) : sequence())
