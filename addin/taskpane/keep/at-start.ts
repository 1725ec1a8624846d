import { putIntoName, takeFromName } from './window-name.js'

/** What the pane left in its window before it was reloaded: taken from there before Office.js looks at the name. */
let left = takeFromName(globalThis.window)

/** As long as nobody can open it, because the service is away, it waits for the next time. */
export function putBack(): void {
  if (left !== undefined) putIntoName(globalThis.window, left)
}

/** Given out once: afterwards nobody has it any more. */
export function takeLeft(): string | undefined {
  const given = left
  left = undefined
  takeFromName(globalThis.window)
  return given
}
