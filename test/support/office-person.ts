import type { CDPSession, Locator, Page } from 'playwright-core'

/** What a person does in a browser that Playwright has no word for: as the system does it, not as a script would. */
export type Person = {
  /** Puts something on the clipboard as another program would, and presses Ctrl+V. */
  readonly paste: (field: Locator, kinds: Readonly<Record<string, string>>) => Promise<void>
  /** A picture alone on the clipboard, as after a screenshot. */
  readonly pastePicture: (field: Locator, beside?: Readonly<Record<string, string>>) => Promise<void>
  readonly drop: (
    target: Locator,
    load: { readonly text?: string; readonly files?: readonly string[] },
  ) => Promise<void>
  /** Letters of a script with an input method: each is shown as it grows, and put in at the end. */
  readonly compose: (steps: readonly string[], result: string) => Promise<void>
  /** A whole sentence at once, as dictation does it. */
  readonly dictate: (text: string) => Promise<void>
}

export async function personAt(page: Page): Promise<Person> {
  const session = await page.context().newCDPSession(page)
  const press = async (field: Locator): Promise<void> => {
    await field.focus()
    await page.keyboard.press('Control+V')
  }
  return {
    paste: async (field, kinds) => {
      await onClipboard(page, kinds, false)
      await press(field)
    },
    pastePicture: async (field, beside = {}) => {
      await onClipboard(page, beside, true)
      await press(field)
    },
    drop: (target, load) => drop(session, target, load),
    compose: async (steps, result) => {
      for (const text of steps) {
        const { length } = text
        await session.send('Input.imeSetComposition', { text, selectionStart: length, selectionEnd: length })
      }
      await session.send('Input.insertText', { text: result })
    },
    dictate: async text => void (await session.send('Input.insertText', { text })),
  }
}

const onClipboard = (page: Page, kinds: Readonly<Record<string, string>>, picture: boolean): Promise<void> =>
  page.evaluate(
    async ([parts, drawn]) => {
      const blobs = Object.entries(parts).map(([type, data]) => [type, new Blob([data], { type })] as const)
      const canvas = new OffscreenCanvas(4, 4)
      canvas.getContext('2d')?.fillRect(0, 0, 4, 4)
      const all = drawn ? [...blobs, ['image/png', await canvas.convertToBlob()] as const] : blobs
      await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(all))])
    },
    [kinds, picture] as const,
  )

async function drop(
  session: CDPSession,
  target: Locator,
  { text, files = [] }: { readonly text?: string; readonly files?: readonly string[] },
): Promise<void> {
  await target.scrollIntoViewIfNeeded()
  const box = await target.boundingBox()
  if (!box) throw new Error('nowhere to drop')
  const items = text === undefined ? [] : [{ mimeType: 'text/plain', data: text }]
  const data = { items, files: [...files], dragOperationsMask: 1 }
  const [x, y] = [box.x + Math.min(box.width / 2, 60), box.y + Math.min(box.height / 2, 20)]
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x, y, data })
}
