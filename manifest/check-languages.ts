import { wordsOf } from './languages.js'
import { type Finding, languageFilesOf, type Parts } from './parts.js'

/** Every word in every language, under a path that exists; the file of the default language says what the manifest says. */
export function checkLanguages({ manifest, languages }: Parts): readonly Finding[] {
  const words = wordsOf(manifest)
  const { defaultLanguageFile } = manifest.localizationInfo
  return languageFilesOf(manifest).flatMap(file => {
    const translated = languages.get(file) ?? {}
    const paths = Object.keys(translated).filter(path => path !== '$schema')
    return [
      ...[...words.keys()]
        .filter(path => !(path in translated))
        .map(path => ({ file, message: `${path} fehlt: Hier bliebe der Text in der anderen Sprache.` })),
      ...paths.filter(path => !words.has(path)).map(path => ({ file, message: `${path} gibt es im Manifest nicht.` })),
      ...(file === defaultLanguageFile ? paths : [])
        .filter(path => words.has(path) && words.get(path) !== translated[path])
        .map(path => ({ file, message: `${path} sagt etwas anderes als das Manifest.` })),
    ]
  })
}
