import { looksLikeMarker } from './marker.js'

/**
 * A text of a person made harmless for the structure of a message: it can neither end its part nor begin another role.
 * Words stay; what changes are signs no letter needs. Whether a model follows what a text says is another matter.
 */
export function disarm(text: string, boundary: string): string {
  const quoted = quoteMarkers(text.replace(SMUGGLED, ''))
  return breakControlMarks(quoted.replaceAll(boundary, '…'))
}

/**
 * Tag characters: invisible everywhere, readable for a model. Only what the check of texts sees through as well may be taken
 * out here, or something hidden would become plain behind its back.
 */
const SMUGGLED = /[\u{e0000}-\u{e007f}]+/gu

/**
 * Words that separate the roles of a conversation inside a model. Servers read them as such wherever they stand, unless a
 * space makes them plain text.
 */
function breakControlMarks(text: string): string {
  return text.replace(BAR_MARK, '< ').replace(NAMED_MARK, '< ').replace(SQUARE_MARK, '[ ')
}

/** <|im_start|>, <|eot_id|>, <｜User｜> */
const BAR_MARK = /<(?=[|｜])/g
/** <s>, </s>, <<SYS>>, <start_of_turn> */
const NAMED_MARK = /<(?=\/?(?:s|bos|eos|pad|unk|think|(?:start|end)_of_turn|tool_call|tool_response|<\/?SYS>)>)/gi
/** [INST], [/INST], [SYSTEM_PROMPT] */
const SQUARE_MARK =
  /\[(?=\/?(?:INST|SYSTEM_PROMPT|MODEL_SETTINGS|AVAILABLE_TOOLS|TOOL_RESULTS|TOOL_CALLS|TOOL_CONTENT|ARGS|CALL_ID|THINK)\])/g

/** Lines that look like our markers lose the signs in front and stand behind a quotation sign instead. */
const quoteMarkers = (text: string): string =>
  text
    .split(LINE_END)
    .map((part, at) => (at % 2 === 0 && looksLikeMarker(part) ? `> ${part.slice(part.search(LETTER))}` : part))
    .join('')

/** Everything a model may take for a new line; captured, so that it comes back as it was. */
const LINE_END = /(\r\n|[\n\r\v\f\u0085\u2028\u2029])/
const LETTER = /\p{L}/u
