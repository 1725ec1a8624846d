const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

export const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"']/g, character => ESCAPES[character] ?? character)

/** A small page of our own: no script, no outside source, readable in light, dark and high contrast. */
export function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`
}

export const STYLE = `
:root { color-scheme: light dark; --accent: #0f5ea8; --line: #c8c8c8; --soft: #f3f6fa; }
@media (prefers-color-scheme: dark) { :root { --accent: #7ab8f5; --line: #555; --soft: #23272e; } }
body { margin: 0; background: Canvas; color: CanvasText; font: 1rem/1.5 system-ui, 'Segoe UI', sans-serif; }
main { max-width: 44rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
h1 { font-size: 1.7rem; line-height: 1.2; } h2 { font-size: 1.2rem; margin-top: 2rem; }
a { color: var(--accent); }
.note { background: var(--soft); border: 1px solid var(--line); border-left: 4px solid var(--accent); padding: .6rem 1rem; }
.chat { display: inline-block; font-weight: 600; font-size: 1.1rem; padding: .6rem 1.1rem; border: 2px solid var(--accent); border-radius: .4rem; text-decoration: none; }
ul { padding-left: 1.2rem; } li { margin: .3rem 0; }
fieldset { border: 1px solid var(--line); padding: .6rem 1rem; }
label { display: block; padding: .3rem 0; }
button { font: inherit; padding: .45rem 1rem; margin-top: .5rem; min-height: 2.75rem; cursor: pointer; }
textarea { width: 100%; box-sizing: border-box; font: inherit; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
`
