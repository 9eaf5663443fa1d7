// The addresses inside the console, in one place: links are written here, patterns are read here.

export const paths = {
  inbox: '/inbox',
  escalation: '/inbox/:id',
  playbooks: '/playbooks',
  newPlaybook: '/playbooks/new',
  playbook: '/playbooks/:slug',
  playbookEdit: '/playbooks/:slug/edit',
  playbookVersion: '/playbooks/:slug/v/:version',
  sites: '/sites',
  team: '/team',
} as const

/** Links for the address bar and for a colleague. */
export const hrefs = {
  inbox: '#/inbox',
  escalation: (id: string) => `#/inbox/${id}`,
  playbooks: '#/playbooks',
  newPlaybook: '#/playbooks/new',
  playbook: (slug: string) => `#/playbooks/${slug}`,
  playbookEdit: (slug: string) => `#/playbooks/${slug}/edit`,
  playbookVersion: (slug: string, version: number) => `#/playbooks/${slug}/v/${version}`,
  sites: '#/sites',
  team: '#/team',
}
