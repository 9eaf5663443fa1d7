// File-name-like ids from titles, as the hub and a repository know playbooks and site profiles.

/** Empty when nothing usable is left; otherwise a valid `Slug`. */
export function slugOf(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
    .replace(/-+$/, '')
}

/** `new` is the address of the form for a new one. */
export function playbookIdOf(title: string): string {
  const made = slugOf(title)
  return made === 'new' ? `${made}-playbook` : made
}
