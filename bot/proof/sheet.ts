import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'

type Document = InstanceType<typeof PDFDocument>
type Element = ReturnType<Document['struct']>

/**
 * Noto Sans (SIL Open Font License 1.1): PDF/UA wants embedded fonts, and it has every letter of DIN 91379, the characters
 * German authorities must be able to write names in. Only the glyphs used are embedded.
 */
const require = createRequire(import.meta.url)
const FONTS = {
  regular: require.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
  bold: require.resolve('@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf'),
}

/** Top left corner and width. */
export type Place = { readonly x: number; readonly y: number; readonly width: number }
export type Letters = { readonly font: 'regular' | 'bold'; readonly size: number; readonly color: string }

/** One A4 page on which everything that is read has its place in the structure, and everything else is decoration. */
export type Sheet = {
  readonly width: number
  readonly height: number
  readonly decorate: (draw: (pdf: Document) => void) => void
  readonly heightOf: (text: string, letters: Letters, width: number) => number
  /** The first of these sizes in which a text fits; the last one if none does. */
  readonly fitting: (text: string, letters: Letters, sizes: readonly number[], width: number, height: number) => Letters
  /** Text as one element; what goes beyond `height` ends with an ellipsis. */
  readonly write: (role: Role, text: string, letters: Letters, place: Place, height?: number) => void
  readonly link: (text: string, target: LinkTarget, letters: Letters, place: Place, height: number) => void
  /** Rows of cells, the first one the header; each cell says where it stands. */
  readonly table: (rows: readonly (readonly Cell[])[]) => void
  readonly bytes: () => Promise<Uint8Array>
}

/** `hint` is what a screen reader says of the link. */
type LinkTarget = { readonly address: string; readonly hint: string }

export type Role = 'H1' | 'H2' | 'P'
export type Cell = { readonly text: string; readonly letters: Letters; readonly place: Place; readonly height: number }

/**
 * Without it the font would take "ị" apart into "i" and a dot, and every other "i" of the document would be read out as "ị".
 * It has the whole letter. The types know a list of features to add, not which to leave.
 */
const SHAPING = Object({ ccmp: false })

export type About = {
  readonly title: string
  readonly author: string
  readonly subject: string
  readonly made: Date
  readonly attachment: { readonly name: string; readonly text: string; readonly type: string; readonly about: string }
}

/** A table header says for what it is the header; the types do not know the attribute. */
const COLUMN_HEADER = { lang: 'de-DE', scope: 'Column' }

export function newSheet({ title, author, subject, made, attachment }: About): Sheet {
  const pdf = new PDFDocument({
    size: 'A4',
    margin: 0,
    pdfVersion: '1.7',
    lang: 'de-DE',
    tagged: true,
    displayTitle: true,
    font: FONTS.regular,
    info: {
      Title: forXml(title),
      Author: forXml(author),
      Subject: forXml(subject),
      Creator: 'KI-Kompass',
      CreationDate: made,
      ModDate: made,
    },
  })
  const chunks: Uint8Array[] = []
  pdf.on('data', chunk => chunks.push(chunk))
  pdf.registerFont('regular', FONTS.regular)
  pdf.registerFont('bold', FONTS.bold)
  const root = pdf.struct('Document')
  pdf.addStructure(root)
  const set = ({ font, size, color }: Letters): Document => pdf.font(font).fontSize(size).fillColor(color)
  const print = (text: string, letters: Letters, { x, y, width }: Place, height?: number): void => {
    set(letters).text(text, x, y, {
      width,
      features: SHAPING,
      ...(height === undefined ? {} : { height, ellipsis: true }),
    })
  }
  // The same text is measured for fitting, for stacking and for drawing.
  const heights = new Map<string, number>()
  const heightOf = (text: string, letters: Letters, width: number): number => {
    const what = JSON.stringify([text, letters.font, letters.size, width])
    const height = heights.get(what) ?? set(letters).heightOfString(text, { width, features: SHAPING })
    heights.set(what, height)
    return height
  }
  return {
    width: pdf.page.width,
    height: pdf.page.height,
    heightOf,
    fitting: (text, letters, sizes, width, height) => {
      const tried = sizes.map(size => ({ ...letters, size }))
      return tried.find(letters => heightOf(text, letters, width) <= height) ?? { ...letters, size: Math.min(...sizes) }
    },
    decorate: draw => {
      pdf.markContent('Artifact', { type: 'Layout' })
      draw(pdf)
      pdf.endMarkedContent()
    },
    write: (role, text, letters, place, height) => {
      root.add(pdf.struct(role, {}, [() => print(text, letters, place, height)]))
    },
    link: (text, { address, hint }, letters, place, height) => {
      const link = pdf.struct('Link')
      const paragraph = pdf.struct('P')
      root.add(paragraph)
      paragraph.add(link)
      link.add(() => print(text, letters, place, height))
      const width = Math.min(place.width, set(letters).widthOfString(text, { features: SHAPING }) + 1)
      // The library wants a String object here, otherwise it writes a name; only Object() makes one without a cast.
      const annotation = { structParent: link, Contents: Object(hint) }
      pdf.link(place.x, place.y, width, height, address, annotation)
      paragraph.end()
    },
    table: rows => {
      const table = pdf.struct('Table')
      root.add(table)
      for (const [at, cells] of rows.entries()) table.add(rowOf(pdf, cells, at === 0, print))
      table.end()
    },
    bytes: () => {
      root.end()
      const { name, text, type, about } = attachment
      pdf.file(Buffer.from(text), { name, type, description: about, creationDate: made, modifiedDate: made })
      return new Promise((resolve, reject) => {
        pdf.on('end', () => resolve(Buffer.concat(chunks)))
        pdf.on('error', reject)
        pdf.end()
      })
    },
  }
}

function rowOf(
  pdf: Document,
  cells: readonly Cell[],
  header: boolean,
  print: (text: string, letters: Letters, place: Place, height?: number) => void,
): Element {
  const contents = cells.map(
    ({ text, letters, place, height }) =>
      () =>
        print(text, letters, place, height),
  )
  return pdf.struct(
    'TR',
    {},
    contents.map(content => (header ? pdf.struct('TH', COLUMN_HEADER, [content]) : pdf.struct('TD', {}, [content]))),
  )
}

/** The library puts these texts into XML as they are. */
const forXml = (text: string): string => text.replaceAll('&', 'und').replaceAll(/[<>]/g, ' ')
