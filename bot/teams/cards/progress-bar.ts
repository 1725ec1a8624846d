import { BAR_SIZE, barImage } from './bar-image.js'
import { type Element, text } from './card.js'

/** How far one is, in words and as a bar; the words alone suffice. */
export function progressBar(words: string, done: number, of: number): Element[] {
  return [text(words), { type: 'Image', url: barImage(done, of), altText: `${done} von ${of}`, ...BAR_SIZE }]
}
