/** What the rules for syllables get wrong: pieces of words in lower case, and how many syllables there are more (or less). */
export const CORRECTIONS: readonly { readonly piece: RegExp; readonly more: number }[] = [
  // A prefix before a vowel is a syllable of its own: "be-ur-teilt", "ge-impft", "be-en-det".
  { piece: /be(?=inhalt|urteil|urkund|urlaub|irr|end|erdig|ehr)/g, more: 1 },
  { piece: /(?<=^|un|an|ein|ab|vor)ge(?=ehrt|ernt|erdet|ebnet|endet|erbt|impft|irrt|urteilt)/g, more: 1 },
  // Two vowels that do not belong together: "Muse-um", "Ide-en", "ko-operieren".
  { piece: /muse(?=um)|jubilä(?=um)|(?:petrol|mausol|lyz|linol|koloss)e(?=um)/g, more: 1 },
  { piece: /(?:(?:mus|id|all|arm|tourn)ee|^see|stausee)(?=n(?:$|s))/g, more: 1 },
  { piece: /ko(?=oper|ordin)|zo(?=olog)/g, more: 1 },
  { piece: /(?:mos|pros|arch)a(?=ik|isch)|na(?=iv)/g, more: 1 },
  { piece: /hygi(?=en)|kli(?=ent)|hi(?=erarch)/g, more: 1 },
  // The stressed ie and an ending: "Theori-en".
  {
    piece:
      /(?:log|kop|industr|theor|strateg|energ|kategor|fantas|phantas|graf|graph|allerg|garant|krat|batter|galer|therap|melod|harmon|ökonom|akadem)ie(?=n(?:$|s))/g,
    more: 1,
  },
  // Spoken as in English.
  { piece: /team|stream|(?<!i)deal|coach|leasing|leader/g, more: -1 },
  { piece: /(?:service|online|offline|software|hardware|home|update)(?=[^e\W])/g, more: -1 },
]

export const WHOLE_WORDS: ReadonlyMap<string, number> = new Map([
  ['queue', 1],
  ['homepage', 2],
  ['update', 2],
  ['updates', 2],
  ['online', 2],
  ['offline', 2],
  ['service', 2],
  ['services', 2],
  ['software', 2],
  ['hardware', 2],
  ['homeoffice', 3],
  ['interview', 3],
  ['steak', 1],
  ['niveau', 2],
  ['plateau', 2],
  ['image', 2],
  ['page', 1],
  ['site', 1],
  ['website', 2],
  ['file', 1],
  ['time', 1],
  ['home', 1],
  ['case', 1],
  ['share', 1],
  ['smartphone', 2],
  ['source', 1],
  ['cookies', 2],
])
