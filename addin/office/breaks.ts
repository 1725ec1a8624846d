/** Models and clipboards break lines in three ways; a document knows one. */
export const oneBreak = (text: string): string => text.replace(/\r\n?/g, '\n')
