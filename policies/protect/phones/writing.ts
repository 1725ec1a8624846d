import { digitsOf, isNobodys, isPhone } from './number-plan.js'

/** Ways to write a number that the usual pattern cannot take, because elsewhere they mean something else. */

/** "0176" and its other groups, each on a line of its own. */
export const OVER_LINES = /(?<![^\n])0\d{2,4}\n\d{3,8}(?:\n\d{2,8}){0,2}(?![^\n])/g
/** "030, 23125, 447", as it comes from dictation. */
export const WITH_COMMAS = /(?<![\p{L}\p{N}.,:/-])0\d{2,4}(?:, ?\d{3,8}){2,4}(?![\p{L}\p{N}]|,\d)/gu
/** The letter O typed for a zero, l and I for a one. */
export const WITH_LETTERS = /(?<![\p{L}\p{N}])[O0o][\dOolI](?:[ /.-]{0,3}[\dOolI]){6,12}(?![\p{L}\p{N}])/gu

const COMPLETE = /^01[567]\d{8,10}$|^0[2-9]\d{6,10}$/

/** Whether lines or parts with commas make up one whole number. */
export const isWhole = (text: string): boolean => COMPLETE.test(digitsOf(text)) && !isNobodys(text)

/** Whether the letters of the text stand for zeros of a number. */
export const isMistyped = (text: string): boolean =>
  /[OolI]/.test(text) &&
  (text.match(/\d/g)?.length ?? 0) > 5 &&
  isPhone(text.replaceAll(/[Oo]/g, '0').replaceAll(/[lI]/g, '1'), true)
