// A file-name-like id from a title, as the hub and a repository will know the playbook.

/** The address of the form for a new playbook. */
const reserved = new Set(['new'])

/** Empty when nothing usable is left; otherwise a valid `Slug`. */
export function slugOf(title: string): string {
  const made = title
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
    .replace(/-+$/, '')
  return reserved.has(made) ? `${made}-playbook` : made
}
