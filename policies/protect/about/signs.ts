// Signs of who is spoken of, as bits; unlike the flags of the lists they come from a word in its place.

/** A person's name was found here. */
export const NAMED = 1 << 0
/** A number, address or date of one person was found here. */
export const IDENTIFIED = 1 << 1
/** A person named in a public office. */
export const OFFICIAL = 1 << 2
/** "meine Mutter", "unser Kollege": one human being among all. */
export const SPECIFIC = 1 << 3
/** "die Kollegin", "Antragstellerin". */
export const SOMEBODY = 1 << 4
/** "ein Mieter". */
export const ANYBODY = 1 << 5
export const FIRST = 1 << 6
/** er, ihm, sein … */
export const THIRD = 1 << 7
/** sie, ihr …: may also be several people or a thing. */
export const SHE = 1 << 8
export const ADDRESSED = 1 << 9
/** Talk about a subject: Merkblatt, Vortrag … */
export const GENERAL = 1 << 10
/** Nobody in particular: Menschen, Versicherte … */
export const PEOPLE = 1 << 11
/** A question or condition begins: wie, wer, wenn … at the start of a clause. */
export const ASKING = 1 << 12
/** hat, ist, leidet, wegen … */
export const STATING = 1 << 13
/** mein, Ihre, seiner … */
export const POSSESSIVE = 1 << 14
/** The sentence asks in general: begins with a question word and ends with a question mark. */
export const QUESTIONED = 1 << 15
