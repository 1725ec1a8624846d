import { inflateSync } from 'node:zlib'
import { z } from 'zod'
import { LARGEST_CREDENTIAL } from './credential.js'

/** Names of the fields of the form. */
export const FILE_FIELD = 'datei'
export const TEXT_FIELD = 'nachweis'

const Fields = z.object({ [TEXT_FIELD]: z.string() })

/** The credential in a posted form: a chosen file first, then a pasted text; empty if there is neither. */
export async function submitted(contentType: string, body: unknown): Promise<string> {
  if (!Buffer.isBuffer(body)) return Fields.safeParse(body).data?.[TEXT_FIELD].trim() ?? ''
  const form = await formOf(contentType, body)
  const file = form?.get(FILE_FIELD)
  if (file && typeof file !== 'string' && file.size > 0) return credentialIn(Buffer.from(await file.arrayBuffer()))
  const text = form?.get(TEXT_FIELD)
  return typeof text === 'string' ? text.trim() : ''
}

/** Node reads multipart forms itself. */
const formOf = (contentType: string, body: Buffer): Promise<FormData | undefined> =>
  new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData().catch(() => undefined)

/** A file is the credential as text, or our PDF that carries it. */
function credentialIn(file: Buffer): string {
  return file.subarray(0, 5).toString('latin1') === '%PDF-' ? (attachedTo(file) ?? '%PDF-') : file.toString('utf8')
}

/**
 * The file attached to a PDF as this service writes it. Another program may have saved it anew in a way this does not read;
 * then the attachment has to be given itself. Whatever comes out is worth nothing without a valid signature.
 */
function attachedTo(pdf: Buffer): string | undefined {
  const at = pdf.indexOf('/EmbeddedFile\n')
  const start = at < 0 ? -1 : pdf.indexOf('stream\n', at)
  const end = start < 0 ? -1 : pdf.indexOf('endstream', start)
  if (end < 0) return undefined
  try {
    const compressed = pdf.subarray(start + 'stream\n'.length, end)
    return inflateSync(compressed, { maxOutputLength: LARGEST_CREDENTIAL }).toString('utf8')
  } catch {
    return undefined
  }
}
