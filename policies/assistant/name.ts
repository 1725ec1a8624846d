/** What the assistant is called, and the line under everything it wrote: building blocks, so no label of another kind. */
export const ASSISTANT = {
  name: 'Schreibhilfe',
  line: 'Aus Textbausteinen, bitte prüfen',
  name_en: 'Writing aid',
  line_en: 'Made of building blocks, please check',
} as const
