/** A municipality's own form of file numbers with an example: 9 stands for a digit, A for a letter, all else for itself. */
export type OwnForm = { readonly form: string; readonly example: string }

/** Reads "99-AA-9999 = 32-OA-1234"; undefined if it is written otherwise. */
export function readOwnForm(text: string): OwnForm | undefined {
  const [form = '', example = '', ...more] = text.split(' = ').map(part => part.trim())
  return form === '' || example === '' || more.length > 0 ? undefined : { form, example }
}

/** The pattern of a form, for `matchNumbers`; linear, since every sign stands for exactly one. */
export function patternOf(form: string): RegExp {
  const signs = [...form].map(sign =>
    sign === '9' ? '\\d' : sign === 'A' ? '\\p{L}' : sign.replace(/[\\^$.*+?()[\]{}|/]/u, '\\$&'),
  )
  return new RegExp(`(?<![\\p{L}\\p{N}])${signs.join('')}(?![\\p{L}\\p{N}])`, 'gu')
}

/** Whether an example is written in the form. */
export const fitsForm = ({ form, example }: OwnForm): boolean => {
  const pattern = patternOf(form)
  return pattern.exec(example)?.[0] === example
}
