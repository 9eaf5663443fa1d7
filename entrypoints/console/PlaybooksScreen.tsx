// placeholder
export function PlaybooksScreen(_: { slug: string | null; mode: 'read' | 'edit' | 'new'; version?: number }) {
  return null
}
