/** More than this takes too long to show and to read; nobody pastes as much by hand. */
export const LONGEST = 1_000_000

export const isTextFile = ({ name, type }: { name: string; type: string }): boolean =>
  /\.(?:txt|text)$/i.test(name) || (type === 'text/plain' && !/\.\w{1,5}$/.test(name))

/** Text files of an office come as UTF-8, as UTF-16 (Editor, "Unicode") or in the old Windows code. */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
