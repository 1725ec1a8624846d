import { createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type CryptoKey, calculateJwkThumbprint, importJWK } from 'jose'
import { z } from 'zod'

const Bytes32 = z.string().regex(/^[A-Za-z0-9_-]{43}$/)
const Curve = { kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: Bytes32 }

/** The public half, as it is published; strict, so that a private key pasted by mistake is refused. */
export const PublicJwk = z.strictObject({
  ...Curve,
  kid: z.string().optional(),
  use: z.string().optional(),
  alg: z.string().optional(),
})
export type PublicJwk = z.infer<typeof PublicJwk>

const PrivateJwk = z.object({ ...Curve, d: Bytes32 })
type PrivateJwk = z.infer<typeof PrivateJwk>

/** A public key under its thumbprint (RFC 7638), which follows from the key alone. */
export type VerificationKey = { readonly thumbprint: string; readonly jwk: Pick<PublicJwk, 'kty' | 'crv' | 'x'> }

/** Signs; the secret part cannot be read out of it, so it cannot reach a log either. */
export type IssuerKey = {
  readonly thumbprint: string
  readonly sign: CryptoKey
  /** Our own key first, then the retired ones: whatever these signed stays checkable. */
  readonly verify: readonly VerificationKey[]
}

export type IssuerKeyResult =
  | { readonly ok: true; readonly key: IssuerKey }
  | { readonly ok: false; readonly problem: string }

export type IssuerKeySource = {
  /** The private key as JWK text, from a setting; wins over the file. */
  readonly jwk?: string | undefined
  /** Made once if it does not exist. */
  readonly file?: string | undefined
  readonly retired?: readonly PublicJwk[] | undefined
}

export async function openIssuerKey({ jwk, file, retired = [] }: IssuerKeySource): Promise<IssuerKeyResult> {
  if (jwk !== undefined) return keyOf(read(jwk), retired, SETTING_PROBLEM)
  if (file === undefined) return { ok: false, problem: NOTHING_PROBLEM }
  try {
    await mkdir(dirname(file), { recursive: true })
    return await keyOf(read((await textOf(file)) ?? (await make(file))), retired, damaged(file))
  } catch (error) {
    return { ok: false, problem: unreachable(file, error) }
  }
}

async function keyOf(
  jwk: PrivateJwk | undefined,
  retired: readonly PublicJwk[],
  problem: string,
): Promise<IssuerKeyResult> {
  const sign = jwk && (await importJWK(jwk, 'EdDSA', { extractable: false }))
  if (!jwk || !sign || sign instanceof Uint8Array) return { ok: false, problem }
  const own = await verificationKey(jwk)
  const old = await Promise.all(retired.map(verificationKey))
  const others = old.filter(({ thumbprint }) => thumbprint !== own.thumbprint)
  return { ok: true, key: { thumbprint: own.thumbprint, sign, verify: [own, ...others] } }
}

async function verificationKey({ kty, crv, x }: VerificationKey['jwk']): Promise<VerificationKey> {
  return { thumbprint: await calculateJwkThumbprint({ kty, crv, x }), jwk: { kty, crv, x } }
}

/** Undefined unless it is an Ed25519 key whose two halves belong together. */
function read(text: string): PrivateJwk | undefined {
  try {
    const jwk = PrivateJwk.parse(JSON.parse(text))
    const { x } = createPublicKey(createPrivateKey({ key: jwk, format: 'jwk' })).export({ format: 'jwk' })
    return x === jwk.x ? jwk : undefined
  } catch {
    // What was wrong may quote the key: it is not passed on.
    return undefined
  }
}

const textOf = (file: string): Promise<string | undefined> =>
  readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })

/** Written beside its place and then linked there: of two starts at once one wins, and both read the same key. */
async function make(file: string): Promise<string> {
  const beside = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  const made = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })
  await writeFile(beside, `${JSON.stringify(made)}\n`, { mode: 0o600, flag: 'wx' })
  await link(beside, file)
    .catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
    .finally(() => rm(beside, { force: true }))
  return readFile(file, 'utf8')
}

const SETTING_PROBLEM =
  'Der Schlüssel für Nachweise in den Einstellungen ist kein vollständiger privater Ed25519-Schlüssel (JWK mit kty, crv, x und d). Bitte übernehmen Sie ihn noch einmal aus Ihrer Ablage.'
const NOTHING_PROBLEM =
  'Für Nachweise fehlt der Schlüssel: Bitte geben Sie einen an oder eine Datei, in der er entsteht.'

const damaged = (file: string): string =>
  `Die Schlüsseldatei ${file} ist beschädigt. Bitte stellen Sie sie aus der Sicherung wieder her: Nur mit ihr lassen sich frühere Nachweise prüfen. Geändert wurde nichts.`

/** An error of the file system says by its code what is wrong. */
const Coded = z.object({ code: z.string() })

const unreachable = (file: string, error: unknown): string => {
  const code = Coded.safeParse(error).data?.code ?? 'unbekannt'
  return `Die Schlüsseldatei ${file} lässt sich nicht lesen oder anlegen (${code}). Bitte prüfen Sie die Rechte an diesem Ordner.`
}
