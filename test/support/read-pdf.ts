import { getDocumentProxy } from 'unpdf'

/** A piece of a PDF's structure: its role, and the text or children in it. */
export type Tag = { readonly role: string; readonly text: string; readonly children: readonly Tag[] }

export type ReadPdf = {
  readonly pages: number
  readonly lang: string | undefined
  readonly tagged: boolean
  readonly title: string | undefined
  readonly showsTitle: boolean
  readonly structure: Tag
  /** Lowest and rightmost end of any text on the page, in points from its lower left corner. */
  readonly bounds: { readonly bottom: number; readonly right: number; readonly width: number }
  readonly fonts: readonly string[]
  readonly links: readonly { readonly url: string; readonly hint: string }[]
  readonly attachments: ReadonlyMap<string, string>
}

type Node = Readonly<{ role?: string; type?: string; id?: string; children?: readonly Node[] }>

/** Reads a PDF with Mozilla's pdf.js, which shares nothing with the library that wrote it. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes))
  const page = await pdf.getPage(1)
  const { info } = await pdf.getMetadata()
  const preferences = await pdf.getViewerPreferences()
  const content = await page.getTextContent({ includeMarkedContent: true })
  const texts = new Map<string, string>()
  let open = ''
  let bottom = Number.POSITIVE_INFINITY
  let right = 0
  for (const item of content.items) {
    if ('str' in item) {
      texts.set(open, `${texts.get(open) ?? ''}${item.str}${item.hasEOL ? ' ' : ''}`)
      if (item.str.trim() === '') continue
      bottom = Math.min(bottom, Number(item.transform[5]))
      right = Math.max(right, Number(item.transform[4]) + item.width)
    } else if (item.type === 'beginMarkedContentProps') open = item.id ?? ''
    else if (item.type === 'endMarkedContent') open = ''
  }
  const annotations: readonly Record<string, unknown>[] = await page.getAnnotations()
  const tree: Node | null = await page.getStructTree()
  const attached: Readonly<Record<string, { content: Uint8Array }>> | null = await pdf.getAttachments()
  return {
    pages: pdf.numPages,
    lang: textIn(info, 'Language'),
    tagged: (await pdf.getMarkInfo())?.Marked === true,
    title: textIn(info, 'Title'),
    showsTitle: preferences !== null && JSON.stringify(preferences).includes('"DisplayDocTitle":true'),
    structure: tagOf(tree ?? {}, texts),
    bounds: { bottom, right, width: page.view[2] ?? 0 },
    fonts: [
      ...Buffer.from(bytes)
        .toString('latin1')
        .matchAll(/\/FontFile2 \d+/g),
    ].map(([found]) => found),
    links: annotations
      .filter(({ subtype }) => subtype === 'Link')
      .map(annotation => ({ url: String(annotation.url), hint: contentsOf(annotation) })),
    attachments: new Map(
      Object.entries(attached ?? {}).map(([name, { content }]) => [name, Buffer.from(content).toString('utf8')]),
    ),
  }
}

/** Every tag with this role, in reading order. */
export const tagsOf = (tag: Tag, role: string): Tag[] => [
  ...(tag.role === role ? [tag] : []),
  ...tag.children.flatMap(child => tagsOf(child, role)),
]

/** Everything a screen reader reads, in its order. */
export const readAloud = (tag: Tag): string =>
  tag.children.length === 0 ? tag.text : tag.children.map(readAloud).join(' ').replaceAll(/\s+/g, ' ').trim()

function tagOf(node: Node, texts: ReadonlyMap<string, string>): Tag {
  const children = (node.children ?? []).map(child => tagOf(child, texts))
  return { role: node.role ?? node.type ?? '', text: (node.id && texts.get(node.id)) ?? '', children }
}

const textIn = (info: object, key: string): string | undefined => {
  const value: unknown = Object.entries(info).find(([name]) => name === key)?.[1]
  return typeof value === 'string' ? value : undefined
}

const contentsOf = ({ contentsObj }: Record<string, unknown>): string =>
  typeof contentsObj === 'object' && contentsObj !== null && 'str' in contentsObj ? String(contentsObj.str) : ''
