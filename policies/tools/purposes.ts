/**
 * What people use a generative tool for. One register for tools.yaml, tokens, prompts (`prompts/<purpose>.md`) and pages;
 * a test compares it with the folder.
 */
export const PURPOSES = [
  'entwerfen',
  'kuerzen',
  'freundlicher',
  'einfacher',
  'zusammenfassen',
  'uebersetzen',
  'einfache-sprache',
  'vollstaendigkeit',
  'protokoll',
  'buergeranfrage',
  'schulungsunterlage',
  'angaben-herausziehen',
  'einordnen',
] as const
export type Purpose = (typeof PURPOSES)[number]
