import { controlsIn, notesIn, paragraphsIn, rangeThing } from './office-ranges.js'
import { type Desk, listOf, type Thing, tracked } from './office-things.js'

/** The document at the root of every conversation with Word. */
export function documentThing(desk: Desk, forget: (reference: string) => void): Thing {
  const { paper } = desk
  const properties: Thing = {
    id: {},
    root: true,
    get: Object.fromEntries(
      ['title', 'subject', 'keywords', 'category', 'comments'].map(name => [name, () => desk.builtIn[name] ?? '']),
    ),
    reach: { customProperties: () => customProperties(desk) },
  }
  return {
    id: paper,
    root: true,
    get: {
      changeTrackingMode: () => {
        desk.needs(1.4)
        return desk.tracking
      },
    },
    set: {
      changeTrackingMode: mode => {
        desk.needs(1.4)
        desk.writes()
        desk.tracking = String(mode)
      },
    },
    reach: {
      body: () => bodyThing(desk),
      contentControls: () => controlsIn(desk),
      properties: () => properties,
      sections: () => listOf(() => [sectionThing(desk)]),
    },
    call: {
      getSelection: () => rangeThing(desk, paper.selection()),
      _RemoveReference: reference => forget(String(reference)),
    },
  }
}

function bodyThing(desk: Desk): Thing {
  const { paper } = desk
  const all = () => ({ start: 0, end: paper.length() })
  return {
    id: {},
    reach: {
      paragraphs: () => paragraphsIn(desk, all()),
      footnotes: () => {
        desk.needs(1.5)
        return notesIn(desk)
      },
      endnotes: () => {
        desk.needs(1.5)
        return listOf(() => [])
      },
    },
    call: {
      getReviewedText: version => {
        desk.needs(1.4)
        return paper.text(all(), version === 'Original' ? 'original' : 'current')
      },
      getComments: () => {
        desk.needs(1.4)
        return listOf(() =>
          desk.comments.map(text => ({
            id: {},
            get: { content: () => text },
            reach: { replies: () => listOf(() => []) },
          })),
        )
      },
      insertParagraph: text => {
        const end = paper.stretch(paper.length(), paper.length())
        desk.writes(end)
        paper.insert(end.start, `${text}\n`, end, tracked(desk))
        return paragraphsIn(desk, { start: end.start, end: end.end }).items?.()[0] ?? null
      },
    },
  }
}

function sectionThing(desk: Desk): Thing {
  const body = (text: string): Thing => ({
    id: {},
    get: { text: () => text },
    call: {
      getReviewedText: () => {
        desk.needs(1.4)
        return text
      },
    },
  })
  const ofKind = (texts: readonly string[]) => (kind: unknown) => body(kind === 'Primary' ? texts.join('\r') : '')
  return { id: {}, call: { getHeader: ofKind(desk.headers), getFooter: ofKind(desk.footers) } }
}

function customProperties(desk: Desk): Thing {
  const thing = (name: string): Thing => ({
    id: {},
    get: { key: () => name, value: () => desk.properties.get(name) ?? '' },
    call: {
      delete: () => {
        desk.writes()
        desk.properties.delete(name)
      },
    },
  })
  return listOf(() => [...desk.properties.keys()].map(thing), {
    call: {
      add: (name, value) => {
        desk.writes()
        desk.properties.set(String(name), String(value))
        return thing(String(name))
      },
      getItemOrNullObject: name => (desk.properties.has(String(name)) ? thing(String(name)) : null),
    },
  })
}
