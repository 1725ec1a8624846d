/** What the lists say about a word, as bits; `WordInfo.flags` holds any number of them. */
export const GIVEN_NAME = 1 << 0
export const SURNAME = 1 << 1
/** An everyday word that is also a name: counts as a name only beside a salutation, a title or another name. */
export const NOT_NAME = 1 << 2
export const PLACE = 1 << 3
/** Herr, Frau, Familie … */
export const SALUTATION = 1 << 4
/** Dr., Prof., Dipl.-Ing. … */
export const TITLE = 1 << 5
/** Bürgermeisterin, Vorsitzender …: who bears it in public may be named in public. */
export const PUBLIC_ROLE = 1 << 6
/** Vater, Kollegin, Antragstellerin …: one particular human being. */
export const RELATION = 1 << 7
/** Menschen, Bürgerinnen, Betroffene …: nobody in particular. */
export const PEOPLE = 1 << 8
/** er, sie, ihm, ihr … */
export const THIRD_PERSON = 1 << 9
/** ich, mir, mein … */
export const FIRST_PERSON = 1 << 10
/** Ihnen, Ihr …: somebody addressed. */
export const ADDRESSED = 1 << 11
/** Beratung, Merkblatt, informiert …: talk about a subject, not about somebody. */
export const GENERAL_TALK = 1 << 12
/** Beispiel, ungültig, Muster …: the value is not real. */
export const INVENTED = 1 << 13
/** Abbreviations after which a dot ends no sentence. */
export const ABBREVIATION = 1 << 14
export const MONTH = 1 << 15
/** Function words: a capital letter at the start of a sentence makes no name of them. */
export const FUNCTION_WORD = 1 << 16
/** Zentrale, Sprechzeiten, Stadtverwaltung …: an office speaks. */
export const OFFICE = 1 << 17
/** Name particles: von, van, de, el, bin … */
export const PARTICLE = 1 << 18
/** Labels of forms after which a name stands: Name, Antragsteller, Kontoinhaber … */
export const NAME_LABEL = 1 << 19
/** Straße, Weg, Platz … as whole word or as the end of one. */
export const STREET = 1 << 20
/** wie, was, wann, welche …: somebody asks in general. */
export const QUESTION = 1 << 21
/** Schule, Institut, Stiftung …: bears a person's name without meaning the person. */
export const NAMED_AFTER = 1 << 22
/** Komponist, Roman, Jahrhundert …: the person belongs to history or art. */
export const HISTORIC = 1 << 23
/** Prepositions after which a given name alone may stand. */
export const BEFORE_NAME = 1 << 24
/** Grüße, MfG, gez …: a signature follows. */
export const GREETING = 1 << 25
/** hat, ist, leidet, wegen …: something is said of somebody. */
export const STATING = 1 << 26
/** null, eins, zwei …: a digit spoken. */
export const SPOKEN_DIGIT = 1 << 27
/** First word of the name of a public person or thing. */
export const PUBLIC_NAME = 1 << 30
