// Which names in a page were made by a machine and are others after the next build, or on the next case.

/** React's and other counters: `:r1a:`, `_r_1o_`, `«r3»`. */
const counter = /^[:_«]+r?_?[0-9a-z]{1,4}[:_»]+$/i
/** Three digits in a row number something: `ember1042`, `row-10423`, a hash, an id of the case. */
const numbered = /\d{3}/
/** Letters and digits in turn, or capitals in turn, as in `1x2y3z` and `bdVaJa`. */
const mixed = /\d[a-z]+\d|[a-z]\d+[a-z]+\d|[a-z][A-Z][a-z][A-Z]|^(?=.*\d)(?=.*[a-z])[0-9a-f]{6,}$/
/** The hash that style tools put at the end, `card__3xY2`, and in front, `css-`, `sc-`, `jsx-`, `svelte-`. */
const styled = /^(?:css|sc|jss?|jsx|svelte|emotion|tw|ng|data-v)-[a-z0-9-]+$|__[A-Za-z0-9]*(?:\d|[a-z][A-Z])[A-Za-z0-9]*$/

export function isGenerated(name: string): boolean {
  if (counter.test(name) || numbered.test(name) || styled.test(name)) return true
  return name.split(/[-_.:/ ]+/).some((part) => part.length > 3 && mixed.test(part))
}
