/** A label in the text itself. Who wrote brackets already gets no second pair. */
export const inBrackets = (text: string): string => (/^[[(]/.test(text) ? text : `[${text}]`)
