/**
 * What a window is called lives in its memory: not on disk, gone with the window, still there after reloading. Office.js keeps
 * a JSON object there, so ours is one more key in it. A name of any other form belongs to somebody else and stays as it is.
 */
const KEY = 'kompass'

type Named = { name: string }

/** What was put there; it is taken away with that. */
export function takeFromName(window: Named): string | undefined {
  const found = parsed(window.name)
  if (!found || !(KEY in found)) return undefined
  const { [KEY]: kept, ...others } = found
  window.name = Object.keys(others).length === 0 ? '' : JSON.stringify(others)
  return typeof kept === 'string' ? kept : undefined
}

/** Puts it there in the place of what was; undefined takes it away. Where the name is somebody else's nothing happens. */
export function putIntoName(window: Named, text: string | undefined): void {
  takeFromName(window)
  const found = window.name === '' ? {} : parsed(window.name)
  // In front: what Office.js looks for in the name it reads from there to the end.
  if (found && text !== undefined) window.name = JSON.stringify({ [KEY]: text, ...found })
}

function parsed(name: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(name)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
