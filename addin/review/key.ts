/**
 * The key of a text on its way into the document: the same text the same way has the same key, after reloading the pane too, so
 * that it is never inserted twice. Letters and digits, 32 of them.
 */
export async function keyFor(way: 'change' | 'insert', text: string): Promise<string> {
  // Over plain http from another machine browsers have no cryptography; then the key lasts as long as the page.
  const bytes =
    'subtle' in globalThis.crypto
      ? new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${way} ${text}`)))
      : crypto.getRandomValues(new Uint8Array(32))
  return Array.from(bytes.subarray(0, 16), byte => byte.toString(16).padStart(2, '0')).join('')
}
