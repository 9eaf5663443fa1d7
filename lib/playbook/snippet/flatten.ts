// Markdown as a plain reply box can hold it: marks gone, addresses of links behind their words, paragraphs whole.

export function flatten(markdown: string): string {
  return markdown
    .replace(/\r\n?/g, '\n')
    .replace(/\[([^\]\n]+)\]\((https?:[^)\s]+|mailto:[^)\s]+)\)/g, (_, label: string, url: string) =>
      label === url || url === `mailto:${label}` ? label : `${label} (${url.replace(/^mailto:/, '')})`,
    )
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '$2')
    .replace(/(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])/g, '$1')
    .replace(/(?<![\w_])_(?=\S)([^_\n]+?)(?<=\S)_(?![\w_])/g, '$1')
    .replace(/`([^`\n]+)`/g, '$1')
    .replace(/^#{1,6}\s+/gm, '')
    .replace(/\\([\\`*_{}[\]()#+\-.!|<>~])/g, '$1')
    .replace(/([^\n])(?<! {2})\n(?!\n|[-*+] |\d+[.)] |>)(?=[^\n])/g, '$1 ')
    .replace(/ +\n/g, '\n')
}
